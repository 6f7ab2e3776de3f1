import type { Sandbox, StoredBatchJob } from '../../sandbox';
import { commonErrors, type Prepared, type Scenario } from './scenario';

const TYPE = 'acttp_SandboxAccountTypeUser';
const ROW = { reference_id: 'a', name_first: 'Jane', seats: 3, is_vip: true, interests: ['news'] };

function creation(changes: object = {}): string {
	const attributes = {
		operation: 'upsert',
		object: 'account',
		'lookup-field': 'reference_id',
		'account-type-id': TYPE,
		rows: [ROW],
		...changes,
	};
	return JSON.stringify({ data: { attributes } });
}

function post(name: string, status: number, body: string): Scenario {
	const path = '/batch-jobs';
	return { name, method: 'post', path, status, prepare: () => ({ path, body }) };
}

const UPDATE = { operation: 'update', 'lookup-field': 'token', 'account-type-id': undefined };

const CREATIONS: Scenario[] = [
	post('an upsert', 202, creation()),
	post('an update', 202, creation({ ...UPDATE, 'emit-events': false })),
	post('an update of inquiries', 202, creation({ ...UPDATE, object: 'inquiry' })),
	post('no rows', 400, creation({ rows: [] })),
	post('too many rows', 400, creation({ rows: Array(1001).fill(ROW) })),
	post('another attribute', 400, creation({ name: 'x' })),
	post('another operation', 400, creation({ operation: 'create' })),
	post('an upsert by token', 422, creation({ 'lookup-field': 'token' })),
	post('an upsert without a type', 422, creation({ 'account-type-id': undefined })),
	post('an upsert of inquiries', 422, creation({ object: 'inquiry' })),
	post('a type that does not exist', 422, creation({ 'account-type-id': 'acttp_x' })),
	...commonErrors('post', '/batch-jobs', () => ({ path: '/batch-jobs', body: creation() })),
];

/** A finished job with two rows that failed. */
function failedJob(sandbox: Sandbox, changes: Partial<StoredBatchJob> = {}): StoredBatchJob {
	return sandbox.addBatchJob({
		rows: [ROW, { reference_id: 'b' }],
		rowErrors: [
			{ rowNumber: 1, message: 'No record found with unique id "a"' },
			{ rowNumber: 2, message: null },
		],
		globalErrors: [{ errorType: 'failed_to_write', message: null, retryable: true }],
		...changes,
	});
}

/** The answers of an endpoint for one object: by the query, and what any endpoint may answer. */
function readings(
	path: string,
	pathIn: (sandbox: Sandbox) => string,
	queries: string[],
	wrong: string[] = [],
): Scenario[] {
	const common = { method: 'get', path } as const;
	const asked =
		(query: string) =>
		(sandbox: Sandbox): Prepared => ({ path: pathIn(sandbox) + query });
	return [
		...queries.map((query) => ({
			...common,
			name: `found ${query}`,
			status: 200,
			prepare: asked(query),
		})),
		...wrong.map((query) => ({
			...common,
			name: `wrong ${query}`,
			status: 400,
			prepare: asked(query),
		})),
		{
			...common,
			name: 'unknown',
			status: 404,
			prepare: () => ({ path: path.replace(/\{[^}]+\}/, 'unknown') }),
		},
		...commonErrors('get', path, asked('')),
	];
}

const JOB = '/batch-jobs/{batch-job-id}';
const PAGES = ['', '?page[size]=1', '?page[after]=1', '?page[before]=2', '?page[after]=2'];
const WRONG_PAGES = ['?page[size]=101', '?page[after]=x', '?page[after]=1&page[before]=2'];

/** What the endpoints about batch jobs and account types answer. */
export const BATCH_JOB_SCENARIOS: Scenario[] = [
	...CREATIONS,
	...readings(JOB, (sandbox) => `/batch-jobs/${failedJob(sandbox).id}`, [
		'',
		'?fields[batch-job]=status',
	]),
	...readings(
		`${JOB}/errors`,
		(sandbox) => `/batch-jobs/${failedJob(sandbox).id}/errors`,
		PAGES,
		WRONG_PAGES,
	),
	...readings('/account-types/{account-type-id}', () => `/account-types/${TYPE}`, [
		'',
		'?include=',
		'?fields[account-type]=name',
	]),
];
