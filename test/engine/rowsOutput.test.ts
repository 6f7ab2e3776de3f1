import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { hintsOf, importWorkflow, outputOf, runWorkflow, reasonIn } from './support/engine';
import { VirtualClock } from './support/virtualClock';

let sandbox: Sandbox;
const clock = new VirtualClock();
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	clock.install();
	sandbox = await startSandbox({ processingMilliseconds: 5, now: clock.now });
});
beforeEach(() => {
	sandbox.reset();
	clock.forget();
});
afterAll(async () => {
	clock.restore();
	await sandbox.close();
});

async function importRows(
	rows: IDataObject[],
	options: INode['parameters'] = {},
	settings: Partial<INode> = {},
) {
	const parameters = { output: 'rows', options };
	return await runWorkflow(importWorkflow(rows, { parameters, settings }), access());
}

/** What the look-ups asked for, in their order. */
const lookUps = () =>
	sandbox.requests
		.filter(({ path }) => path === '/accounts')
		.map(({ query }) => query['filter[reference-id]']!.split(','));

const jsonOf = (items: INodeExecutionData[]) => items.map(({ json }) => json);
const outcomesOf = (items: INodeExecutionData[]) => jsonOf(items).map(({ outcome }) => outcome);

/** The account that an import made for a reference ID. */
const imported = (referenceId: string) =>
	sandbox.accounts().find((account) => account.referenceId === referenceId && account.importerId)!;

