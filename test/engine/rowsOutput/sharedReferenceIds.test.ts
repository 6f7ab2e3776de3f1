import { hintsOf, outputOf, reasonIn } from '../support/engine';
import { jsonOf, RowsOutput } from '../support/rowsOutput';

const imports = new RowsOutput().use({ processingMilliseconds: 5 });

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
		const run = await imports.run(rows, { duplicates }, { onError: 'continueRegularOutput' });
		const account = imports.imported(sent);
		const importerId = imports.sandbox.importers()[0]!.id;
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
					accountId: imports.imported('b').id,
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
		const run = await imports.run(rows, {}, { onError: 'continueErrorOutput' });
		expect(jsonOf(outputOf(run)).map(({ row }) => row)).toEqual([3]);
		expect(outputOf(run, 1).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 2 },
			{ item: 4 },
		]);
	});

	it('send: they share the outcome, which fits what Persona counts', async () => {
		const both = [{ reference_id: 'a' }, { reference_id: 'A' }, { reference_id: 'b' }];
		const run = await imports.run(both, { duplicates: 'send' });
		const { id } = imports.imported('a');
		expect(jsonOf(outputOf(run))).toMatchObject([
			{ row: 0, referenceId: 'a', outcome: 'created', accountId: id },
			{ row: 1, referenceId: 'A', outcome: 'created', accountId: id },
			{ row: 2, referenceId: 'b', outcome: 'created', accountId: imports.imported('b').id },
		]);
		expect(imports.sandbox.importers()[0]).toMatchObject({ successfulCount: 2, duplicateCount: 1 });
		expect(imports.lookUps()).toEqual([
			['a', 'A', 'b'],
			['a', 'A', 'b'],
		]);
		expect(hintsOf(run)).toEqual([]);
	});

	it('a row that was merged into one that Persona did not take is told about, too', async () => {
		imports.sandbox.faults.add({ kind: 'status', status: 422, on: { path: '/importer/accounts' } });
		const options = { duplicates: 'keepFirst', rowsPerImport: 1 };
		const run = await imports.run(rows.slice(0, 4), options, { onError: 'continueRegularOutput' });
		const [sent, ...failed] = outputOf(run);
		expect(sent).toMatchObject({ json: { row: 3, outcome: 'created' }, pairedItem: { item: 3 } });
		expect(failed.map((item) => [reasonIn(item)?.message, item.pairedItem])).toEqual([
			['Item 0: Persona did not accept the file (HTTP 422)', { item: 0 }],
			['Item 2: Persona did not accept the file (HTTP 422)', { item: 2 }],
		]);
		expect(hintsOf(run)).toContain('1 row sent, 1 not: see the last items for the reasons');
	});
});
