import type { IDataObject } from 'n8n-workflow';

import { BatchJobs, toldBy } from '../support/batchJobs';
import { CONTINUE, hintsOf, outputOf } from '../support/engine';

const jobs = new BatchJobs().use();

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
});
