import type { IDataObject } from 'n8n-workflow';

import { BatchJobs, toldBy, TYPE } from './support/batchJobs';
import { hintsOf, outputOf, reasonIn } from './support/engine';

const jobs = new BatchJobs().use();
const CONTINUE = { onError: 'continueRegularOutput' } as const;

/** Two good rows around one whose account may not change a field again. */
const ROWS: IDataObject[] = [
	{ Id: 'a', Email: 'ada@example.com', 'Signup Source': 'web' },
	{ Id: 'b', Email: 'bo@example.com', 'Signup Source': 'Wilhelmina' },
	{ Id: 'c', Email: 'cy@example.com', 'Signup Source': '' },
];

function addBo() {
	jobs.sandbox.addAccount({ referenceId: 'b', fields: { signup_source: 'shop' } });
}

describe('Account: Create or Update', () => {
	it('returns the batch job with what was sent, linked to its rows', async () => {
		jobs.sandbox.addAccount({ referenceId: 'a' });
		const result = await jobs.run(ROWS);
		const [job] = jobs.sandbox.batchJobs();
		expect(outputOf(result)).toEqual([
			{
				json: {
					type: 'batch-job',
					id: job!.id,
					attributes: {
						status: 'completed',
						'run-count': 1,
						'started-at': job!.startedAt,
						'ended-at': job!.endedAt,
						'created-at': job!.createdAt,
						'updated-at': job!.endedAt,
						'redacted-at': null,
						'run-data': {
							'column-names': ['reference_id', 'email_address', 'signup_source'],
							'error-count': 0,
							'rows-read': 3,
							'row-count': 3,
							'success-count': 3,
							'created-count': 2,
							'updated-count': 1,
						},
					},
					meta: {
						rows: 3,
						'failed-rows': 0,
						'blank-rows': 0,
						'merged-duplicates': 0,
						'rejected-rows': 0,
						part: 1,
						parts: 1,
						mapping: {
							reference_id: ['Id'],
							email_address: ['Email'],
							signup_source: ['Signup Source'],
						},
						'ignored-fields': [],
						'passed-over-fields': [],
						warnings: [],
						bytes: jobs.sandbox.requests.find(({ status }) => status === 202)!.bodyBytes,
						'request-id': expect.stringMatching(/^req_/),
						'environment-id': 'env_SandboxEnvironment000000',
						'idempotency-key': expect.stringMatching(/^[0-9a-f]{64}$/),
						repeated: false,
					},
				},
				pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }],
			},
		]);
		expect(hintsOf(result)).toEqual(['3 rows written: 2 created, 1 updated']);
		expect(jobs.accounts()).toEqual({
			a: { email_address: 'ada@example.com', signup_source: 'web' },
			b: { email_address: 'bo@example.com', signup_source: 'Wilhelmina' },
			c: { email_address: 'cy@example.com' },
		});
		expect(jobs.requests()).toEqual([
			'GET /account-types/… 200',
			'POST /batch-jobs 400',
			'POST /batch-jobs 202',
			'GET /batch-jobs/… 200',
		]);
	});

	it('turns each row that Persona could not write into an item with the reason, without its values', async () => {
		addBo();
		const result = await jobs.run(ROWS, { output: 'rows' }, CONTINUE);
		const [job] = jobs.sandbox.batchJobs();
		const written = (row: number, referenceId: string) => ({
			json: { row, referenceId, accountId: null, outcome: 'written', batchJobId: job!.id },
			pairedItem: { item: row },
		});
		const message = 'Persona could not write this row: Field ••• has already been set';
		expect(outputOf(result)).toEqual([
			written(0, 'a'),
			written(2, 'c'),
			{
				json: {
					error: `Item 1: ${message}`,
					details: {
						row: 1,
						problems: [{ column: '', field: null, code: 'notWritten', message }],
						help: null,
					},
				},
				pairedItem: { item: 1 },
			},
		]);
		expect(hintsOf(result)).toEqual([
			'2 rows written: 2 created, 0 updated; 1 not: see the last items for the reasons',
		]);
	});

	it('gives the row itself back on the error output', async () => {
		addBo();
		const result = await jobs.run(ROWS, {}, { onError: 'continueErrorOutput' });
		expect(outputOf(result)[0]?.json.meta).toMatchObject({ rows: 3, 'failed-rows': 1 });
		const [failed] = outputOf(result, 1);
		expect(failed?.json).toMatchObject({ ...ROWS[1], error: expect.stringContaining('Item 1') });
	});

	it('stops for rows that Persona could not write, and says where the others are', async () => {
		addBo();
		const { error } = (await jobs.run(ROWS)).data.resultData;
		expect(error?.message).toBe('Persona did not write 1 of 3 rows');
		expect(error?.description).toContain('Item 1: Persona could not write this row');
		expect(error?.description).toContain(jobs.sandbox.batchJobs()[0]!.id);
		expect(JSON.stringify(error)).not.toContain('Wilhelmina');
	});

	it('masks the values of a row in what Persona says of it', async () => {
		const rows = [{ Id: 'a', Nickname: 'Wilhelmina Berg' }];
		await jobs.run(rows, { output: 'rows' }, CONTINUE);
		const job = jobs.sandbox.batchJobs()[0]!;
		jobs.sandbox.faults.add({
			kind: 'status',
			status: 200,
			on: { path: /\/errors$/ },
			body: {
				data: [
					{
						type: 'batch-job-row-error',
						id: `${job.id}:1`,
						attributes: { 'error-message': 'bad name wilhelmina berg for A', 'row-number': 1 },
					},
				],
				meta: {},
				links: { prev: null, next: null },
			},
		});
		jobs.sandbox.faults.add({
			kind: 'status',
			status: 200,
			on: { method: 'GET', path: /mprtpr_\w+$/ },
			body: {
				data: {
					type: 'batch-job',
					id: job.id,
					attributes: { status: 'completed', 'run-data': { 'error-count': 1 } },
				},
			},
		});
		const result = await jobs.run(rows, { output: 'rows' }, CONTINUE);
		expect(toldBy(result)).toEqual([
			[0, 'Item 0: Persona could not write this row: bad name ••• for •••'],
		]);
	});

	it('checks values by the types of their fields, and sends JSON of these types', async () => {
		const rows = [
			{ Id: 'a', VIP: true, Seats: '3', 'Account Balance': 1.5, Plan: 'Team', Tags: 'x, y' },
			{
				Id: 'b',
				VIP: 'no',
				Interests: ['News', 'events'],
				'Customer Since': '2020-02-29T10:00:00Z',
			},
			{
				Id: 'c',
				Interests: 'offers; News',
				'Last Login': '2026-01-31 09:30:00+01:00',
				Birthdate: '1990-12-10',
			},
		];
		await jobs.run(rows);
		expect(jobs.jobs()).toEqual([
			[
				{
					reference_id: 'a',
					is_vip: true,
					seats: 3,
					account_balance: 1.5,
					plan: 'team',
					tags: ['x', 'y'],
				},
				{
					reference_id: 'b',
					is_vip: false,
					interests: ['news', 'events'],
					customer_since: '2020-02-29',
				},
				{
					reference_id: 'c',
					interests: ['offers', 'news'],
					last_login: '2026-01-31T09:30:00+01:00',
					birthdate: '1990-12-10',
				},
			],
		]);
		expect(jobs.sandbox.batchJobs()[0]).toMatchObject({ rowErrors: [], createdCount: 3 });
	});

	it.each([
		['Seats', '3.5', 'integer', 'is not a whole number'],
		['Seats', 'three', 'number', 'is not a number in digits with a decimal point'],
		['Seats', -1, 'range', 'is less than 0, the least that the field takes'],
		['Account Balance', '1000001', 'range', 'is more than 1000000, the most that the field takes'],
		['VIP', 'maybe', 'boolean', 'is neither true or yes nor false or no'],
		['Customer Since', '31/12/2020', 'date', 'is not a day written as YYYY-MM-DD'],
		['Customer Since', '2021-02-29', 'date', 'is not a day written as YYYY-MM-DD'],
		[
			'Customer Since',
			'1999-12-31',
			'range',
			'is before 2000-01-01, the first day that the field takes',
		],
		[
			'Last Login',
			'2026-01-31T09:30',
			'datetime',
			'is not a time with a time zone, such as 2026-01-31T09:30:00Z',
		],
		['Plan', 'Gold', 'choice', 'is none of the choices that the field has'],
		['Interests', ['News', 'Sports'], 'choice', 'is none of the choices that the field has'],
		[
			'Nickname',
			'x'.repeat(256),
			'tooLong',
			'is longer than the 255 characters that the field takes',
		],
		['Id', '', 'missing', 'has no value, and Persona needs one here'],
	])('rejects %s %j before anything is sent', async (field, value, code, message) => {
		const rows = [
			{ Id: 'a', Nickname: 'Ada', [field]: value },
			{ Id: 'b', Nickname: 'Bo' },
		];
		const result = await jobs.run(rows, { output: 'rows' }, CONTINUE);
		const reasons = outputOf(result).map((item) => reasonIn(item)?.problems[0]);
		expect(reasons).toEqual([undefined, expect.objectContaining({ code, message })]);
		expect(jobs.jobs()).toEqual([[{ reference_id: 'b', nickname: 'Bo' }]]);
		jobs.sandbox.reset();
		const { error } = (await jobs.run(rows)).data.resultData;
		expect(error?.message).toBe('1 of 2 rows cannot be imported, so nothing was sent');
		expect(jobs.requests()).toEqual(['GET /account-types/… 200']);
	});

	it('leaves empty values out, or clears the fields if that is wanted', async () => {
		jobs.sandbox.addAccount({ referenceId: 'a', fields: { nickname: 'Ada', seats: 3 } });
		const rows = [{ Id: 'a', Nickname: '', Seats: null, Plan: 'free' }];
		await jobs.run(rows);
		expect(jobs.accounts()).toEqual({ a: { nickname: 'Ada', seats: 3, plan: 'free' } });
		await jobs.run(rows, { options: { emptyValues: 'clear' } });
		expect(jobs.accounts()).toEqual({ a: { nickname: null, seats: null, plan: 'free' } });
	});

	it('sends what is mapped by hand, to any field of the type', async () => {
		const value = { reference_id: '={{ $json.key }}', is_vip: '={{ $json.n > 1 }}', plan: 'free' };
		const columns = { mappingMode: 'defineBelow', value };
		await jobs.run(
			[
				{ key: 'a', n: 1 },
				{ key: 'b', n: 2 },
			],
			{ columns },
		);
		expect(jobs.accounts()).toEqual({
			a: { is_vip: false, plan: 'free' },
			b: { is_vip: true, plan: 'free' },
		});
	});

	it.each(['fax', 'contract', 'gone'])('stops for the mapped column %s', async (name) => {
		const value = { reference_id: '={{ $json.key }}', [name]: 'x' };
		const columns = { mappingMode: 'defineBelow', value };
		const { error } = (await jobs.run([{ key: 'a' }], { columns })).data.resultData;
		expect(error?.message).toBe("A column under 'Values to Send' is no field that can be sent");
		expect(jobs.jobs()).toEqual([]);
	});

	it('stops where what accounts are found by is not mapped', async () => {
		const columns = { mappingMode: 'defineBelow', value: { nickname: '={{ $json.n }}' } };
		const { error } = (await jobs.run([{ n: 'Ada' }], { columns })).data.resultData;
		expect(error?.message).toBe("'Reference ID' is not mapped, so nothing was sent");
		expect(jobs.jobs()).toEqual([]);
	});

	it('masks social security numbers in fields of other names too', async () => {
		const config = { 'archived-at': null, 'deactivated-at': null };
		const { id } = jobs.sandbox.addAccountType({
			name: 'Employee',
			fieldSchemas: [{ type: 'string', key: 'tax_ssn', label: 'SSN', config }],
		});
		const parameters = { accountTypeId: id, options: { dryRun: true } };
		const [item] = outputOf(await jobs.run([{ Id: 'a', SSN: '900-12-3456' }], parameters));
		const text = Buffer.from(item!.binary!.data!.data, 'base64').toString();
		expect(text).toContain('"tax_ssn": "•••-••-••••"');
	});

	it('stops where the items name different account types', async () => {
		const rows = [
			{ Id: 'a', type: TYPE },
			{ Id: 'b', type: 'acttp_other' },
		];
		const { error } = (await jobs.run(rows, { accountTypeId: '={{ $json.type }}' })).data
			.resultData;
		expect(error?.message).toBe(
			"'Account Type ID' differs between items: item 1 gives another value than item 0",
		);
		expect(jobs.requests()).toEqual([]);
	});

	it('sends events, or not', async () => {
		await jobs.run([{ Id: 'a', Nickname: 'Ada' }]);
		await jobs.run([{ Id: 'a', Nickname: 'Ada' }], { options: { emitEvents: false } });
		expect(jobs.sandbox.batchJobs().map(({ emitEvents }) => emitEvents)).toEqual([true, false]);
	});

	it('deals with repeated reference IDs as an import does', async () => {
		const rows = [
			{ Id: 'a', Seats: 1 },
			{ Id: 'A', Seats: 2 },
			{ Id: 'b', Seats: 3 },
		];
		const result = await jobs.run(rows, { output: 'rows', options: { duplicates: 'keepLast' } });
		expect(toldBy(result)).toEqual([
			[0, 'written'],
			[1, 'written'],
			[2, 'written'],
		]);
		expect(jobs.jobs()).toEqual([
			[
				{ reference_id: 'A', seats: 2 },
				{ reference_id: 'b', seats: 3 },
			],
		]);
		expect(
			toldBy(await jobs.run(rows, { output: 'rows' }, CONTINUE)).map(([item]) => item),
		).toEqual([2, 0, 1]);
	});

	it('shows what it would send in a dry run, with social security numbers masked', async () => {
		const rows = [
			{ Id: 'a', ssn: '900-12-3456', Seats: 3 },
			{ Id: 'b', Seats: 'x' },
		];
		const dry = async (options: object) => {
			const [item] = outputOf(await jobs.run(rows, { options: { dryRun: true, ...options } }));
			const { data, fileName, mimeType } = item!.binary!.data!;
			return {
				...item!,
				file: JSON.parse(Buffer.from(data, 'base64').toString()) as unknown,
				fileName,
				mimeType,
			};
		};
		const shown = await dry({});
		expect(shown).toMatchObject({ fileName: 'batch-job.json', mimeType: 'application/json' });
		expect(shown.file).toEqual({
			data: {
				attributes: {
					operation: 'upsert',
					object: 'account',
					'lookup-field': 'reference_id',
					'emit-events': true,
					'account-type-id': TYPE,
					rows: [{ reference_id: 'a', social_security_number: '•••-••-••••', seats: 3 }],
				},
			},
		});
		expect(shown.json).toMatchObject({ 'dry-run': true, rows: 1, 'rejected-rows': 1, parts: 1 });
		const open = await dry({ dryRunShowSocialSecurityNumbers: true });
		expect(JSON.stringify(open.file)).toContain('900-12-3456');
		expect(jobs.requests()).toEqual(Array(2).fill('GET /account-types/… 200'));
	});

	it.each([
		['={{ "" }}', 'is not the ID'],
		['itmpl_1', 'is not the ID'],
		['acttp_other', 'no account type with this ID (HTTP 404)'],
	])('stops for the account type %j', async (accountTypeId, message) => {
		const { error } = (await jobs.run([{ Id: 'a' }], { accountTypeId })).data.resultData;
		expect(error?.message).toContain(message);
		expect(jobs.jobs()).toEqual([]);
	});

	it('takes the documented fields where the key may not read account types', async () => {
		jobs.sandbox.faults.add({ kind: 'status', status: 403, on: { path: /account-types/ } });
		const options = { furtherFields: 'nickname' };
		const result = await jobs.run(
			[{ Id: 'a', Email: 'a@b.example', nickname: 'Ada', Plan: 'free' }],
			{ options },
		);
		expect(jobs.jobs()).toEqual([
			[{ reference_id: 'a', email_address: 'a@b.example', nickname: 'Ada' }],
		]);
		expect(hintsOf(result)).toContain(
			'The API key may not read account types, so values are not checked by type',
		);
	});
});