describe('One Item per Row', () => {
	it.each([
		[1, [1]],
		[98, [98]],
		[99, [99]],
		[100, [99, 1]],
		[101, [99, 2]],
		[250, [99, 99, 52]],
	])('%i rows: an outcome for each, looked up in requests of %j', async (count, sizes) => {
		const rows = Array.from({ length: count }, (_, row) => ({ reference_id: `c-${row}` }));
		const existing = rows
			.filter((_, row) => row % 3 === 1)
			.map(({ reference_id: referenceId }) => sandbox.addAccount({ referenceId }));
		const run = await importRows(rows);
		const [importer] = sandbox.importers();
		expect(outputOf(run)).toEqual(
			rows.map(({ reference_id: referenceId }, row) => {
				const before = existing.find((account) => account.referenceId === referenceId);
				const account = before ?? imported(referenceId);
				const outcome = before ? 'alreadyExisted' : 'created';
				const json = {
					row,
					referenceId,
					outcome,
					accountId: account.id,
					importerId: importer!.id,
				};
				return { json, pairedItem: { item: row } };
			}),
		);
		expect(lookUps().map(({ length }) => length)).toEqual([...sizes, ...sizes]);
		expect(hintsOf(run)).toEqual([]);
	});

	it('without rows: no item and no request', async () => {
		const run = await importRows([{ reference_id: ' ', name_first: '' }]);
		expect(outputOf(run)).toEqual([]);
		expect(sandbox.requests).toEqual([]);
		expect(hintsOf(run)).toEqual([
			'1 blank row was left out',
			'There was no row to import, so nothing was sent',
		]);
	});

	it('asks for nothing but reference IDs, before and after the import has finished', async () => {
		await importRows([{ reference_id: 'c-1' }], { keyInflection: 'camel', include: 'creator' });
		const gets = sandbox.requests.filter(({ path }) => path === '/accounts');
		expect(gets.map(({ query }) => query)).toEqual([
			{ 'filter[reference-id]': 'c-1', 'fields[account]': 'reference-id', 'page[size]': '100' },
			{ 'filter[reference-id]': 'c-1', 'fields[account]': 'reference-id', 'page[size]': '100' },
		]);
		expect(gets[0]!.headers).toMatchObject({ 'key-inflection': 'kebab' });
		const steps = sandbox.requests.map(({ method, path }) => `${method} ${path.split('/')[1]}`);
		expect(steps.slice(0, 3)).toEqual(['GET accounts', 'POST importer', 'GET importers']);
		expect(steps.at(-1)).toBe('GET accounts');
	});

	it.each(['2020-05-18', '2023-01-05', '2025-10-27', '2026-09-29', ''])(
		'holds nothing of a row but its reference ID, also in version "%s"',
		async (personaVersion) => {
			const row = {
				reference_id: 'c-1',
				name_first: 'Firstmarker',
				name_last: 'Lastmarker',
				birthdate: '1971-02-03',
				social_security_number: '900-12-3456',
				tags: 'tagmarker',
			};
			const run = await importRows([row], { personaVersion, keyInflection: 'snake' });
			expect(jsonOf(outputOf(run))).toEqual([
				{
					row: 0,
					referenceId: 'c-1',
					outcome: 'created',
					accountId: imported('c-1').id,
					importerId: sandbox.importers()[0]!.id,
				},
			]);
			const said = JSON.stringify(run.data.resultData.runData.Persona);
			expect(said).not.toMatch(/marker|1971|3456/);
		},
	);

	it('keeps addresses short and percent-encoded, whatever the IDs hold', async () => {
		const ids = [
			...Array.from({ length: 120 }, (_, index) => `${index}-5f0c6f0a-0b5e-4c7e-9d0e-1a2b3c4d5e6f`),
			...Array.from({ length: 40 }, (_, index) => `客户 ${index} & co. = 100% + ?#/\\"'`),
		];
		const run = await importRows(ids.map((id) => ({ reference_id: id })));
		expect(new Set(outcomesOf(outputOf(run)))).toEqual(new Set(['created']));
		expect(jsonOf(outputOf(run)).map(({ accountId }) => accountId)).toEqual(
			ids.map((id) => imported(id).id),
		);
		expect(lookUps().flat()).toEqual([...ids, ...ids]);
		for (const asked of lookUps()) {
			const query = {
				'filter[reference-id]': asked.join(','),
				'fields[account]': 'reference-id',
				'page[size]': '100',
				'page[after]': 'act_012345678901234567890123',
			};
			const address = `${sandbox.url}/accounts?${new URLSearchParams(query).toString()}`;
			expect(address.length).toBeLessThan(2000);
		}
		expect(lookUps().length).toBeLessThan(20);
	});

	it('compares reference IDs without case, and sends them without spaces around them', async () => {
		const lower = sandbox.addAccount({ referenceId: 'k-1' });
		const run = await importRows([{ reference_id: 'K-1' }, { reference_id: ' K-2 ' }]);
		expect(jsonOf(outputOf(run))).toMatchObject([
			{ referenceId: 'K-1', outcome: 'alreadyExisted', accountId: lower.id },
			{ referenceId: 'K-2', outcome: 'created', accountId: imported('K-2').id },
		]);
	});

	it('says which rows cannot be looked up', async () => {
		const long = 'x'.repeat(1801);
		const rows = [
			{ reference_id: 'a,b', name_first: 'Ann' },
			{ reference_id: '', name_first: 'Ben' },
			{ reference_id: long, name_first: 'Cleo' },
			{ reference_id: 'x'.repeat(1800), name_first: 'Dee' },
		];
		const run = await importRows(rows);
		expect(jsonOf(outputOf(run))).toMatchObject([
			{ row: 0, referenceId: 'a,b', outcome: 'unverifiable', accountId: null },
			{ row: 1, referenceId: null, outcome: 'unverifiable', accountId: null },
			{ row: 2, referenceId: long, outcome: 'unverifiable', accountId: null },
			{ row: 3, outcome: 'created', accountId: imported('x'.repeat(1800)).id },
		]);
		expect(hintsOf(run)).toEqual([
			'3 rows cannot be looked up by reference ID: the outcome is unverifiable',
		]);
	});

	it('looks nothing up when no column holds the reference ID', async () => {
		const run = await importRows([{ name_first: 'Ann' }, { name_first: 'Ben' }]);
		expect(outcomesOf(outputOf(run))).toEqual(['unverifiable', 'unverifiable']);
		expect(lookUps()).toEqual([]);
		expect(sandbox.accounts()).toHaveLength(2);
	});

	it('sends a second import of the same rows nowhere, and says that the accounts were there', async () => {
		const rows = [{ reference_id: 'c-1' }, { reference_id: 'c-2' }];
		const first = jsonOf(outputOf(await importRows(rows)));
		clock.pass(60);
		const run = await importRows(rows);
		expect(jsonOf(outputOf(run))).toEqual(
			first.map((json) => ({ ...json, outcome: 'alreadyExisted' })),
		);
		expect(sandbox.importers()).toHaveLength(1);
		expect(hintsOf(run)).toEqual([
			expect.stringMatching(/^Nothing new was imported\./),
			"Persona's counts (2 successful, 0 duplicates) differ from what was seen (0 created, 2 already there)",
		]);
	});

	it('joins the rows of several imports, each with its importer', async () => {
		const rows = ['a', 'b', 'c'].map((id) => ({ reference_id: id }));
		const run = await importRows(rows, { rowsPerImport: 2 });
		const [first, second] = sandbox.importers();
		expect(jsonOf(outputOf(run)).map(({ row, importerId }) => [row, importerId])).toEqual([
			[0, first!.id],
			[1, first!.id],
			[2, second!.id],
		]);
		expect(lookUps()).toEqual([
			['a', 'b', 'c'],
			['a', 'b', 'c'],
		]);
	});
});

