import { setImmediate as otherWork } from 'node:timers/promises';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';

/** An answer with its body read and, where it is JSON, parsed. */
export interface Reply {
	status: number;
	headers: Headers;
	text: string;
	json: Document;
}

export interface Resource {
	type: string;
	id: string;
	attributes: Record<string, unknown>;
	relationships?: unknown;
}

export interface Document {
	data: Resource & Resource[];
	links: { prev: string | null; next: string | null };
	included?: Resource[];
	errors: { title: string; details?: string; source?: { pointer: string } }[];
}

export type HeaderValues = Record<string, string>;

export const ACCOUNTS_IMPORT = '/importer/accounts';
export const FILE_PART = 'data[attributes][file]';
export const LIST_PART = 'data[attributes][list-id]';

/** A sandbox for the tests of one file: started before them, emptied before each, closed after. */
export function useSandbox(options: SandboxOptions = {}): { current: Sandbox } {
	const holder = {} as { current: Sandbox };
	beforeAll(async () => {
		holder.current = await startSandbox({ processingMilliseconds: Infinity, ...options });
	});
	beforeEach(() => {
		holder.current.reset();
	});
	afterAll(() => holder.current.close());
	return holder;
}

async function readReply(response: Response): Promise<Reply> {
	const { status, headers } = response;
	const text = await response.text();
	const isJson = headers.get('content-type')?.startsWith('application/json') === true;
	return { status, headers, text, json: (isJson ? JSON.parse(text) : {}) as Document };
}

/** Any request with the sandbox's key; the path is below the base URL. */
export async function send(sandbox: Sandbox, path: string, init: RequestInit = {}): Promise<Reply> {
	const headers = new Headers({ authorization: `Bearer ${sandbox.apiKey}` });
	new Headers(init.headers).forEach((value, name) => {
		headers.set(name, value);
	});
	return readReply(await fetch(sandbox.url + path, { redirect: 'manual', ...init, headers }));
}

export function get(sandbox: Sandbox, path: string, headers: HeaderValues = {}): Promise<Reply> {
	return send(sandbox, path, { headers });
}

/** A form with the file and, for lists, the list's ID. */
export function form(csv: string | Uint8Array, listId?: string, fileName = 'rows.csv'): FormData {
	const data = new FormData();
	data.append(FILE_PART, new Blob([csv], { type: 'text/csv' }), fileName);
	if (listId !== undefined) data.append(LIST_PART, listId);
	return data;
}

export function post(
	sandbox: Sandbox,
	path: string,
	body: FormData | string,
	headers: HeaderValues = {},
): Promise<Reply> {
	const json = typeof body === 'string' ? { 'content-type': 'application/json' } : undefined;
	return send(sandbox, path, { method: 'POST', body, headers: { ...json, ...headers } });
}

/** Uploads accounts as a form. */
export function importAccounts(
	sandbox: Sandbox,
	csv: string | Uint8Array,
	headers: HeaderValues = {},
): Promise<Reply> {
	return post(sandbox, ACCOUNTS_IMPORT, form(csv), headers);
}

/** Uploads accounts, processes them and gives the status and the three counters. */
export async function outcomeOf(sandbox: Sandbox, csv: string | Uint8Array) {
	const reply = await importAccounts(sandbox, csv);
	expect(reply.status).toBe(201);
	return processed(sandbox, reply.json.data.id);
}

/** Processes an importer and gives its status and the three counters as the API reports them. */
export async function processed(sandbox: Sandbox, importerId: string) {
	await sandbox.settle();
	const { attributes } = (await get(sandbox, `/importers/${importerId}`)).json.data;
	return {
		status: attributes.status,
		successful: attributes['successful-count'],
		errors: attributes['error-count'],
		duplicates: attributes['duplicate-count'],
	};
}

/** The account type that every sandbox has. */
export const ACCOUNT_TYPE = 'acttp_SandboxAccountTypeUser';

/** Creates a batch job. */
export async function createJob(sandbox: Sandbox, rows: object[], changes: object = {}) {
	const attributes = {
		operation: 'upsert',
		object: 'account',
		'lookup-field': 'reference_id',
		'account-type-id': ACCOUNT_TYPE,
		rows,
		...changes,
	};
	const reply = await post(sandbox, '/batch-jobs', JSON.stringify({ data: { attributes } }));
	expect(reply.status).toBe(202);
	return reply.json.data;
}

/** Creates and processes a job: its counters and why rows failed. */
export async function outcomeOfJob(sandbox: Sandbox, rows: object[], changes: object = {}) {
	const { id } = await createJob(sandbox, rows, changes);
	await sandbox.settle();
	const { attributes } = (await get(sandbox, `/batch-jobs/${id}`)).json.data;
	const { data } = (await get(sandbox, `/batch-jobs/${id}/errors?page[size]=100`)).json;
	const { 'created-count': created, 'updated-count': updated } = attributes['run-data'] as Record<
		string,
		number
	>;
	const errors = data.map((error) => error.attributes['error-message']);
	return { status: attributes.status, created, updated, errors };
}

/** Waits until something is true. Throws after five seconds. */
export async function waitUntil(isTrue: () => boolean): Promise<void> {
	const deadline = Date.now() + 5000;
	while (!isTrue()) {
		if (Date.now() > deadline) throw new Error('It did not become true within five seconds');
		await otherWork();
	}
}
