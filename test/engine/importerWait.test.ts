import type { IDataObject, INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { startSandbox, type Sandbox, type StoredImporter } from '../../sandbox';
import {
	hintsOf,
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

async function waitFor(
	importers: { id?: string }[],
	parameters: INode['parameters'] = {},
	settings: Partial<INode> = {},
) {
	const operation = {
		resource: 'importer',
		operation: 'wait',
		importerId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		...parameters,
	};
	const rows = importers.map(({ id }) => ({ id, type: 'importer/account' }) as IDataObject);
	return await runWorkflow(importWorkflow(rows, { parameters: operation, settings }), access());
}

const pending = (more: Partial<StoredImporter> = {}) =>
	sandbox.addImporter({ status: 'pending', ...more });

const become = (importer: StoredImporter, status: string, counts: Partial<StoredImporter> = {}) =>
	Object.assign(importer, { status, ...counts });

async function timed(run: () => ReturnType<typeof waitFor>) {
	const before = clock.waited;
	const result = await run();
	return { run: result, seconds: (clock.waited - before) / 1000 };
}

const lookedAt = () => sandbox.requests.map(({ path }) => path.split('/').at(-1));

describe('Importer: Wait for Completion', () => {
	it('returns at once what has finished, without waiting', async () => {
		const importer = sandbox.addImporter({ successfulCount: 104, duplicateCount: 3 });
		const { run, seconds } = await timed(() => waitFor([importer]));
		expect(outputOf(run)).toEqual([{ json: importerJson(importer), pairedItem: { item: 0 } }]);
		expect(seconds).toBe(0);
		expect(hintsOf(run)).toEqual([]);
	});

	it('takes the ID of each incoming item unless told otherwise', async () => {
		const importers = [sandbox.addImporter(), sandbox.addImporter()];
		const rows = importers.map(({ id }) => ({ id }));
		const parameters = { resource: 'importer', operation: 'wait' };
		const run = await runWorkflow(importWorkflow(rows, { parameters }), access());
		expect(outputOf(run)).toEqual(
			importers.map((importer, item) => ({ json: importerJson(importer), pairedItem: { item } })),
		);
	});

	it('looks every five seconds until it is ready', async () => {
		const importer = pending();
		clock.after(11, () => become(importer, 'ready', { successfulCount: 2 }));
		const { run, seconds } = await timed(() => waitFor([importer]));
		expect(outputOf(run)).toEqual([{ json: importerJson(importer), pairedItem: { item: 0 } }]);
		expect(outputOf(run)[0]!.json.attributes).toMatchObject({ status: 'ready' });
		expect(seconds).toBe(15);
		expect(sandbox.requests).toHaveLength(4);
	});

	it('waits for several in one loop: each once a round, those that have finished no more', async () => {
		const [first, second, third] = [pending(), pending(), sandbox.addImporter()];
		clock.after(3, () => become(second!, 'ready'));
		clock.after(8, () => become(first!, 'ready'));
		const rows = [first!, second!, first!, third!, second!];
		const { run, seconds } = await timed(() => waitFor(rows));
		expect(outputOf(run)).toEqual(
			rows.map((importer, item) => ({ json: importerJson(importer), pairedItem: { item } })),
		);
		expect(seconds).toBe(10);
		const { id: a } = first!;
		const { id: b } = second!;
		expect(lookedAt()).toEqual([a, b, third!.id, a, b, a]);
	});

	it('takes a status that it does not know for one that is still running', async () => {
		const importer = pending({ status: 'processing', completedAt: '2026-01-01T00:00:00.000Z' });
		clock.after(1, () => become(importer, 'ready'));
		const { run, seconds } = await timed(() => waitFor([importer]));
		expect(outputOf(run)[0]!.json.attributes).toMatchObject({ status: 'ready' });
		expect(seconds).toBe(5);
	});

	it.each([
		['kebab', 'successful-count'],
		['camel', 'successfulCount'],
		['snake', 'successful_count'],
	])('reads status and counters in %s', async (keyInflection, counter) => {
		const importer = pending();
		const counts = { successfulCount: 97, errorCount: 3, duplicateCount: 1 };
		clock.after(1, () => become(importer, 'ready', counts));
		const { run, seconds } = await timed(() => waitFor([importer], { options: { keyInflection } }));
		expect(outputOf(run)[0]!.json.attributes).toMatchObject({ status: 'ready', [counter]: 97 });
		expect(seconds).toBe(5);
		expect(hintsOf(run)).toEqual([
			`Persona did not take 3 rows (97 successful, 1 duplicate): ${importer.id}`,
		]);
	});

	it('waits as long and looks as often as the options say', async () => {
		const importer = pending();
		const options = { pollInterval: 2, waitTimeout: 7 };
		const { run, seconds } = await timed(() => waitFor([importer], { options }));
		expect(outputOf(run)).toEqual([{ json: importerJson(importer), pairedItem: { item: 0 } }]);
		expect(seconds).toBe(7);
		expect(sandbox.requests).toHaveLength(5);
	});

	it('after 240 seconds returns what is still running as it was last seen, with a hint', async () => {
		const [slow, fast] = [pending(), pending()];
		clock.after(9, () => become(fast!, 'ready'));
		clock.after(100, () => become(slow!, 'halfway', { successfulCount: 5 }));
		const { run, seconds } = await timed(() => waitFor([slow!, fast!]));
		expect(outputOf(run)).toEqual([
			{ json: importerJson(slow!), pairedItem: { item: 0 } },
			{ json: importerJson(fast!), pairedItem: { item: 1 } },
		]);
		expect(outputOf(run)[0]!.json.attributes).toMatchObject({ status: 'halfway' });
		expect(seconds).toBe(240);
		expect(personaRun(run).hints).toEqual([
			{
				message: `1 import was still running after 240 s: ${slow!.id}`,
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});

	it('always gets status and counters, whatever else is asked for', async () => {
		const importer = pending();
		clock.after(1, () => become(importer, 'ready', { errorCount: 1, successfulCount: 2 }));
		const options = {
			include: 'creator',
			keyInflection: 'camel',
			fields: { values: [{ type: 'importer', attributes: 'createdAt,errorCount' }] },
		};
		const run = await waitFor([importer], { options });
		expect(outputOf(run)[0]!.json).toEqual({
			type: importer.type,
			id: importer.id,
			attributes: {
				createdAt: importer.createdAt,
				errorCount: 1,
				status: 'ready',
				successfulCount: 2,
				duplicateCount: 0,
			},
			included: [],
		});
		expect(sandbox.requests[0]!.query).toEqual({
			include: 'creator',
			'fields[importer]': 'createdAt,errorCount,status,successful-count,duplicate-count',
		});
	});

	it('adds up the rows that were not taken, over all imports', async () => {
		const run = await waitFor([
			sandbox.addImporter({ successfulCount: 10, errorCount: 1, duplicateCount: 2 }),
			sandbox.addImporter({ successfulCount: 5 }),
			sandbox.addImporter({ successfulCount: 20, errorCount: 4 }),
		]);
		const [hint] = hintsOf(run);
		expect(hint).toMatch(/^Persona did not take 5 rows \(30 successful, 2 duplicates\): mprt_/);
		expect(hint!.length).toBeLessThanOrEqual(120);
		expect(outputOf(run)).toHaveLength(3);
	});
});

describe('Importer: Wait for Completion, when Persona cannot be asked for a moment', () => {
	it('goes on after a rate limit and after an outage longer than all retries', async () => {
		const importer = pending();
		sandbox.faults.add({ kind: 'slow', milliseconds: 0 });
		sandbox.faults.add({ kind: 'status', status: 503, times: 5 });
		sandbox.faults.add({ kind: 'rateLimited', resetSeconds: 30 });
		clock.after(120, () => become(importer, 'ready'));
		const { run, seconds } = await timed(() => waitFor([importer]));
		expect(outputOf(run)).toEqual([{ json: importerJson(importer), pairedItem: { item: 0 } }]);
		expect(hintsOf(run)).toEqual([]);
		expect(seconds).toBe(120);
	});

	it('does not wait for a rate limit beyond its time', async () => {
		const importer = pending();
		sandbox.faults.add({ kind: 'slow', milliseconds: 0 });
		sandbox.faults.add({ kind: 'rateLimited', resetSeconds: 50, times: 9 });
		const { run, seconds } = await timed(() =>
			waitFor([importer], { options: { waitTimeout: 12 } }),
		);
		expect(outputOf(run)).toHaveLength(1);
		expect(hintsOf(run)).toEqual([`1 import was still running after 12 s: ${importer.id}`]);
		expect(seconds).toBe(12);
	});

	it('slows down by itself when little is left of the rate limit', async () => {
		const tight = await startSandbox({ rateLimit: 20, now: clock.now });
		const importers = Array.from({ length: 40 }, () => tight.addImporter());
		const rows = importers.map(({ id }) => ({ id }));
		const parameters = {
			resource: 'importer',
			operation: 'wait',
			importerId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		};
		const where = { apiKey: tight.apiKey, baseUrl: tight.url };
		const run = await runWorkflow(importWorkflow(rows, { parameters }), where);
		expect(outputOf(run).map(({ json }) => json.id)).toEqual(rows.map(({ id }) => id));
		expect(tight.requests.map(({ status }) => status)).toEqual(rows.map(() => 200));
		await tight.close();
	});

	it('fails when the first look is in vain', async () => {
		const importer = pending();
		sandbox.faults.add({ kind: 'status', status: 503, times: 5 });
		const run = await waitFor([importer]);
		const error = run.data.resultData.error as NodeApiError;
		expect(error.message).toBe('Persona is not available right now (HTTP 503)');
		expect(error.context.itemIndex).toBe(0);
	});
});

describe('Importer: Wait for Completion, when there is no result', () => {
	it('errored, Stop Workflow: ends at once, names the import and what to do', async () => {
		const [fine, bad] = [pending(), pending()];
		clock.after(4, () => become(bad!, 'errored'));
		const { run, seconds } = await timed(() => waitFor([fine!, bad!]));
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe(`Persona could not process the import ${bad!.id}`);
		expect(error.description).toContain(
			"'Repeated Runs' to Once per Execution in the node that imports them",
		);
		expect(error.context.itemIndex).toBe(1);
		expect(seconds).toBe(5);
	});

	it('an unknown ID, Stop Workflow: is looked for once more, names the item', async () => {
		const { run, seconds } = await timed(() => waitFor([pending(), { id: 'mprt_gone' }]));
		const error = run.data.resultData.error as NodeApiError;
		expect(error.message).toBe('Item 1: Persona has no importer with this ID (HTTP 404)');
		expect(error).toMatchObject({ httpCode: '404', context: { itemIndex: 1 } });
		expect(seconds).toBe(5);
	});

	it('no ID, Stop Workflow: asks nothing', async () => {
		const run = await waitFor([pending(), {}]);
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe("Item 1: 'Importer' holds no ID");
		expect(sandbox.requests).toEqual([]);
	});

	it.each([
		['continueRegularOutput', 0],
		['continueErrorOutput', 1],
	] as const)('%s: the others first, then one item for each', async (onError, output) => {
		const [bad, fine] = [pending(), pending()];
		clock.after(4, () => become(bad!, 'errored', { errorCount: 9 }));
		clock.after(14, () => become(fine!, 'ready'));
		const rows = [bad!, { id: 'mprt_gone' }, fine!, {}, bad!];
		const { run, seconds } = await timed(() => waitFor(rows, {}, { onError }));
		const [result, ...failed] = [...outputOf(run), ...(output === 1 ? outputOf(run, 1) : [])];
		expect(result).toEqual({ json: importerJson(fine!), pairedItem: { item: 2 } });
		expect(failed.map((item) => [reasonIn(item)?.message, item.pairedItem])).toEqual([
			[`Item 0: Persona could not process the import ${bad!.id}`, { item: 0 }],
			['Item 1: Persona has no importer with this ID (HTTP 404)', { item: 1 }],
			["Item 3: 'Importer' holds no ID", { item: 3 }],
			[`Item 4: Persona could not process the import ${bad!.id}`, { item: 4 }],
		]);
		expect(seconds).toBe(15);
		expect(hintsOf(run)).toEqual([]);
	});

	it.each([
		['pollInterval', 0, "'Poll Interval' is not a number of seconds from 1"],
		['pollInterval', 'often', "'Poll Interval' is not a number of seconds from 1"],
		['waitTimeout', 0.5, "'Wait Timeout' is not a number of seconds from 1"],
		['waitTimeout', -1, "'Wait Timeout' is not a number of seconds from 1"],
	])('%s %p: asks nothing', async (name, value, message) => {
		const run = await waitFor([pending()], { options: { [name]: value } });
		expect((run.data.resultData.error as NodeOperationError).message).toBe(message);
		expect(sandbox.requests).toEqual([]);
	});
});
