import type { INode, NodeOperationError } from 'n8n-workflow';

import { startSandbox, type Sandbox, type StoredImporter } from '../../sandbox';
import {
	hintsOf,
	reasonsIn,
	importWorkflow,
	outputOf,
	personaRun,
	runWorkflow,
	reasonIn,
} from './support/engine';
import { importerJson } from './support/importers';
import { VirtualClock } from './support/virtualClock';

let sandbox: Sandbox;
const clock = new VirtualClock();
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	clock.install();
	// What becomes of an importer is up to each test.
	sandbox = await startSandbox({ processingMilliseconds: Infinity, now: clock.now });
});
beforeEach(() => {
	sandbox.reset();
	clock.forget();
});
afterAll(async () => {
	clock.restore();
	await sandbox.close();
});

const ROWS = ['a', 'b', 'c', 'd'].map((id) => ({ reference_id: id }));

async function importAndWait(
	options: INode['parameters'] = {},
	settings: Partial<INode> = {},
	rows: object[] = ROWS,
) {
	const parameters = { waitForCompletion: true, options: { rowsPerImport: 2, ...options } };
	const before = clock.waited;
	const file = importWorkflow(rows as never, { parameters, settings });
	const run = await runWorkflow(file, access());
	return { run, seconds: (clock.waited - before) / 1000 };
}

/** Lets Persona change an importer, by its place in the run, some seconds after the begin. */
function become(seconds: number, place: number, change: Partial<StoredImporter>) {
	clock.after(seconds, () => Object.assign(sandbox.importers()[place]!, change));
}

const finish = (seconds: number, place: number, counts: Partial<StoredImporter> = {}) =>
	become(seconds, place, { status: 'ready', successfulCount: 2, ...counts });

const looks = () =>
	sandbox.requests.filter(({ method }) => method === 'GET').map(({ path }) => path);

