import type { IDataObject, INode, NodeApiError } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { importWorkflow, outputOf, runWorkflow, reasonIn } from '../support/engine';
import { byId, importerJson } from '../support/importers';
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

async function get(
	rows: IDataObject[],
	parameters: INode['parameters'] = {},
	settings: Partial<INode> = {},
) {
	const importerId = byId('={{ $json.id }}');
	const operation = { resource: 'importer', operation: 'get', importerId, ...parameters };
	return await runWorkflow(importWorkflow(rows, { parameters: operation, settings }), access());
}

describe('Importer: Get', () => {
	it('returns each importer as Persona returns it, one request and one item for each input item', async () => {
		const first = sandbox.addImporter({ successfulCount: 104, duplicateCount: 3 });
		const second = sandbox.addImporter({ status: 'pending', type: 'importer/list-item/name' });
		const run = await get([{ id: second.id }, { id: first.id }, { id: second.id }]);
		expect(outputOf(run)).toEqual([
			{ json: importerJson(second), pairedItem: { item: 0 } },
			{ json: importerJson(first), pairedItem: { item: 1 } },
			{ json: importerJson(second), pairedItem: { item: 2 } },
		]);
		expect(sandbox.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
			`GET /importers/${second.id}`,
			`GET /importers/${first.id}`,
			`GET /importers/${second.id}`,
		]);
	});

	it('takes an importer that was picked from the list', async () => {
		const importer = sandbox.addImporter();
		const importerId = { __rl: true, mode: 'list', value: importer.id, cachedResultName: 'ready' };
		const run = await get([{}], { importerId });
		expect(outputOf(run)).toEqual([{ json: importerJson(importer), pairedItem: { item: 0 } }]);
	});

	it('sends the options of each item and returns what Persona includes', async () => {
		const importer = sandbox.addImporter({ errorCount: 2 });
		const options = {
			personaVersion: '2025-10-27',
			keyInflection: '={{ $json.inflection }}',
			include: 'creator',
			fields: { values: [{ type: 'importer', attributes: 'status,error-count' }] },
		};
		const rows = [
			{ id: importer.id, inflection: 'camel' },
			{ id: importer.id, inflection: 'snake' },
		];
		const run = await get(rows, { options });
		expect(outputOf(run).map(({ json }) => json)).toEqual([
			{
				type: importer.type,
				id: importer.id,
				attributes: { status: 'ready', errorCount: 2 },
				included: [],
			},
			{
				type: importer.type,
				id: importer.id,
				attributes: { status: 'ready', error_count: 2 },
				included: [],
			},
		]);
		expect(sandbox.requests.map(({ query, headers }) => ({ query, headers }))).toEqual(
			['camel', 'snake'].map((inflection) => ({
				query: { include: 'creator', 'fields[importer]': 'status,error-count' },
				headers: expect.objectContaining({
					'persona-version': '2025-10-27',
					'key-inflection': inflection,
				}),
			})),
		);
		expect(sandbox.requests[0]!.headers).not.toHaveProperty('idempotency-key');
	});

	it('puts the ID into one step of the address, whatever it holds', async () => {
		const run = await get([{ id: ' ../accounts?x=1#y ' }]);
		expect((run.data.resultData.error as NodeApiError).httpCode).toBe('404');
		expect(sandbox.requests.map(({ path, query }) => ({ path, query }))).toEqual([
			{ path: `/importers/${encodeURIComponent('../accounts?x=1#y')}`, query: {} },
		]);
	});
});

describe('Importer: Get, when there is no result', () => {
	it('404: names the item and what to do, not what was asked for', async () => {
		const run = await get([{ id: sandbox.addImporter().id }, { id: '123-45-6789' }]);
		const error = run.data.resultData.error as NodeApiError;
		expect(error.message).toBe('Item 1: Persona has no importer with this ID (HTTP 404)');
		expect(error.description).toMatch(
			/^Persona says: Record not found\. Check 'Importer'\. A sandbox key cannot see the importers of production, and a production key cannot see those of the sandbox\. Request ID for Persona's support: req_\w+$/,
		);
		expect(error).toMatchObject({
			httpCode: '404',
			context: { itemIndex: 1 },
			failure: { cause: 'configuration-invalid' },
		});
		expect(JSON.stringify(error)).not.toContain('123-45');
	});

	it.each([[''], ['   '], ['..'], [7], [null], [{ a: 1 }], ['\ud800']])(
		'%j is no ID: nothing is asked',
		async (id) => {
			const run = await get([{ id }]);
			const error = run.data.resultData.error as NodeApiError;
			expect(error.message).toBe("Item 0: 'Importer' holds no ID");
			expect(error.description).toContain('Choose an importer from the list');
			expect(error.context.itemIndex).toBe(0);
			expect(sandbox.requests).toEqual([]);
		},
	);

	it.each([
		['continueRegularOutput', 0],
		['continueErrorOutput', 1],
	] as const)(
		'%s: results first, then one item for each that has none',
		async (onError, output) => {
			const importer = sandbox.addImporter();
			const rows = [{ id: '' }, { id: 'mprt_gone' }, { id: importer.id }];
			const run = await get(rows, {}, { onError });
			const [result, ...failed] = [...outputOf(run), ...(output === 1 ? outputOf(run, 1) : [])];
			expect(result).toEqual({ json: importerJson(importer), pairedItem: { item: 2 } });
			expect(
				failed.map((item) => [
					reasonIn(item)?.message,
					reasonIn(item)?.description,
					item.pairedItem,
				]),
			).toEqual([
				["Item 0: 'Importer' holds no ID", expect.stringContaining('an expression'), { item: 0 }],
				[
					'Item 1: Persona has no importer with this ID (HTTP 404)',
					expect.stringContaining("Check 'Importer'"),
					{ item: 1 },
				],
			]);
		},
	);

	it('waits out a rate limit', async () => {
		const importer = sandbox.addImporter();
		sandbox.faults.add({ kind: 'rateLimited', resetSeconds: 9 });
		const before = clock.waited;
		const run = await get([{ id: importer.id }]);
		expect(outputOf(run)).toHaveLength(1);
		expect(clock.waited - before).toBe(9_000);
	});
});
