import type { IDataObject, INode } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { importWorkflow, outputOf, runWorkflow, type WorkflowFile } from './support/engine';
import { fileItem, fileWorkflow } from './support/files';
import { importerJson } from './support/importers';
import { listWorkflow } from './support/listItems';
import { VirtualClock } from './support/virtualClock';

let sandbox: Sandbox;
const clock = new VirtualClock();
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	clock.install();
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

const ROWS = [
	{ reference_id: 'a', birthdate: '1990-01-31' },
	{ reference_id: 'b', birthdate: '1990-02-31' },
	{ reference_id: '' },
	{ reference_id: 'c' },
	{ reference_id: 'd' },
];

const SUMMARY = { output: 'summary' };

const run = async (file: WorkflowFile) => outputOf(await runWorkflow(file, access()));
const importer = (place = 0) => sandbox.importers()[place]!;

const COMPLETED = '2026-01-02T03:04:05.000Z';

/** Lets Persona finish the only importer some seconds after the beginning. */
function finish() {
	const change = { status: 'ready', successfulCount: 2, completedAt: COMPLETED } as const;
	clock.after(3, () => Object.assign(importer(), change));
}

/** What the summary says of an importer that is still pending, unless there is more to say. */
const pending = (place: number, more: IDataObject) => ({
	id: importer(place).id,
	status: 'pending',
	rowsSent: 1,
	successful: 0,
	duplicates: 0,
	errors: 0,
	rejectedRows: 0,
	blankRows: 0,
	createdAt: importer(place).createdAt,
	completedAt: null,
	fileName: 'accounts.csv',
	warnings: '',
	...more,
});

describe('One Summary per Import', () => {
	it('is one flat item for each part, with the totals of the run in the first', async () => {
		const parameters = { ...SUMMARY, options: { rowsPerImport: 2 } };
		const settings = { onError: 'continueRegularOutput' } as const;
		const items = await run(importWorkflow(ROWS, { parameters, settings }));
		expect(items.slice(0, 2)).toEqual([
			{
				json: pending(0, { rowsSent: 2, rejectedRows: 1, blankRows: 1 }),
				pairedItem: [{ item: 0 }, { item: 3 }],
			},
			{ json: pending(1, {}), pairedItem: [{ item: 4 }] },
		]);
		expect(items).toHaveLength(3);
		expect(items[2]).toMatchObject({
			json: { error: expect.stringMatching(/^Item 1/), details: { row: 1 } },
		});
	});

	it.each<[string, IDataObject]>([
		["in one of Persona's key styles", { keyInflection: 'snake' }],
		['in the key style of the API key', { keyInflection: '' }],
		[
			'whatever else the response is to hold',
			{
				fields: { values: [{ type: 'importer/account', attributes: 'completed-at' }] },
				include: 'creator',
			},
		],
	])('has the same keys %s, and the final counts after a wait', async (_what, options) => {
		finish();
		const parameters = { ...SUMMARY, waitForCompletion: true, options };
		expect(await run(importWorkflow([ROWS[0]!, ROWS[3]!], { parameters }))).toEqual([
			{
				json: pending(0, {
					status: 'ready',
					rowsSent: 2,
					successful: 2,
					completedAt: COMPLETED,
				}),
				pairedItem: [{ item: 0 }, { item: 1 }],
			},
		]);
		expect(sandbox.requests.map(({ query }) => query)).toEqual(sandbox.requests.map(() => ({})));
	});

	it('says in its warnings what is unusual, and that an earlier import is one', async () => {
		const parameters = {
			...SUMMARY,
			columns: {
				mappingMode: 'defineBelow',
				value: { reference_id: '={{ $json.reference_id }}', name_first: '={{ $json.first }}' },
			},
		};
		const settings = { onError: 'continueRegularOutput' } as const;
		const file = importWorkflow([ROWS[3]!], { parameters, settings });
		const empty = "'First Name' is mapped but empty in the only row. Check its expression";
		expect((await run(file))[0]!.json).toEqual(pending(0, { warnings: empty }));
		clock.pass(3600);
		const [again] = await run(file);
		expect(again!.json).toMatchObject({
			id: importer().id,
			rowsSent: 1,
			warnings: `Nothing new was imported: Persona already had these rows. ${empty}`,
		});
	});

	it('is there for CSV files, one for each', async () => {
		const files = [
			await fileItem('reference_id\na\nb\n', { fileName: 'one.csv' }),
			await fileItem('reference_id\nc\n', { fileName: 'other.csv' }),
		];
		expect(await run(fileWorkflow(files, { parameters: SUMMARY }))).toEqual([
			{ json: pending(0, { rowsSent: 2, fileName: 'one.csv' }), pairedItem: [{ item: 0 }] },
			{ json: pending(1, { fileName: 'other.csv' }), pairedItem: [{ item: 1 }] },
		]);
	});

	it('is there for list items', async () => {
		const { id } = sandbox.addList({ type: 'list/phone-number' });
		const file = listWorkflow('phoneNumber', id, [{ phone: '030 1234567' }], {
			parameters: SUMMARY,
		});
		const warnings = "In 1 row 'value' does not begin with + and a country code";
		expect(await run(file)).toEqual([
			{
				json: pending(0, { fileName: 'list-items.csv', warnings }),
				pairedItem: [{ item: 0 }],
			},
		]);
	});

	it('leads to the import with Importer: Wait for Completion after it', async () => {
		finish();
		const file = importWorkflow([ROWS[0]!, ROWS[3]!], { parameters: SUMMARY });
		const [trigger, persona] = file.nodes as [INode, INode];
		const wait: INode = {
			...persona,
			id: '3',
			name: 'Wait',
			parameters: { resource: 'importer', operation: 'wait' },
		};
		const then = { main: [[{ node: 'Wait', type: 'main' as const, index: 0 }]] };
		const connections = { ...file.connections, Persona: then };
		const done = await runWorkflow(
			{ ...file, nodes: [trigger, persona, wait], connections },
			access(),
		);
		expect(done.data.resultData.error).toBeUndefined();
		const { data } = done.data.resultData.runData.Wait!.at(-1)!;
		expect(data?.main?.[0]?.map(({ json }) => json)).toEqual([importerJson(importer())]);
		expect(importer().status).toBe('ready');
	});
});

it.each<[string, (listId: string) => Promise<WorkflowFile> | WorkflowFile]>([
	['a list', (id) => listWorkflow('name', id, [{ name_last: 'Lovelace' }], rowsOutput())],
	['a file', async () => fileWorkflow([await fileItem('reference_id\na\n')], rowsOutput())],
])('One Item per Row, chosen before for %s, is one item per import', async (_what, fileOf) => {
	const { id } = sandbox.addList({ type: 'list/name' });
	expect(await run(await fileOf(id))).toMatchObject([{ json: { id: importer().id, meta: {} } }]);
	expect(sandbox.requests).toHaveLength(1);
});

function rowsOutput() {
	return { parameters: { output: 'rows' } };
}
