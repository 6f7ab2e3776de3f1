import { ExecuteContext } from 'n8n-core';
import type { IDataObject, INodeExecutionData, NodeOperationError } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import {
	importWorkflow,
	outputOf,
	personaRun,
	reasonsIn,
	runWorkflow,
	reasonIn,
} from './support/engine';
import { VirtualClock } from './support/virtualClock';

let sandbox: Sandbox;
const clock = new VirtualClock();
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	clock.install();
	sandbox = await startSandbox({ processingMilliseconds: 5, now: clock.now });
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	clock.restore();
	await sandbox.close();
});

const ROWS = [
	{ reference_id: 'a', birthdate: '1990-01-31' },
	{ reference_id: 'b', birthdate: '1990-02-31', social_security_number: '12-34' },
	{ reference_id: 'c' },
	{ reference_id: 'd', name_first: { first: 'Dee' } },
];

const problems = (item: INodeExecutionData) => reasonIn(item)?.problems;

describe('rows that cannot go', () => {
	it('Stop Workflow: sends nothing, names item, column and rule', async () => {
		const run = await runWorkflow(importWorkflow(ROWS), access());
		const error = run.data.resultData.error as NodeOperationError;
		expect(sandbox.requests).toEqual([]);
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
		const run = await runWorkflow(importWorkflow([ROWS[1]!, ROWS[3]!], { settings }), access());
		expect(sandbox.requests).toEqual([]);
		expect(personaRun(run).hints?.map(({ message }) => message)).toEqual([
			'0 rows sent, 2 not: see the last items for the reasons',
		]);
	});

	it('Stop Workflow: names each rule once, with the first items that break it', async () => {
		const rows = [
			...Array.from({ length: 13 }, () => ({ birthdate: 'soon' })),
			{ birthdate: '1990-02-31', social_security_number: '1' },
		];
		const run = await runWorkflow(importWorkflow(rows), access());
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
		const run = await runWorkflow(importWorkflow(ROWS, { settings: { onError } }), access());
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
		const run = await runWorkflow(importWorkflow([{ birthdate: 'x' }], { settings }), access());
		expect(outputOf(run)).toHaveLength(1);
		expect(sandbox.requests).toEqual([]);
	});
});

describe('a part that Persona refuses', () => {
	const rows = Array.from({ length: 6 }, (_, index) => ({ reference_id: `r${index}` }));
	const parameters = { options: { rowsPerImport: 2 } };
	const refuseSecond = () => {
		sandbox.faults.add({ kind: 'slow', milliseconds: 1, on: { method: 'POST' } });
		sandbox.faults.add({ kind: 'status', status: 422, on: { method: 'POST' } });
	};

	it('Stop Workflow: ends there and names what was accepted', async () => {
		refuseSecond();
		const run = await runWorkflow(importWorkflow(rows, { parameters }), access());
		const error = run.data.resultData.error as NodeOperationError;
		expect(sandbox.requests).toHaveLength(2);
		expect(error.message).toBe('Persona did not accept the file (HTTP 422)');
		expect(error.description).toContain(
			`Persona accepted other rows of this run: importer ${sandbox.importers()[0]?.id}. Another run with the same rows does not import them again within 24 hours.`,
		);
		expect(error.context.itemIndex).toBe(2);
	});

	it('Continue: the other parts go on, each row of this one is an item', async () => {
		refuseSecond();
		const settings = { onError: 'continueRegularOutput' } as const;
		const run = await runWorkflow(importWorkflow(rows, { parameters, settings }), access());
		const items = outputOf(run);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }, { item: 1 }],
			[{ item: 4 }, { item: 5 }],
			{ item: 2 },
			{ item: 3 },
		]);
		expect(items.slice(0, 2).map(({ json }) => json.meta)).toEqual([
			expect.objectContaining({ rows: 2, part: 1, parts: 3 }),
			expect.objectContaining({ rows: 2, part: 3, parts: 3 }),
		]);
		expect(reasonIn(items[2]!)?.message).toBe('Item 2: Persona did not accept the file (HTTP 422)');
		expect(reasonIn(items[2]!)?.description).toContain('Fix the rows');
	});

	it('413: halves it until it fits', async () => {
		const small = await startSandbox({ processingMilliseconds: 5, maximumBodyBytes: 330 });
		const wide = rows.map((row) => ({ ...row, name_first: 'x'.repeat(40) }));
		const run = await runWorkflow(importWorkflow(wide), {
			apiKey: small.apiKey,
			baseUrl: small.url,
		});
		await small.close();
		const items = outputOf(run);
		expect(items.length).toBeGreaterThan(1);
		expect(items.flatMap(({ pairedItem }) => pairedItem)).toEqual(
			rows.map((_, item) => ({ item })),
		);
		expect(new Set(items.map(({ json }) => (json.meta as { parts: number }).parts))).toEqual(
			new Set([items.length]),
		);
	});
});

