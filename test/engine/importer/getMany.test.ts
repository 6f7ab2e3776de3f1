import type { INode, INodeExecutionData, NodeApiError } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { importWorkflow, outputOf, runWorkflow } from '../support/engine';
import { importerJson } from '../support/importers';
import { VirtualClock } from '../support/virtualClock';

let sandbox: Sandbox;
const clock = new VirtualClock();
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	clock.install();
	sandbox = await startSandbox({ now: clock.now });
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	clock.restore();
	await sandbox.close();
});

async function getMany(
	parameters: INode['parameters'],
	rows = [{}],
	settings: Partial<INode> = {},
) {
	const operation = { resource: 'importer', operation: 'getAll', ...parameters };
	return await runWorkflow(importWorkflow(rows, { parameters: operation, settings }), access());
}

/** All importers as items, the newest first. */
function newestFirst(item = 0): INodeExecutionData[] {
	const all = sandbox.importers().reverse();
	return all.map((importer) => ({ json: importerJson(importer), pairedItem: { item } }));
}

const addImporters = (count: number) => {
	for (let index = 0; index < count; index++) sandbox.addImporter({ successfulCount: index });
};

const pages = () =>
	sandbox.requests.map(({ query }) => [query['page[size]'], query['page[after]']]);

describe('Importer: Get Many', () => {
	it.each([
		[0, 1],
		[1, 1],
		[99, 1],
		[100, 2],
		[101, 2],
		[250, 3],
	])('Return All with %i importers: all of them, %i requests', async (count, requests) => {
		addImporters(count);
		const run = await getMany({ returnAll: true });
		expect(outputOf(run)).toEqual(newestFirst());
		expect(sandbox.requests).toHaveLength(requests);
	});

	it('asks for the page behind the last ID, at its own address', async () => {
		addImporters(250);
		await getMany({ returnAll: true });
		const ids = newestFirst().map(({ json }) => json.id);
		expect(pages()).toEqual([
			['100', undefined],
			['100', ids[99]],
			['100', ids[199]],
		]);
		expect(new Set(sandbox.requests.map(({ path }) => path))).toEqual(new Set(['/importers']));
	});

	it.each([
		[1, [['1', undefined]]],
		[50, [['50', undefined]]],
		[100, [['100', undefined]]],
		[
			101,
			[
				['100', undefined],
				['1', 99],
			],
		],
		[
			250,
			[
				['100', undefined],
				['100', 99],
				['50', 199],
			],
		],
		[
			300,
			[
				['100', undefined],
				['100', 99],
				['100', 199],
			],
		],
	] as const)('Limit %i of 250: no more than that is asked for', async (limit, asked) => {
		addImporters(250);
		const run = await getMany({ limit });
		const all = newestFirst();
		expect(outputOf(run)).toEqual(all.slice(0, limit));
		expect(pages()).toEqual(
			asked.map(([size, last]) => [size, last === undefined ? undefined : all[last]!.json.id]),
		);
	});

	it('returns 50 unless told', async () => {
		addImporters(60);
		expect(outputOf(await getMany({}))).toEqual(newestFirst().slice(0, 50));
	});

	it('lists for each input item, and links to it', async () => {
		addImporters(2);
		const run = await getMany({ limit: '={{ $json.most }}' }, [{ most: 1 }, { most: 2 }]);
		expect(outputOf(run)).toEqual([...newestFirst(0).slice(0, 1), ...newestFirst(1)]);
	});

	it('sends the options', async () => {
		addImporters(1);
		const options = {
			personaVersion: '2025-10-27',
			keyInflection: 'camel',
			fields: { values: [{ type: 'importer', attributes: 'created-at' }] },
		};
		const run = await getMany({ options });
		const [importer] = sandbox.importers();
		expect(outputOf(run).map(({ json }) => json.attributes)).toEqual([
			{ createdAt: importer!.createdAt },
		]);
		expect(sandbox.requests[0]).toMatchObject({
			query: { 'page[size]': '50', 'fields[importer]': 'created-at' },
			headers: { 'persona-version': '2025-10-27', 'key-inflection': 'camel' },
		});
	});

	it.each([0, -1, 1.5, 'many'])('Limit %p: nothing is asked', async (limit) => {
		const run = await getMany({ limit });
		const error = run.data.resultData.error as NodeApiError;
		expect(error.message).toBe("Item 0: 'Limit' is not a whole number from 1");
		expect(error.description).toContain("'Return All'");
		expect(sandbox.requests).toEqual([]);
	});

	it('does not go round in circles when a page comes again', async () => {
		addImporters(101);
		const data = newestFirst()
			.slice(0, 100)
			.map(({ json }) => json);
		const on = { path: '/importers' };
		sandbox.faults.add({ kind: 'slow', milliseconds: 0, on });
		sandbox.faults.add({ kind: 'status', status: 200, body: { data }, times: 9, on });
		await getMany({ returnAll: true });
		expect(sandbox.requests).toHaveLength(2);
	});

	it('Continue: a list that breaks off in the middle is an item that says why', async () => {
		addImporters(150);
		const on = { path: '/importers' };
		sandbox.faults.add({ kind: 'slow', milliseconds: 0, on });
		sandbox.faults.add({ kind: 'status', status: 403, on });
		const rows = [{}, {}];
		const run = await getMany({ returnAll: true }, rows, { onError: 'continueRegularOutput' });
		const items = outputOf(run);
		expect(items.slice(0, -1)).toEqual(newestFirst(1));
		expect(items.at(-1)).toMatchObject({
			json: { error: 'Item 0: Persona does not allow this with this API key (HTTP 403)' },
			pairedItem: { item: 0 },
		});
		const last = newestFirst()[99]!.json.id;
		const both = [
			['100', undefined],
			['100', last],
		];
		expect(pages()).toEqual([...both, ...both]);
	});
});
