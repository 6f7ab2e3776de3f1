import { hintsOf, importWorkflow, outputOf, runWorkflow } from '../support/engine';
import { jsonOf, RowsOutput, THREE_ROWS } from '../support/rowsOutput';

const imports = new RowsOutput().use({ processingMilliseconds: 5 });

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
			.map(({ reference_id: referenceId }) => imports.sandbox.addAccount({ referenceId }));
		const run = await imports.run(rows);
		const [importer] = imports.sandbox.importers();
		expect(outputOf(run)).toEqual(
			rows.map(({ reference_id: referenceId }, row) => {
				const before = existing.find((account) => account.referenceId === referenceId);
				const account = before ?? imports.imported(referenceId);
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
		expect(imports.lookUps().map(({ length }) => length)).toEqual([...sizes, ...sizes]);
		expect(hintsOf(run)).toEqual([]);
	});

	it('without rows: no item and no request', async () => {
		const run = await imports.run([{ reference_id: ' ', name_first: '' }]);
		expect(outputOf(run)).toEqual([]);
		expect(imports.sandbox.requests).toEqual([]);
		expect(hintsOf(run)).toEqual([
			'1 blank row was left out',
			'There was no row to import, so nothing was sent',
		]);
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
			const run = await imports.run([row], { personaVersion, keyInflection: 'snake' });
			expect(jsonOf(outputOf(run))).toEqual([
				{
					row: 0,
					referenceId: 'c-1',
					outcome: 'created',
					accountId: imports.imported('c-1').id,
					importerId: imports.sandbox.importers()[0]!.id,
				},
			]);
			const said = JSON.stringify(run.data.resultData.runData.Persona);
			expect(said).not.toMatch(/marker|1971|3456/);
		},
	);

	it('sends a second import of the same rows nowhere, and says that the accounts were there', async () => {
		const rows = [{ reference_id: 'c-1' }, { reference_id: 'c-2' }];
		const first = jsonOf(outputOf(await imports.run(rows)));
		imports.clock.pass(60);
		const run = await imports.run(rows);
		expect(jsonOf(outputOf(run))).toEqual(
			first.map((json) => ({ ...json, outcome: 'alreadyExisted' })),
		);
		expect(imports.sandbox.importers()).toHaveLength(1);
		expect(hintsOf(run)).toEqual([
			expect.stringMatching(/^Nothing new was imported\./),
			"Persona's counts (2 successful, 0 duplicates) differ from what was seen (0 created, 2 already there)",
		]);
	});

	it('joins the rows of several imports, each with its importer', async () => {
		const rows = ['a', 'b', 'c'].map((id) => ({ reference_id: id }));
		const run = await imports.run(rows, { rowsPerImport: 2 });
		const [first, second] = imports.sandbox.importers();
		expect(jsonOf(outputOf(run)).map(({ row, importerId }) => [row, importerId])).toEqual([
			[0, first!.id],
			[1, first!.id],
			[2, second!.id],
		]);
		expect(imports.lookUps()).toEqual([
			['a', 'b', 'c'],
			['a', 'b', 'c'],
		]);
	});

	it('with a CSV file as the source: there are no rows to tell about, so the import is', async () => {
		const csv = Buffer.from('reference_id\r\na\r\n');
		const data = { data: csv.toString('base64'), mimeType: 'text/csv', fileName: 'a.csv' };
		const file = importWorkflow([], { parameters: { output: 'rows', source: 'file' } });
		file.pinData = { CRM: [{ json: {}, binary: { data } }] };
		const run = await runWorkflow(file, imports.access);
		expect(outputOf(run).map(({ json }) => json.id)).toEqual([imports.sandbox.importers()[0]!.id]);
		expect(imports.sandbox.requests).toHaveLength(1);
	});

	it('an unknown output: sends nothing', async () => {
		const run = await runWorkflow(
			importWorkflow(THREE_ROWS, { parameters: { output: 'columns' } }),
			imports.access,
		);
		expect(run.data.resultData.error?.message).toBe(
			"'Output' is set to something that it does not offer",
		);
		expect(imports.sandbox.requests).toEqual([]);
	});
});
