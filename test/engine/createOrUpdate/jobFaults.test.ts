import type { StoredBatchJob } from '../../../sandbox';
import { BatchJobs, POST, SIX_ROWS, toldBy, TWO_A_JOB, written } from '../support/batchJobs';
import { CONTINUE, hintsOf, outputOf, reasonIn } from '../support/engine';

const jobs = new BatchJobs().use();

/** Lets a fault strike the second job: the first requests to create one are the look at the access, and the first job. */
function inTheMiddle(fault: Parameters<typeof jobs.sandbox.faults.add>[0]) {
	const slow = { kind: 'slow', milliseconds: 0, on: POST, times: 2 } as const;
	jobs.sandbox.faults.add(slow);
	jobs.sandbox.faults.add({ ...fault, on: POST });
}

/** Runs while the sandbox leaves jobs as they are, until something happens to them. */
async function runWhile(
	happens: (job: StoredBatchJob, index: number) => void,
	options: object = {},
) {
	const seen = new Set<string>();
	jobs.sandbox.faults.clear();
	const look = () => {
		for (const [index, job] of jobs.sandbox.batchJobs().entries()) {
			if (seen.has(job.id)) continue;
			seen.add(job.id);
			happens(job, index);
		}
	};
	const timer = setInterval(look, 0);
	try {
		const all = { ...TWO_A_JOB, options: { ...TWO_A_JOB.options, ...options } };
		return await jobs.run(SIX_ROWS, all, CONTINUE);
	} finally {
		clearInterval(timer);
	}
}

