import type { IDataObject, INode } from 'n8n-workflow';

import { startSandbox, type Sandbox, type StoredBatchJob } from '../../sandbox';
import { hintsOf, importWorkflow, outputOf, reasonIn, runWorkflow } from './support/engine';
import { VirtualClock } from './support/virtualClock';

const SECRET = 'Wilhelmina';

let sandbox: Sandbox;
const clock = new VirtualClock();
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	clock.install();
	sandbox = await startSandbox({ now: clock.now });
});
beforeEach(() => {
	sandbox.reset();
	clock.forget();
});
afterAll(async () => {
	clock.restore();
	await sandbox.close();
});

async function run(
	operation: string,
	ids: unknown[],
	parameters: IDataObject = {},
	settings: Partial<INode> = {},
) {
	const all = { resource: 'batchJob', operation, ...parameters };
	const rows = ids.map((id) => ({ id }) as IDataObject);
	return await runWorkflow(importWorkflow(rows, { parameters: all, settings }), access());
}

/** A finished job of which each second row failed. */
function failedJob(rowCount: number, more: Partial<StoredBatchJob> = {}): StoredBatchJob {
	const rows = Array.from({ length: rowCount }, () => ({ name_first: SECRET }));
	const rowErrors = rows.flatMap((_, index) =>
		index % 2 === 0 ? [] : [{ rowNumber: index + 1, message: `name ${SECRET} is invalid` }],
	);
	return sandbox.addBatchJob({ rows, rowErrors, updatedCount: rowCount / 2, ...more });
}

function jobJson(job: StoredBatchJob): IDataObject {
	return {
		type: 'batch-job',
		id: job.id,
		attributes: {
			status: job.status,
			'run-count': 1,
			'started-at': null,
			'ended-at': null,
			'created-at': job.createdAt,
			'updated-at': job.createdAt,
			'redacted-at': null,
			'run-data': {
				'column-names': job.rows.length > 0 ? ['name_first'] : [],
				'error-count': job.rowErrors.length,
				'rows-read': 0,
				'row-count': job.rows.length,
				'success-count': job.updatedCount,
				'created-count': 0,
				'updated-count': job.updatedCount,
			},
		},
	};
}

const become = (job: StoredBatchJob, status: string) => Object.assign(job, { status });
const reasons = async (running: ReturnType<typeof run>) =>
	outputOf(await running).map((item) => reasonIn(item)?.message);
const stop = async (running: ReturnType<typeof run>) => (await running).data.resultData.error!;

describe('Batch Job: Get', () => {
	it('returns each job as Persona returns it, with the ID of each item', async () => {
		const jobs = [failedJob(4), sandbox.addBatchJob({ status: 'running' })];
		const result = await run('get', [jobs[1]!.id, jobs[0]!.id]);
		expect(outputOf(result)).toEqual([
			{ json: jobJson(jobs[1]!), pairedItem: { item: 0 } },
			{ json: jobJson(jobs[0]!), pairedItem: { item: 1 } },
		]);
	});

	it('sends its options', async () => {
		const fields = { values: [{ type: 'batch-job', attributes: 'status' }] };
		const options = { fields, keyInflection: 'camel', personaVersion: '2026-09-29' };
		const [item] = outputOf(await run('get', [failedJob(2).id], { options }));
		expect(item?.json.attributes).toEqual({ status: 'completed' });
		expect(sandbox.requests[0]?.headers).toMatchObject({
			'persona-version': '2026-09-29',
			'key-inflection': 'camel',
		});
	});

	it.each([
		[undefined, "'Batch Job ID' holds no ID"],
		['..', "'Batch Job ID' holds no ID"],
		['mprtpr_unknown', 'Persona has no batch job with this ID (HTTP 404)'],
	])('says what is wrong with the ID %s', async (id, message) => {
		const good = sandbox.addBatchJob();
		const onError = 'continueRegularOutput';
		const result = run('get', [id, good.id], {}, { onError });
		expect(await reasons(result)).toEqual([undefined, `Item 0: ${message}`]);
	});

	it('says in one sentence that the key may not use batch jobs', async () => {
		sandbox.faults.add({ kind: 'status', status: 403 });
		const { message, description } = await stop(run('get', [sandbox.addBatchJob().id]));
		expect(message).toBe('Item 0: Persona does not allow batch jobs with this API key (HTTP 403)');
		expect(description).toContain('Account: Import');
	});
});