describe('what goes wrong after Persona accepted the rows', () => {
	it.each(['stopWorkflow', 'continueRegularOutput'] as const)(
		'%s: does not read as if they were not imported',
		async (onError) => {
			const hints = jest.spyOn(ExecuteContext.prototype, 'addExecutionHints');
			hints.mockImplementationOnce(() => {
				throw new Error('no room');
			});
			const rows = [{ reference_id: 'a' }];
			const run = await runWorkflow(importWorkflow(rows, { settings: { onError } }), access());
			hints.mockRestore();
			const error = run.data.resultData.error ?? reasonIn(outputOf(run)[0]!);
			const { message, description } = error as NodeOperationError;
			expect(message.replace('Item 0: ', '')).toBe(
				'Persona accepted the rows, but this node could not finish its output',
			);
			expect(description).toContain(
				`Do not send the rows again: they are in importer ${sandbox.importers()[0]!.id}`,
			);
			expect(description).not.toContain('no room');
		},
	);
});

describe('a file that is too large', () => {
	const on = { method: 'POST', path: '/importer/accounts' };
	const rows = Array.from({ length: 16 }, (_, row) => ({ reference_id: `row-${row}` }));
	const settings = { onError: 'continueRegularOutput' } as const;

	it('is not sent in halves when an attempt before may have got through', async () => {
		sandbox.faults.add({ kind: 'dropConnection', when: 'afterWrite', on });
		sandbox.faults.add({ kind: 'status', status: 413, saved: false, on });
		const run = await runWorkflow(importWorkflow(rows, { settings }), access());
		await sandbox.settle();
		expect(sandbox.requests).toHaveLength(2);
		expect(sandbox.accounts()).toHaveLength(rows.length);
		const [first] = outputOf(run);
		expect(reasonIn(first!)?.message).toBe('Item 0: The file is too large for Persona (HTTP 413)');
		expect(reasonIn(first!)?.description).toContain('It is not known whether Persona');
	});

	it('is halved no further when a single row is too large', async () => {
		sandbox.faults.add({ kind: 'status', status: 413, saved: false, times: 1000, on });
		const run = await runWorkflow(importWorkflow(rows, { settings }), access());
		// 16, 8, 4, 2 and 1 rows, then what is left: 1, 2, 4 and 8.
		expect(sandbox.requests).toHaveLength(9);
		expect(outputOf(run).map(({ pairedItem }) => pairedItem)).toEqual(
			rows.map((_, item) => ({ item })),
		);
	});
});

describe('what stops the whole run', () => {
	it('Continue: gives every row its item instead of passing the rows on', async () => {
		const settings = { onError: 'continueRegularOutput' } as const;
		const parameters = { options: { unmatchedFields: 'reject' } };
		const rows = [
			{ reference_id: 'a', Email: 'a@example.com' },
			{ reference_id: 'b', Email: 'b@example.com' },
		];
		const run = await runWorkflow(importWorkflow(rows, { settings, parameters }), access());
		const message = '1 input field fits no column, so nothing was sent';
		expect(outputOf(run)).toEqual(
			[0, 1].map((item) => ({
				json: {
					error: `Item ${item}: ${message}`,
					details: {
						row: item,
						problems: [{ column: '', field: null, code: 'run', message }],
						help: expect.stringContaining('No column for: Email.'),
					},
				},
				pairedItem: { item },
			})),
		);
		expect(personaRun(run).hints).toEqual([{ message, type: 'warning', location: 'outputPane' }]);
	});
});