describe('one job in the middle', () => {
	it.each([
		['a rate limit', { kind: 'rateLimited', resetSeconds: 3 }],
		['a lost connection', { kind: 'dropConnection', when: 'beforeWrite' }],
		['a connection that is lost after the write', { kind: 'dropConnection', when: 'afterWrite' }],
		['a gateway', { kind: 'html', status: 502 }],
	] as const)('gets through after %s, once', async (_, fault) => {
		inTheMiddle(fault);
		const result = await jobs.run(SIX_ROWS, TWO_A_JOB);
		expect(toldBy(result)).toEqual(written(0, 1, 2, 3, 4, 5));
		expect(jobs.jobs().map((rows) => rows.length)).toEqual([2, 2, 2]);
		expect(new Set(jobs.keys()).size).toBe(3);
	});

	it('that is refused leaves the others', async () => {
		const details = 'Wrong: Name of d';
		inTheMiddle({
			kind: 'status',
			status: 422,
			body: { errors: [{ title: 'Record invalid', details }] },
		});
		const result = await jobs.run(SIX_ROWS, TWO_A_JOB, CONTINUE);
		const message = 'Persona did not accept the batch job (HTTP 422)';
		expect(toldBy(result)).toEqual([
			...written(0, 1, 4, 5),
			[2, `Item 2: ${message}`],
			[3, `Item 3: ${message}`],
		]);
		expect(JSON.stringify(outputOf(result))).not.toContain('Name of');
		expect(hintsOf(result)[0]).toBe(
			'4 rows written: 4 created, 0 updated; 2 not: see the last items for the reasons',
		);
	});

	it('that is refused stops the run, and the message names what was sent', async () => {
		inTheMiddle({ kind: 'status', status: 422 });
		const { error } = (await jobs.run(SIX_ROWS, TWO_A_JOB)).data.resultData;
		expect(error?.message).toBe('Persona did not accept the batch job (HTTP 422)');
		expect(error?.description).toContain(jobs.sandbox.batchJobs()[0]!.id);
		expect(jobs.sandbox.batchJobs()).toHaveLength(1);
	});

	it('that is too large is sent in halves', async () => {
		inTheMiddle({ kind: 'status', status: 413, saved: false });
		expect(toldBy(await jobs.run(SIX_ROWS, TWO_A_JOB))).toEqual(written(0, 1, 2, 3, 4, 5));
		expect(jobs.jobs().map((rows) => rows.length)).toEqual([2, 1, 1, 2]);
	});

	it('of which nobody knows whether it arrived is said to be open', async () => {
		inTheMiddle({ kind: 'dropConnection', when: 'afterWrite' });
		const options = { ...TWO_A_JOB.options, idempotency: 'none' };
		const result = await jobs.run(SIX_ROWS, { ...TWO_A_JOB, options }, CONTINUE);
		expect(toldBy(result).slice(0, 2)).toEqual(written(0, 1));
		const notes = outputOf(result).map(
			(item) => reasonIn(item)?.description ?? item.error?.description ?? '',
		);
		expect(notes.map((note) => note.includes('It is not known whether'))).toEqual([
			...[false, false, true, true, false, false],
		]);
		expect(jobs.jobs()).toHaveLength(2);
	});

	it.each(['canceled', 'errored', 'killed'])(
		'that ends as %s leaves its rows open',
		async (status) => {
			const result = await runWhile((job, index) => {
				if (index !== 1) return;
				const globalErrors = [
					{ errorType: 'failed_to_write', message: 'no Name of c', retryable: true },
				];
				Object.assign(job, { status, globalErrors, rowErrors: [{ rowNumber: 1, message: 'bad' }] });
			});
			const { id } = jobs.sandbox.batchJobs()[1]!;
			expect(toldBy(result)).toEqual([
				...written(0, 1, 4, 5),
				[2, 'Item 2: Persona could not write this row: bad'],
				[
					3,
					`Item 3: the batch job ${id} ended as '${status}', so it is not known whether this row was written`,
				],
			]);
			const [, , , , , open] = outputOf(result);
			expect(JSON.stringify(open)).toContain('failed_to_write');
			expect(JSON.stringify(outputOf(result))).not.toContain('Name of');
		},
	);

	it('that is paused, or still running, leaves its rows pending', async () => {
		const change = (job: StoredBatchJob, index: number) => {
			if (index === 1) job.status = 'paused';
			if (index === 2) job.status = 'resting';
		};
		const result = await runWhile(change, { waitTimeout: 5 });
		const ids = jobs.sandbox.batchJobs().map(({ id }) => id);
		expect(toldBy(result)).toEqual([
			...written(0, 1),
			...[2, 3, 4, 5].map((item) => [item, 'pending']),
		]);
		expect(hintsOf(result)).toEqual([
			'6 rows sent; Persona had not reported on all of them',
			`1 batch job still running after 5 s: ${ids[2]}`,
			`1 batch job paused in Persona, where somebody has to resume: ${ids[1]}`,
		]);
	});

	it('whose errors cannot be fetched leaves its rows unknown', async () => {
		jobs.sandbox.addAccount({ referenceId: 'c', fields: { signup_source: 'x' } });
		const rows = SIX_ROWS.map((row) => ({ ...row, 'Signup Source': 'y' }));
		const fault = { kind: 'status', status: 403, on: { path: /errors$/ } } as const;
		jobs.sandbox.faults.add(fault);
		const result = await jobs.run(rows, TWO_A_JOB, CONTINUE);
		expect(toldBy(result)).toEqual([
			...written(0, 1),
			[2, 'unknown'],
			[3, 'unknown'],
			...written(4, 5),
		]);
		expect(hintsOf(result)[1]).toContain('(HTTP 403)');
		jobs.sandbox.faults.add(fault);
		const { error } = (await jobs.run(rows, TWO_A_JOB)).data.resultData;
		expect(error?.message).toBe(
			'Persona accepted the rows, but this node could not find out what became of them',
		);
	});

	it('ends the run when somebody cancels it', async () => {
		jobs.sandbox.faults.add({ kind: 'slow', milliseconds: 5000, on: POST });
		const running = jobs.start(SIX_ROWS, TWO_A_JOB);
		while (jobs.sandbox.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
		running.cancel();
		const { error } = (await running).data.resultData;
		expect(error?.message).toBe('The execution was cancelled');
		expect(jobs.jobs()).toEqual([]);
	});
});
