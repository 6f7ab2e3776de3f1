import { parse } from 'csv-parse/sync';

import { startSandbox, type Sandbox } from '../../sandbox';
import { importWorkflow, outputOf, personaRun, runWorkflow } from './support/engine';

let sandbox: Sandbox;
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: 5 });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const ROWS = [
	{ reference_id: 'c-1', name_first: 'Zoë', name_last: "O'Neil, Jr.", birthdate: '1990-02-28' },
	{
		reference_id: 'c-2',
		name_first: 'محمد',
		name_last: '山田',
		social_security_number: '900123456',
	},
	{ reference_id: 'c-3', name_first: 'Line\nbreak', name_last: 'A "Quote"', tags: ['vip', 'eu'] },
];

describe('import from input items', () => {
	it('returns the Importer object with meta, linked to every row', async () => {
		const run = await runWorkflow(importWorkflow(ROWS), access());
		const [importer] = sandbox.importers();
		const [request] = sandbox.requests;
		expect(outputOf(run)).toEqual([
			{
				json: {
					type: 'importer/account',
					id: importer!.id,
					attributes: {
						status: 'pending',
						'created-at': importer!.createdAt,
						'completed-at': null,
						'error-count': 0,
						'successful-count': 0,
						'duplicate-count': 0,
					},
					meta: {
						rows: 3,
						'blank-rows': 0,
						'merged-duplicates': 0,
						'rejected-rows': 0,
						part: 1,
						parts: 1,
						'file-name': 'accounts.csv',
						bytes: sandbox.csvOf(importer!.id).length,
						'request-id': expect.stringMatching(/^req_/),
						'environment-id': expect.stringMatching(/^env_/),
						'idempotency-key': request!.headers['idempotency-key'],
						repeated: false,
						mapping: expect.any(Object),
						'ignored-fields': [],
						'passed-over-fields': [],
						warnings: [
							{
								code: 'taxpayerNumber',
								column: 'social_security_number',
								count: 1,
								items: [1],
								message:
									"In 1 row 'social_security_number' begins with 9, as taxpayer numbers (ITINs) do, not SSNs",
							},
						],
					},
				},
				pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }],
			},
		]);
		expect(run.data.resultData.metadata).toEqual({ persona_importer_id: importer!.id });
	});

	it('sends one request with one part, and nothing else', async () => {
		await runWorkflow(importWorkflow(ROWS), access());
		expect(sandbox.requests).toHaveLength(1);
		expect(sandbox.requests[0]).toMatchObject({
			method: 'POST',
			path: '/importer/accounts',
			query: {},
			status: 201,
			parts: [
				{ name: 'data[attributes][file]', fileName: 'accounts.csv', contentType: 'text/csv' },
			],
		});
		expect(sandbox.requests[0]!.headers).toMatchObject({
			'persona-version': '2025-12-08',
			'key-inflection': 'kebab',
			'idempotency-key': expect.stringMatching(/^[0-9a-f]{64}$/),
			accept: 'application/json',
		});
	});

	it('writes the columns in use in their fixed order, every value as text', async () => {
		await runWorkflow(importWorkflow(ROWS), access());
		const csv = sandbox.csvOf(sandbox.importers()[0]!.id).toString('utf8');
		expect(csv).toBe(
			[
				'reference_id,name_first,name_last,birthdate,social_security_number,tags',
				'c-1,Zoë,"O\'Neil, Jr.",1990-02-28,,',
				'c-2,محمد,山田,,900-12-3456,',
				'c-3,"Line\nbreak","A ""Quote""",,,"vip,eu"',
				'',
			].join('\r\n'),
		);
	});

	it('makes accounts of the rows, byte for byte', async () => {
		await runWorkflow(importWorkflow(ROWS), access());
		await sandbox.settle();
		const records = parse(sandbox.csvOf(sandbox.importers()[0]!.id), { columns: true }) as Record<
			string,
			string
		>[];
		expect(sandbox.importers()[0]).toMatchObject({ status: 'ready', successfulCount: 3 });
		expect(
			sandbox.accounts().map((account) => ({
				reference_id: account.referenceId ?? '',
				name_first: account.nameFirst ?? '',
				name_last: account.nameLast ?? '',
				birthdate: account.birthdate ?? '',
				social_security_number: account.socialSecurityNumber ?? '',
				tags: account.tags ?? '',
			})),
		).toEqual(records);
	});

	it('maps by hand, with expressions and fixed values', async () => {
		const columns = {
			mappingMode: 'defineBelow',
			value: {
				reference_id: '={{ $json.id }}',
				name_first: "={{ $json.name.split(' ')[0] }}",
				name_last: "={{ $json.name.split(' ')[1] }}",
				name_middle: null,
				birthdate: '',
				tags: 'from-crm',
			},
		};
		const rows = [
			{ id: 7, name: 'Ada Lovelace' },
			{ id: 8, name: 'Alan Turing' },
		];
		await runWorkflow(importWorkflow(rows, { parameters: { columns } }), access());
		expect(sandbox.csvOf(sandbox.importers()[0]!.id).toString('utf8')).toBe(
			'reference_id,name_first,name_last,tags\r\n7,Ada,Lovelace,from-crm\r\n8,Alan,Turing,from-crm\r\n',
		);
	});

	it('sends version, inflection, include, fields and file name as chosen', async () => {
		const options = {
			personaVersion: '2025-10-27',
			keyInflection: 'camel',
			include: 'creator, account',
			fileName: 'crm export',
			fields: {
				values: [
					{ type: 'importer', attributes: 'status, created-at' },
					{ type: 'account', attributes: 'reference-id' },
				],
			},
		};
		const run = await runWorkflow(importWorkflow(ROWS, { parameters: { options } }), access());
		expect(sandbox.requests[0]).toMatchObject({
			query: {
				include: 'creator,account',
				'fields[importer]': 'status,created-at',
				'fields[account]': 'reference-id',
			},
			parts: [{ fileName: 'crm export.csv' }],
		});
		expect(sandbox.requests[0]!.headers).toMatchObject({
			'persona-version': '2025-10-27',
			'key-inflection': 'camel',
		});
		const { attributes, meta } = outputOf(run)[0]!.json as Record<string, object>;
		expect(Object.keys(attributes!)).toEqual(['status', 'createdAt']);
		expect(meta).toMatchObject({ fileName: 'crm export.csv', blankRows: 0 });
	});

	it('leaves version and inflection to the API key when asked to', async () => {
		const options = { personaVersion: '', keyInflection: '', idempotency: 'none' };
		await runWorkflow(importWorkflow(ROWS, { parameters: { options } }), access());
		const { headers } = sandbox.requests[0]!;
		expect(headers).not.toHaveProperty('persona-version');
		expect(headers).not.toHaveProperty('key-inflection');
		expect(headers).not.toHaveProperty('idempotency-key');
	});

	it.each([
		[1, 3],
		[2, 2],
		[3, 1],
		[4, 1],
	])('with %i rows per import makes %i imports', async (rowsPerImport, parts) => {
		const run = await runWorkflow(
			importWorkflow(ROWS, { parameters: { options: { rowsPerImport } } }),
			access(),
		);
		const items = outputOf(run);
		expect(items).toHaveLength(parts);
		expect(items.flatMap(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(items.map(({ json }) => (json.meta as { part: number }).part)).toEqual(
			items.map((_, index) => index + 1),
		);
	});

	it('returns the same importer when the same rows come again', async () => {
		const first = await runWorkflow(importWorkflow(ROWS), access());
		const second = await runWorkflow(importWorkflow(ROWS), access());
		expect(outputOf(second)[0]!.json.id).toBe(outputOf(first)[0]!.json.id);
		expect(sandbox.importers()).toHaveLength(1);
	});

	it('sends nothing when every row is blank, and says so', async () => {
		const run = await runWorkflow(
			importWorkflow([{ name_first: ' ' }, { name_first: '' }]),
			access(),
		);
		expect(outputOf(run)).toEqual([]);
		expect(sandbox.requests).toEqual([]);
		expect(personaRun(run).hints?.map(({ message }) => message)).toEqual([
			'2 blank rows were left out',
			'There was no row to import, so nothing was sent',
		]);
	});

	it('does not change its input', async () => {
		const file = importWorkflow(ROWS);
		const before = structuredClone(file.pinData!.CRM!.map(({ json }) => json));
		await runWorkflow(file, access());
		expect(file.pinData!.CRM!.map(({ json }) => json)).toEqual(before);
	});
});