describe('import with Wait for Completion', () => {
	it('returns the finished importers with meta, each linked to its rows', async () => {
		finish(3, 1, { duplicateCount: 1, completedAt: '2026-01-02T03:04:05.000Z' });
		finish(8, 0);
		const { run, seconds } = await importAndWait();
		const [first, second] = sandbox.importers();
		const posts = sandbox.requests.filter(({ method }) => method === 'POST');
		const meta = (index: number) => ({
			rows: 2,
			'blank-rows': 0,
			'merged-duplicates': 0,
			'rejected-rows': 0,
			part: index + 1,
			parts: 2,
			'file-name': 'accounts.csv',
			bytes: sandbox.csvOf(sandbox.importers()[index]!.id).length,
			'request-id': expect.stringMatching(/^req_/),
			'environment-id': expect.stringMatching(/^env_/),
			'idempotency-key': posts[index]!.headers['idempotency-key'],
			repeated: false,
			mapping: expect.any(Object),
			'ignored-fields': expect.any(Array),
			'passed-over-fields': [],
			warnings: expect.any(Array),
		});
		expect(outputOf(run)).toEqual([
			{
				json: { ...importerJson(first!), meta: meta(0) },
				pairedItem: [{ item: 0 }, { item: 1 }],
			},
			{
				json: { ...importerJson(second!), meta: meta(1) },
				pairedItem: [{ item: 2 }, { item: 3 }],
			},
		]);
		expect(first).toMatchObject({ status: 'ready', successfulCount: 2 });
		expect(seconds).toBe(10);
		const paths = [first, second].map((importer) => `/importers/${importer!.id}`);
		expect(looks()).toEqual([...paths, ...paths, paths[0]]);
		expect(hintsOf(run)).toEqual([]);
		expect(run.data.resultData.metadata).toEqual({
			persona_importer_id: first!.id,
			persona_importer_id_2: second!.id,
		});
	});

	it('does not wait unless it is turned on', async () => {
		const run = await runWorkflow(importWorkflow(ROWS), access());
		expect(outputOf(run)[0]!.json.attributes).toMatchObject({ status: 'pending' });
		expect(looks()).toEqual([]);
	});

	it('gives the counters of rows that were not taken in a warning', async () => {
		finish(1, 0, { errorCount: 1, successfulCount: 0, duplicateCount: 1 });
		finish(1, 1);
		const { run } = await importAndWait();
		const [first] = sandbox.importers();
		expect(outputOf(run)).toHaveLength(2);
		expect(personaRun(run).hints?.slice(1)).toEqual([
			{
				message: `Persona did not take 1 row (0 successful, 1 duplicate): ${first!.id}`,
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});

	it('returns what is still running as it was last seen when the time is up', async () => {
		finish(1, 0);
		become(20, 1, { successfulCount: 1 });
		const { run, seconds } = await importAndWait({ pollInterval: 10, waitTimeout: 25 });
		const [first, second] = sandbox.importers();
		expect(outputOf(run).map(({ json: { meta, ...json } }) => meta && json)).toEqual([
			importerJson(first!),
			importerJson(second!),
		]);
		expect(second).toMatchObject({ status: 'pending', successfulCount: 1 });
		expect(seconds).toBe(25);
		expect(hintsOf(run)).toEqual([`1 import was still running after 25 s: ${second!.id}`]);
	});

	it('gets status and counters in the chosen inflection, whatever else is asked for', async () => {
		finish(1, 0, { errorCount: 2 });
		finish(1, 1);
		const fields = { values: [{ type: 'importer', attributes: 'createdAt' }] };
		const { run, seconds } = await importAndWait({ keyInflection: 'camel', fields });
		expect(outputOf(run)[0]!.json).toMatchObject({
			attributes: {
				createdAt: expect.any(String),
				status: 'ready',
				successfulCount: 2,
				duplicateCount: 0,
				errorCount: 2,
			},
			meta: { rows: 2, fileName: 'accounts.csv' },
		});
		expect(seconds).toBe(5);
		expect(sandbox.requests[0]!.query).toEqual({ 'fields[importer]': 'createdAt' });
	});

	it('sees how an import went that Persona had already', async () => {
		finish(1, 0);
		finish(1, 1);
		await importAndWait();
		const { run, seconds } = await importAndWait();
		expect(outputOf(run).map(({ json }) => json.attributes)).toEqual([
			expect.objectContaining({ status: 'ready' }),
			expect.objectContaining({ status: 'ready' }),
		]);
		expect(sandbox.importers()).toHaveLength(2);
		expect(seconds).toBe(0);
	});

	it.each([
		['pollInterval', 0.5, "'Poll Interval' is not a number of seconds from 1"],
		['waitTimeout', 'long', "'Wait Timeout' is not a number of seconds from 1"],
	])('%s %p: nothing is sent', async (name, value, message) => {
		const { run } = await importAndWait({ [name]: value });
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe(message);
		expect(error.description).toMatch(/^Give it a number such as \d+\.$/);
		expect(sandbox.requests).toEqual([]);
	});
});

describe('import with Wait for Completion, when an import comes to nothing', () => {
	it('Stop Workflow: names it and the others', async () => {
		finish(4, 0);
		become(4, 1, { status: 'errored' });
		const { run } = await importAndWait();
		const [first, second] = sandbox.importers();
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe(`Persona could not process the import ${second!.id}`);
		expect(error.description).toContain("set 'Repeated Runs' to Once per Execution");
		expect(error.description).toContain(
			`Persona accepted other rows of this run: importer ${first!.id}.`,
		);
		expect(error.context.itemIndex).toBe(2);
	});

	it.each([
		['continueRegularOutput', 0],
		['continueErrorOutput', 1],
	] as const)('%s: its rows become items that say why', async (onError, output) => {
		become(4, 0, { status: 'errored' });
		finish(9, 1);
		const rows = [...ROWS, { reference_id: 'e', birthdate: '1990-02-31' }];
		const { run } = await importAndWait({}, { onError }, rows);
		const [first, second] = sandbox.importers();
		const [result, ...failed] = [...outputOf(run), ...(output === 1 ? outputOf(run, 1) : [])];
		expect(result).toMatchObject({
			json: { id: second!.id, meta: { part: 2, parts: 2, rows: 2, 'rejected-rows': 1 } },
			pairedItem: [{ item: 2 }, { item: 3 }],
		});
		const why = `Persona could not process the import ${first!.id}`;
		expect(
			failed.map((item) => [reasonIn(item)?.message, reasonIn(item)?.problems, item.pairedItem]),
		).toEqual([
			[
				"Item 4, column 'birthdate': is not a day that exists in the calendar",
				[expect.objectContaining({ code: 'impossibleDate' })],
				{ item: 4 },
			],
			[`Item 0: ${why}`, [{ column: '', field: null, code: 'errored', message: why }], { item: 0 }],
			[`Item 1: ${why}`, [{ column: '', field: null, code: 'errored', message: why }], { item: 1 }],
		]);
		expect(hintsOf(run)).toContain(`2 rows sent, 3 not: see ${reasonsIn(onError)} for the reasons`);
	});
});

describe('import with Wait for Completion, when Persona cannot be asked', () => {
	it.each([
		[403, 2, 0, 'Persona does not allow this with this API key (HTTP 403)'],
		[404, 4, 5, 'Persona has nothing at this address (HTTP 404)'],
	])('%i: returns the importers as they were accepted, with a warning', async (...row) => {
		const [status, times, waited, message] = row;
		sandbox.faults.add({ kind: 'status', status, times, on: { method: 'GET' } });
		const { run, seconds } = await importAndWait();
		const [first, second] = sandbox.importers();
		expect(outputOf(run).map(({ json }) => [json.id, json.attributes])).toEqual([
			[first!.id, importerJson(first!).attributes],
			[second!.id, importerJson(second!).attributes],
		]);
		const [hint] = hintsOf(run);
		expect(hint).toBe(
			`${message}; they could not be followed to the end: ${first!.id}, ${second!.id}`.slice(
				0,
				119,
			) + '…',
		);
		expect(seconds).toBe(waited);
	});

	it('goes on after an outage at the first look', async () => {
		sandbox.faults.add({ kind: 'status', status: 503, times: 5, on: { method: 'GET' } });
		finish(1, 0);
		finish(1, 1);
		const { run, seconds } = await importAndWait();
		expect(outputOf(run).map(({ json }) => json.attributes)).toEqual([
			expect.objectContaining({ status: 'ready' }),
			expect.objectContaining({ status: 'ready' }),
		]);
		expect(hintsOf(run)).toEqual([]);
		expect(seconds).toBe(80);
	});
});
