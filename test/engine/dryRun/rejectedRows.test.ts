import type { IDataObject } from 'n8n-workflow';

import { BAD_ROW, DryRuns, GOOD_ROWS } from '../support/dryRuns';
import { outputOf, personaRun } from '../support/engine';

const dryRuns = new DryRuns();

const REJECTED = [
	{
		item: 1,
		problems: [
			{
				column: 'birthdate',
				code: 'futureDate',
				message: 'is in the future',
			},
			{
				column: 'social_security_number',
				code: 'socialSecurityNumberAsNumber',
				message:
					'holds a number with fewer than nine digits, so leading zeros were lost; give it as text in the source',
			},
		],
	},
];

describe('rejected rows in a dry run', () => {
	it('are in the report and do not stop the workflow', async () => {
		const run = await dryRuns.run([GOOD_ROWS[0]!, BAD_ROW, GOOD_ROWS[1]!]);
		const items = outputOf(run);
		expect(items).toMatchObject([{ json: { rows: 2, 'rejected-rows': 1, rejected: REJECTED } }]);
		expect(items[0]!.pairedItem).toEqual([{ item: 0 }, { item: 2 }]);
		expect(personaRun(run).hints!.map(({ message }) => message)).toEqual([
			'Dry run: nothing was sent to Persona',
			"In 1 row 'social_security_number' begins with 9, as taxpayer numbers (ITINs) do, not SSNs",
			"1 row would not be sent: see 'rejected' in the output",
		]);
	});

	it('are items of their own as well where the node may continue', async () => {
		const settings = { onError: 'continueRegularOutput' } as const;
		const items = outputOf(await dryRuns.run([GOOD_ROWS[0]!, BAD_ROW], {}, { settings }));
		expect(items).toHaveLength(2);
		expect(items[0]!.json).toMatchObject({ rows: 1, rejected: REJECTED });
		expect(items[1]).toMatchObject({
			json: { error: expect.stringContaining("Item 1, column 'birthdate': is in the future") },
			pairedItem: { item: 1 },
		});
	});

	it('take the error branch as they would', async () => {
		const settings = { onError: 'continueErrorOutput' } as const;
		const run = await dryRuns.run([GOOD_ROWS[0]!, BAD_ROW], {}, { settings });
		expect(outputOf(run)).toMatchObject([{ json: { rows: 1, 'rejected-rows': 1 } }]);
		expect(outputOf(run, 1)).toMatchObject([
			{ json: { error: expect.stringContaining('Item 1') }, pairedItem: { item: 1 } },
		]);
	});

	it.each([
		['all blank', [{ reference_id: ' ' }, { reference_id: '' }], { 'blank-rows': 2, rejected: [] }],
		['all rejected', [{ reference_id: true }, {}], { 'blank-rows': 1, 'rejected-rows': 1 }],
	])('%s: there is still a report, without a file', async (_, rows, report) => {
		const items = outputOf(await dryRuns.run(rows as IDataObject[]));
		expect(items).toMatchObject([{ json: { part: 0, parts: 0, rows: 0, bytes: 0, ...report } }]);
		expect(items[0]).not.toHaveProperty('binary');
		expect(items[0]!.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
	});
});
