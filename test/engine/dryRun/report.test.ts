import { BAD_ROW, csvOf, DryRuns, GOOD_ROWS } from '../support/dryRuns';
import { outputOf, personaRun, runWorkflow } from '../support/engine';
import { listWorkflow } from '../support/listItems';

const dryRuns = new DryRuns();

describe('a dry run', () => {
	it('returns report and CSV, masked, and sends nothing', async () => {
		const run = await dryRuns.run(GOOD_ROWS);
		const [item, ...more] = outputOf(run);
		const sent =
			'reference_id,name_first,social_security_number\r\nc-1,Zoë,900-12-3456\r\nc-2,Ann,\r\nc-3,Bo,966-12-3456\r\n';
		expect(more).toEqual([]);
		expect(item!.json).toEqual({
			'dry-run': true,
			part: 1,
			parts: 1,
			rows: 3,
			bytes: Buffer.byteLength(sent),
			'blank-rows': 0,
			'merged-duplicates': 0,
			'rejected-rows': 0,
			'file-name': 'accounts.csv',
			columns: ['reference_id', 'name_first', 'social_security_number'],
			rejected: [],
			mapping: {
				reference_id: ['reference_id'],
				name_first: ['name_first'],
				social_security_number: ['social_security_number'],
			},
			'ignored-fields': [],
			'passed-over-fields': [],
			warnings: [
				{
					code: 'taxpayerNumber',
					column: 'social_security_number',
					count: 2,
					items: [0, 2],
					message:
						"In 2 rows 'social_security_number' begins with 9, as taxpayer numbers (ITINs) do, not SSNs",
				},
			],
		});
		expect(item!.pairedItem).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(item!.binary).toMatchObject({
			data: { fileName: 'accounts.csv', mimeType: 'text/csv', fileExtension: 'csv' },
		});
		expect(csvOf(item!)).toBe(
			'reference_id,name_first,social_security_number\r\nc-1,Zoë,•••-••-••••\r\nc-2,Ann,\r\nc-3,Bo,•••-••-••••\r\n',
		);
		expect(personaRun(run).hints).toMatchObject([
			{ message: 'Dry run: nothing was sent to Persona', type: 'info' },
			{ message: expect.stringContaining("In 2 rows 'social_security_number'"), type: 'warning' },
		]);
		expect(run.data.resultData.metadata).toBeUndefined();
	});

	it('shows social security numbers only when asked to', async () => {
		const [item] = outputOf(
			await dryRuns.run(GOOD_ROWS, { dryRunShowSocialSecurityNumbers: true }),
		);
		expect(csvOf(item!)).toContain('c-1,Zoë,900-12-3456\r\n');
		expect(item!.json.bytes).toBe(Buffer.byteLength(csvOf(item!)));
	});

	it('reports in the chosen inflection and by the chosen name', async () => {
		const options = { keyInflection: 'camel', fileName: 'monday' };
		const [item] = outputOf(await dryRuns.run(GOOD_ROWS, options));
		expect(item!.json).toMatchObject({ dryRun: true, fileName: 'monday.csv', mergedDuplicates: 0 });
		expect(item!.binary!.data!.fileName).toBe('monday.csv');
	});

	it('returns one item for each part; what is counted once is on the first', async () => {
		const rows = [GOOD_ROWS[0]!, {}, BAD_ROW, GOOD_ROWS[1]!, GOOD_ROWS[0]!, GOOD_ROWS[2]!];
		const items = outputOf(await dryRuns.run(rows, { rowsPerImport: 2, duplicates: 'keepFirst' }));
		expect(items.map(({ json, pairedItem }) => [json, pairedItem])).toMatchObject([
			[
				{
					part: 1,
					parts: 2,
					rows: 2,
					'blank-rows': 1,
					'merged-duplicates': 1,
					'rejected-rows': 1,
					rejected: [{ item: 2 }],
				},
				[{ item: 0 }, { item: 3 }],
			],
			[
				{
					part: 2,
					parts: 2,
					rows: 1,
					'blank-rows': 0,
					'merged-duplicates': 0,
					'rejected-rows': 0,
					rejected: [],
				},
				[{ item: 5 }],
			],
		]);
		expect(items.map(csvOf)).toMatchObject([
			expect.stringContaining('c-1'),
			expect.stringContaining('c-3'),
		]);
	});
});

describe('a dry run of a list', () => {
	it('reports and shows the file whole', async () => {
		const rows = [{ IP: '192.0.2.1' }, { IP: '192.0.2.0/24' }, { IP: '::1' }];
		const parameters = { options: { dryRun: true, dryRunShowSocialSecurityNumbers: 'leftover' } };
		const run = await runWorkflow(
			listWorkflow('ipAddress', 'lst_1', rows, { parameters }),
			dryRuns.access,
		);
		const [item] = outputOf(run);
		expect(item!.json).toMatchObject({
			rows: 2,
			'file-name': 'list-items.csv',
			columns: ['value'],
			rejected: [{ item: 1, problems: [{ column: 'value', code: 'ipRange' }] }],
		});
		expect(csvOf(item!)).toBe('value\r\n192.0.2.1\r\n::1\r\n');
	});
});