describe('Batch Job: Get Errors', () => {
	it('returns the rows by number, without what they held', async () => {
		const job = failedJob(500);
		const items = outputOf(await run('getErrors', [job.id], { returnAll: true }));
		expect(items).toEqual(
			Array.from({ length: 250 }, (_, index) => ({
				json: {
					type: 'batch-job-row-error',
					id: `${job.id}:${2 * index + 2}`,
					attributes: { 'error-message': 'name ••• is invalid', 'row-number': 2 * index + 2 },
				},
				pairedItem: { item: 0 },
			})),
		);
		expect(sandbox.requests.map(({ query }) => query)).toEqual([
			{ 'page[size]': '100' },
			{ 'page[size]': '100', 'page[after]': '200' },
			{ 'page[size]': '100', 'page[after]': '400' },
		]);
	});

	it('returns as many as are wanted', async () => {
		const job = failedJob(500);
		expect(outputOf(await run('getErrors', [job.id], { limit: 120 }))).toHaveLength(120);
		expect(sandbox.requests.map(({ query }) => query['page[size]'])).toEqual(['100', '20']);
	});

	it('returns errors of the whole job first, in any key style', async () => {
		const globalErrors = [{ errorType: 'failed_to_write', message: null, retryable: true }];
		const job = failedJob(2, { globalErrors });
		for (const keyInflection of ['kebab', 'camel', 'snake']) {
			const items = outputOf(await run('getErrors', [job.id], { options: { keyInflection } }));
			expect(items.map(({ json }) => json.type)).toEqual([
				'batch-job-global-error',
				'batch-job-row-error',
			]);
			expect(Object.values(items[0]?.json.attributes as object)).toEqual([
				'failed_to_write',
				null,
				true,
			]);
			expect(JSON.stringify(items)).not.toContain(SECRET);
		}
	});

	it('stops where the numbers of the rows do not go up', async () => {
		const job = failedJob(400);
		for (const one of job.rowErrors) one.rowNumber = 1;
		job.rowErrors.push({ rowNumber: 0, message: null });
		expect(outputOf(await run('getErrors', [job.id], { returnAll: true }))).toHaveLength(100);
	});
});

describe('Batch Job: Wait for Completion', () => {
	it('waits for all jobs together, and looks at each until it has ended', async () => {
		const jobs = ['pending', 'running'].map((status) => sandbox.addBatchJob({ status }));
		clock.after(7, () => become(jobs[0]!, 'completed'));
		clock.after(12, () => become(jobs[1]!, 'completed'));
		const before = clock.waited;
		const result = await run('wait', [jobs[0]!.id, jobs[1]!.id, jobs[0]!.id]);
		expect(clock.waited - before).toBe(15_000);
		expect(outputOf(result)).toEqual(
			[jobs[0]!, jobs[1]!, jobs[0]!].map((job, item) => ({
				json: jobJson(job),
				pairedItem: { item },
			})),
		);
		expect(hintsOf(result)).toEqual([]);
		expect(sandbox.requests).toHaveLength(7);
	});

	it('goes on while a job is paused or in a state that is not known, and says which are left', async () => {
		const jobs = ['paused', 'resting'].map((status) => sandbox.addBatchJob({ status }));
		const options = { pollInterval: 10, waitTimeout: 30 };
		const result = await run('wait', [jobs[0]!.id, jobs[1]!.id], { options });
		expect(outputOf(result).map(({ json }) => json)).toEqual(jobs.map(jobJson));
		expect(hintsOf(result)).toEqual([
			`1 batch job still running after 30 s: ${jobs[1]!.id}`,
			`1 batch job paused in Persona, where somebody has to resume: ${jobs[0]!.id}`,
		]);
		expect(sandbox.requests).toHaveLength(8);
	});

	it('sees the status although the chosen attributes leave it out', async () => {
		const job = sandbox.addBatchJob({ status: 'running' });
		clock.after(3, () => become(job, 'completed'));
		const fields = { values: [{ type: 'batch-job', attributes: 'run-count' }] };
		const [item] = outputOf(await run('wait', [job.id], { options: { fields } }));
		expect(item?.json.attributes).toMatchObject({ 'run-count': 1, status: 'completed' });
	});

	it.each(['canceled', 'errored', 'killed'])('ends with a reason at %s', async (status) => {
		const other = sandbox.addBatchJob({ status: 'running' });
		const { message } = await stop(run('wait', [sandbox.addBatchJob({ status }).id, other.id]));
		expect(message).toBe('Item 0: the batch job ended before it was completed');
		expect(sandbox.requests).toHaveLength(1);
		become(other, 'completed');
		const onError = 'continueRegularOutput';
		const both = [sandbox.batchJobs()[1]!.id, other.id];
		expect(await reasons(run('wait', both, {}, { onError }))).toEqual([undefined, message]);
	});
});
