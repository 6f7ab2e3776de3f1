import type { IDataObject, INodeExecutionData, NodeOperationError } from 'n8n-workflow';

import {
	importWorkflow,
	outputOf,
	personaRun,
	reasonIn,
	reasonsIn,
	runWorkflow,
} from '../support/engine';
import { PersonaStandIn } from '../support/personaStandIn';

const persona = new PersonaStandIn().use({ processingMilliseconds: 5 });

const ROWS = [
	{ reference_id: 'a', birthdate: '1990-01-31' },
	{ reference_id: 'b', birthdate: '1990-02-31', social_security_number: '12-34' },
	{ reference_id: 'c' },
	{ reference_id: 'd', name_first: { first: 'Dee' } },
];

const problems = (item: INodeExecutionData) => reasonIn(item)?.problems;

describe('rows that cannot go', () => {
	it('Stop Workflow: sends nothing, names item, column and rule', async () => {
		const run = await runWorkflow(importWorkflow(ROWS), persona.access);
		const error = run.data.resultData.error as NodeOperationError;
		expect(persona.sandbox.requests).toEqual([]);
		expect(error.message).toBe('2 of 4 rows cannot be imported, so nothing was sent');
		expect(error.description?.split('\n')).toEqual([
			'<ul>',
			"<li>Item 1, column 'birthdate': is not a day that exists in the calendar.</li>",
			"<li>Item 1, column 'social_security_number': is not written as nine digits, with or without hyphens (NNN-NN-NNNN).</li>",
			"<li>Item 3, column 'name_first': holds an object or a list where text belongs.</li>",
			'</ul>',
			expect.stringContaining("set 'On Error'"),
		]);
		expect(error.context.itemIndex).toBeUndefined();
	});

	it('Continue: when every row is turned away, the hint counts them', async () => {
		const settings = { onError: 'continueRegularOutput' as const };
		const run = await runWorkflow(
			importWorkflow([ROWS[1]!, ROWS[3]!], { settings }),
			persona.access,
		);
		expect(persona.sandbox.requests).toEqual([]);
		expect(personaRun(run).hints?.map(({ message }) => message)).toEqual([
			'0 rows sent, 2 not: see the last items for the reasons',
		]);
	});

	it('Stop Workflow: names each rule once, with the first items that break it', async () => {
		const rows = [
			...Array.from({ length: 13 }, () => ({ birthdate: 'soon' })),
			{ birthdate: '1990-02-31', social_security_number: '1' },
		];
		const run = await runWorkflow(importWorkflow(rows), persona.access);
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe('14 of 14 rows cannot be imported, so nothing was sent');
		expect(error.description?.split('\n').slice(0, -1)).toEqual([
			'<ul>',
			"<li>Column 'birthdate', 13 rows (items 0, 1, 2 …): is not a date that Detect can read; choose how it is written in the option 'Birthdate Format'.</li>",
			"<li>Item 13, column 'birthdate': is not a day that exists in the calendar.</li>",
			"<li>Item 13, column 'social_security_number': is not written as nine digits, with or without hyphens (NNN-NN-NNNN).</li>",
			'</ul>',
		]);
	});

	it.each([
		['continueRegularOutput', 0, 1],
		['continueErrorOutput', 1, 0],
	] as const)('%s: imports the others, one item for each', async (onError, output, after) => {
		const run = await runWorkflow(importWorkflow(ROWS, { settings: { onError } }), persona.access);
		const errorItems = outputOf(run, output).slice(after);
		expect(outputOf(run)[0]).toMatchObject({
			json: { type: 'importer/account', meta: { rows: 2, 'rejected-rows': 2 } },
			pairedItem: [{ item: 0 }, { item: 2 }],
		});
		expect(errorItems.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }, { item: 3 }]);
		const whole = errorItems.map((item) => ({
			...(item.json.details as IDataObject),
			error: item.json.error,
		}));
		expect(whole).toMatchObject([
			{
				row: 1,
				help: null,
				error:
					"Item 1, column 'birthdate': is not a day that exists in the calendar. Column 'social_security_number': is not written as nine digits, with or without hyphens (NNN-NN-NNNN)",
			},
			{
				row: 3,
				help: null,
				error: "Item 3, column 'name_first': holds an object or a list where text belongs",
			},
		]);
		// On the error output, n8n puts the row itself below what the node says, as its own nodes do.
		const own = errorItems.map(({ json }) => Object.keys(json));
		const added = ['error', 'details'];
		expect(own).toEqual(
			onError === 'continueErrorOutput'
				? [ROWS[1]!, ROWS[3]!].map((row) => [...Object.keys(row), ...added])
				: [added, added],
		);
		expect(errorItems.every(({ error }) => error === undefined)).toBe(true);
		expect(errorItems.map(problems)).toEqual([
			[
				{
					column: 'birthdate',
					field: 'birthdate',
					code: 'impossibleDate',
					message: 'is not a day that exists in the calendar',
				},
				{
					column: 'social_security_number',
					field: 'social_security_number',
					code: 'socialSecurityNumber',
					message: 'is not written as nine digits, with or without hyphens (NNN-NN-NNNN)',
				},
			],
			[
				{
					column: 'name_first',
					field: 'name_first',
					code: 'notText',
					message: 'holds an object or a list where text belongs',
				},
			],
		]);
		expect(personaRun(run).hints?.map(({ message }) => message)).toEqual([
			`2 rows sent, 2 not: see ${reasonsIn(onError)} for the reasons`,
		]);
	});

	it('does not run again under Retry On Fail, even when no row could go', async () => {
		const settings = {
			onError: 'continueRegularOutput',
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 1,
		} as const;
		const run = await runWorkflow(
			importWorkflow([{ birthdate: 'x' }], { settings }),
			persona.access,
		);
		expect(outputOf(run)).toHaveLength(1);
		expect(persona.sandbox.requests).toEqual([]);
	});
});
