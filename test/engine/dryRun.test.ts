import type { IDataObject, INodeExecutionData, NodeOperationError } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import {
	importWorkflow,
	outputOf,
	personaRun,
	runWorkflow,
	type PersonaNode,
} from './support/engine';
import { useBinaryMode } from './support/files';
import { listWorkflow } from './support/listItems';

let sandbox: Sandbox;
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	sandbox = await startSandbox();
	await useBinaryMode('default');
});
beforeEach(() => sandbox.reset());
afterEach(() => expect(sandbox.requests).toEqual([]));
afterAll(async () => await sandbox.close());

async function dryRun(rows: IDataObject[], options: IDataObject = {}, node: PersonaNode = {}) {
	const parameters = { ...node.parameters, options: { dryRun: true, ...options } };
	return await runWorkflow(importWorkflow(rows, { ...node, parameters }), access());
}

/** The CSV that comes with an item. */
const csvOf = ({ binary }: INodeExecutionData) =>
	Buffer.from(binary!.data!.data, 'base64').toString('utf8');

const GOOD = [
	{ reference_id: 'c-1', name_first: 'Zoë', social_security_number: '900123456' },
	{ reference_id: 'c-2', name_first: 'Ann', social_security_number: '' },
	{ reference_id: 'c-3', name_first: 'Bo', social_security_number: '966-12-3456' },
];
const BAD = { reference_id: 'c-4', birthdate: '2999-01-01', social_security_number: 7 };
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

describe('a dry run', () => {
	it('returns report and CSV, masked, and sends nothing', async () => {
		const run = await dryRun(GOOD);
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
		const [item] = outputOf(await dryRun(GOOD, { dryRunShowSocialSecurityNumbers: true }));
		expect(csvOf(item!)).toContain('c-1,Zoë,900-12-3456\r\n');
		expect(item!.json.bytes).toBe(Buffer.byteLength(csvOf(item!)));
	});

	it('reports in the chosen inflection and by the chosen name', async () => {
		const options = { keyInflection: 'camel', fileName: 'monday' };
		const [item] = outputOf(await dryRun(GOOD, options));
		expect(item!.json).toMatchObject({ dryRun: true, fileName: 'monday.csv', mergedDuplicates: 0 });
		expect(item!.binary!.data!.fileName).toBe('monday.csv');
	});

	it('returns one item for each part; what is counted once is on the first', async () => {
		const rows = [GOOD[0]!, {}, BAD, GOOD[1]!, GOOD[0]!, GOOD[2]!];
		const items = outputOf(await dryRun(rows, { rowsPerImport: 2, duplicates: 'keepFirst' }));
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

describe('rejected rows in a dry run', () => {
	it('are in the report and do not stop the workflow', async () => {
		const run = await dryRun([GOOD[0]!, BAD, GOOD[1]!]);
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
		const items = outputOf(await dryRun([GOOD[0]!, BAD], {}, { settings }));
		expect(items).toHaveLength(2);
		expect(items[0]!.json).toMatchObject({ rows: 1, rejected: REJECTED });
		expect(items[1]).toMatchObject({
			json: { error: expect.stringContaining("Item 1, column 'birthdate': is in the future") },
			pairedItem: { item: 1 },
		});
	});

	it('take the error branch as they would', async () => {
		const settings = { onError: 'continueErrorOutput' } as const;
		const run = await dryRun([GOOD[0]!, BAD], {}, { settings });
		expect(outputOf(run)).toMatchObject([{ json: { rows: 1, 'rejected-rows': 1 } }]);
		expect(outputOf(run, 1)).toMatchObject([
			{ json: { error: expect.stringContaining('Item 1') }, pairedItem: { item: 1 } },
		]);
	});

	it.each([
		['all blank', [{ reference_id: ' ' }, { reference_id: '' }], { 'blank-rows': 2, rejected: [] }],
		['all rejected', [{ reference_id: true }, {}], { 'blank-rows': 1, 'rejected-rows': 1 }],
	])('%s: there is still a report, without a file', async (_, rows, report) => {
		const items = outputOf(await dryRun(rows as IDataObject[]));
		expect(items).toMatchObject([{ json: { part: 0, parts: 0, rows: 0, bytes: 0, ...report } }]);
		expect(items[0]).not.toHaveProperty('binary');
		expect(items[0]!.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
	});
});

describe('a dry run, on and off', () => {
	it.each([
		['={{ "true" }}', "'Dry Run' is neither on nor off", 'dryRun'],
		['={{ null }}', "'Dry Run' is neither on nor off", 'dryRun'],
		[
			'={{ "yes" }}',
			"'Show SSNs in Preview' is neither on nor off",
			'dryRunShowSocialSecurityNumbers',
		],
	])('%s: sends nothing and says which option it is', async (value, message, name) => {
		const error = (await dryRun(GOOD, { [name]: value })).data.resultData.error;
		expect((error as NodeOperationError).message).toBe(message);
		expect((error as NodeOperationError).description).toContain('Nothing was sent.');
	});

	it.each([true, '={{ true }}', '={{ $input.first().json.reference_id === "c-1" }}'])(
		'%p is on',
		async (value) => {
			expect(outputOf(await dryRun(GOOD, { dryRun: value }))[0]!.json['dry-run']).toBe(true);
		},
	);

	it('sends nothing for other output either', async () => {
		const parameters = { output: 'rows', waitForCompletion: true };
		const items = outputOf(await dryRun(GOOD, {}, { parameters }));
		expect(items).toMatchObject([{ json: { 'dry-run': true } }]);
	});
});

describe('a dry run of a list', () => {
	it('reports and shows the file whole', async () => {
		const rows = [{ IP: '192.0.2.1' }, { IP: '192.0.2.0/24' }, { IP: '::1' }];
		const parameters = { options: { dryRun: true, dryRunShowSocialSecurityNumbers: 'leftover' } };
		const run = await runWorkflow(
			listWorkflow('ipAddress', 'lst_1', rows, { parameters }),
			access(),
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