describe('One Item per Row, with several account types', () => {
	const other = { accountTypeName: 'Business' };

	it('an account of another type does not keep a new one from being created', async () => {
		const business = sandbox.addAccount({ referenceId: 'c-1', ...other });
		const run = await importRows([{ reference_id: 'C-1' }]);
		const { id } = imported('C-1');
		expect(id).not.toBe(business.id);
		expect(jsonOf(outputOf(run))).toMatchObject([{ outcome: 'created', accountId: id }]);
		expect(hintsOf(run)).toEqual([]);
	});

	it('gives no account ID when it could be more than one', async () => {
		sandbox.addAccount({ referenceId: 'c-1', ...other });
		sandbox.addAccount({ referenceId: 'C-1' });
		const run = await importRows([{ reference_id: 'c-1' }, { reference_id: 'c-2' }]);
		expect(jsonOf(outputOf(run))).toMatchObject([
			{ outcome: 'alreadyExisted', accountId: null },
			{ outcome: 'created', accountId: imported('c-2').id },
		]);
		expect(hintsOf(run)).toEqual([
			'1 row without account ID, as several accounts have the reference ID',
		]);
	});

	it('follows the pages when there are more accounts than IDs', async () => {
		const rows = Array.from({ length: 90 }, (_, row) => ({ reference_id: `c-${row}` }));
		const accounts = rows.map(({ reference_id: referenceId }) =>
			sandbox.addAccount({ referenceId, ...other }),
		);
		const run = await importRows(rows);
		expect(new Set(outcomesOf(outputOf(run)))).toEqual(new Set(['created']));
		const asked = sandbox.requests.filter(({ path }) => path === '/accounts');
		expect(asked.map(({ query }) => query['page[after]'])).toEqual([
			undefined,
			undefined,
			expect.stringMatching(/^act_/),
		]);
		expect(jsonOf(outputOf(run)).map(({ accountId }) => accountId)).not.toEqual(
			expect.arrayContaining([accounts[0]!.id]),
		);
	});
});

describe('One Item per Row, with rows that share a reference ID', () => {
	const rows = [
		{ reference_id: 'a', name_first: 'one' },
		{ reference_id: '' },
		{ reference_id: 'A ', name_first: 'two' },
		{ reference_id: 'b' },
		{ reference_id: 'c', birthdate: '1990-02-31' },
	];

	it.each([
		['keepFirst', 'a'],
		['keepLast', 'A'],
	])('%s: a merged row has the outcome of the row that was sent', async (duplicates, sent) => {
		const run = await importRows(rows, { duplicates }, { onError: 'continueRegularOutput' });
		const account = imported(sent);
		const importerId = sandbox.importers()[0]!.id;
		const [first, merged, other, rejected, ...none] = outputOf(run);
		expect([first, merged, other]).toEqual([
			{
				json: { row: 0, referenceId: 'a', outcome: 'created', accountId: account.id, importerId },
				pairedItem: { item: 0 },
			},
			{
				json: { row: 2, referenceId: 'A', outcome: 'created', accountId: account.id, importerId },
				pairedItem: { item: 2 },
			},
			{
				json: {
					row: 3,
					referenceId: 'b',
					outcome: 'created',
					accountId: imported('b').id,
					importerId,
				},
				pairedItem: { item: 3 },
			},
		]);
		expect(rejected).toMatchObject({
			json: { error: "Item 4, column 'birthdate': is not a day that exists in the calendar" },
			pairedItem: { item: 4 },
		});
		expect(none).toEqual([]);
		expect(hintsOf(run)).toEqual([
			'2 rows sent, 1 not: see the last items for the reasons',
			'1 blank row was left out',
			'1 row with a repeated reference ID was left out',
		]);
	});

	it('reject: each of them is an item that says why', async () => {
		const run = await importRows(rows, {}, { onError: 'continueErrorOutput' });
		expect(jsonOf(outputOf(run)).map(({ row }) => row)).toEqual([3]);
		expect(outputOf(run, 1).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 2 },
			{ item: 4 },
		]);
	});

	it('send: they share the outcome, which fits what Persona counts', async () => {
		const both = [{ reference_id: 'a' }, { reference_id: 'A' }, { reference_id: 'b' }];
		const run = await importRows(both, { duplicates: 'send' });
		const { id } = imported('a');
		expect(jsonOf(outputOf(run))).toMatchObject([
			{ row: 0, referenceId: 'a', outcome: 'created', accountId: id },
			{ row: 1, referenceId: 'A', outcome: 'created', accountId: id },
			{ row: 2, referenceId: 'b', outcome: 'created', accountId: imported('b').id },
		]);
		expect(sandbox.importers()[0]).toMatchObject({ successfulCount: 2, duplicateCount: 1 });
		expect(lookUps()).toEqual([
			['a', 'A', 'b'],
			['a', 'A', 'b'],
		]);
		expect(hintsOf(run)).toEqual([]);
	});

	it('a row that was merged into one that Persona did not take is told about, too', async () => {
		sandbox.faults.add({ kind: 'status', status: 422, on: { path: '/importer/accounts' } });
		const options = { duplicates: 'keepFirst', rowsPerImport: 1 };
		const run = await importRows(rows.slice(0, 4), options, { onError: 'continueRegularOutput' });
		const [sent, ...failed] = outputOf(run);
		expect(sent).toMatchObject({ json: { row: 3, outcome: 'created' }, pairedItem: { item: 3 } });
		expect(failed.map((item) => [reasonIn(item)?.message, item.pairedItem])).toEqual([
			['Item 0: Persona did not accept the file (HTTP 422)', { item: 0 }],
			['Item 2: Persona did not accept the file (HTTP 422)', { item: 2 }],
		]);
		expect(hintsOf(run)).toContain('1 row sent, 1 not: see the last items for the reasons');
	});
});
