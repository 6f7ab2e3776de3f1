import { ACCOUNTS_IMPORT, FILE_PART, form, get, importAccounts, post, useSandbox } from './support';

const HOUR = 60 * 60 * 1000;

let time = Date.now();

const sandbox = useSandbox({ now: () => time, rateLimit: 20 });

const CSV = 'reference_id\na\n';
const KEY = { 'idempotency-key': 'abc_123' };

const MISMATCH = {
	title: 'Idempotency error',
	details:
		"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than 'abc_123' if you meant to execute a different request.",
};

test('the same request again gets the same importer, status and body', async () => {
	const first = await importAccounts(sandbox.current, CSV, KEY);
	await sandbox.current.settle();
	const again = await importAccounts(sandbox.current, CSV, KEY);
	expect([first.status, again.status]).toEqual([201, 201]);
	expect(again.text).toBe(first.text);
	expect(again.headers.get('request-id')).toBe(first.headers.get('request-id'));
	expect(sandbox.current.importers()).toHaveLength(1);
	expect(sandbox.current.requests.map(({ idempotencyReplay }) => idempotencyReplay)).toEqual([
		false,
		true,
	]);
});

test('without a key, or with another one, it is a new import', async () => {
	await importAccounts(sandbox.current, CSV);
	await importAccounts(sandbox.current, CSV);
	await importAccounts(sandbox.current, CSV, KEY);
	await importAccounts(sandbox.current, CSV, { 'idempotency-key': 'other' });
	await importAccounts(sandbox.current, CSV, { 'idempotency-key': '' });
	expect(sandbox.current.importers()).toHaveLength(5);
});

test('requests at the same time with one key make one importer', async () => {
	const replies = await Promise.all(
		Array.from({ length: 5 }, () => importAccounts(sandbox.current, CSV, KEY)),
	);
	expect(new Set(replies.map(({ json }) => json.data.id)).size).toBe(1);
	expect(sandbox.current.importers()).toHaveLength(1);
});

function changed(change: { name?: string; type?: string; csv?: string }): FormData {
	const data = new FormData();
	const blob = new Blob([change.csv ?? CSV], { type: change.type ?? 'text/csv' });
	data.append(FILE_PART, blob, change.name ?? 'rows.csv');
	return data;
}

test.each([
	['file bytes', ACCOUNTS_IMPORT, changed({ csv: 'reference_id\nb\n' })],
	['file name', ACCOUNTS_IMPORT, changed({ name: 'other.csv' })],
	['content type', ACCOUNTS_IMPORT, changed({ type: 'text/plain' })],
	['query', `${ACCOUNTS_IMPORT}?include=x`, form(CSV)],
	['path', '/importer/list-item/names', form(CSV)],
	['parts', ACCOUNTS_IMPORT, form(CSV, 'lst_1')],
	['kind of body', ACCOUNTS_IMPORT, '{"data":{}}'],
])('the same key with another %s is the documented 400', async (_, path, body) => {
	await importAccounts(sandbox.current, CSV, KEY);
	const { status, json } = await post(sandbox.current, path, body, KEY);
	expect({ status, json }).toEqual({ status: 400, json: { errors: [MISMATCH] } });
	const original = await importAccounts(sandbox.current, CSV, KEY);
	expect(original.status).toBe(201);
});

test('a replay has the inflection of the first answer', async () => {
	const first = await importAccounts(sandbox.current, CSV, { ...KEY, 'key-inflection': 'camel' });
	const again = await importAccounts(sandbox.current, CSV, { ...KEY, 'key-inflection': 'snake' });
	expect(again.text).toBe(first.text);
});

test('the order of JSON keys does not count', async () => {
	const data = Buffer.from(CSV).toString('base64');
	const bodyOf = (file: object) => JSON.stringify({ data: { attributes: { file } } });
	const one = bodyOf({ data, filename: 'a.csv' });
	const two = bodyOf({ filename: 'a.csv', data });
	const other = bodyOf({ filename: 'b.csv', data });
	const statuses = [];
	for (const body of [one, two, other]) {
		statuses.push((await post(sandbox.current, ACCOUNTS_IMPORT, body, KEY)).status);
	}
	expect(statuses).toEqual([201, 201, 400]);
});

test.each([
	['400', changed({ csv: CSV }), `${ACCOUNTS_IMPORT}?unknown=1`],
	['422', changed({ csv: 'unknown\n' }), ACCOUNTS_IMPORT],
])('a %s is saved, so that the mended request needs a new key', async (status, body, path) => {
	const first = await post(sandbox.current, path, body, KEY);
	const again = await post(sandbox.current, path, body, KEY);
	const mended = await importAccounts(sandbox.current, CSV, KEY);
	expect([first.status, again.status]).toEqual([Number(status), Number(status)]);
	expect(again.text).toBe(first.text);
	expect(mended.json.errors).toEqual([MISMATCH]);
});

test('a broken body is saved like any other 400', async () => {
	await post(sandbox.current, ACCOUNTS_IMPORT, '{', KEY);
	const { json } = await importAccounts(sandbox.current, CSV, KEY);
	expect(json.errors).toEqual([MISMATCH]);
});

test('a 500 is saved; a new key runs anew', async () => {
	sandbox.current.faults.add({ kind: 'status', status: 500 });
	const statuses = [];
	for (const key of ['one', 'one', 'two']) {
		const reply = await importAccounts(sandbox.current, CSV, { 'idempotency-key': key });
		statuses.push(reply.status);
	}
	expect(statuses).toEqual([500, 500, 201]);
});

test('401 and 429 are not saved', async () => {
	const stranger = { ...KEY, authorization: 'Bearer nobody' };
	const unauthorized = await importAccounts(sandbox.current, CSV, stranger);
	for (let request = 0; request < 20; request += 1) await get(sandbox.current, '/rate-limits');
	const limited = await importAccounts(sandbox.current, CSV, KEY);
	time += 60_000;
	const accepted = await importAccounts(sandbox.current, CSV, KEY);
	expect([unauthorized, limited, accepted].map(({ status }) => status)).toEqual([401, 429, 201]);
});

test('a wrong version is refused before the layer and not saved', async () => {
	const wrong = await importAccounts(sandbox.current, CSV, { ...KEY, 'persona-version': 'x' });
	const right = await importAccounts(sandbox.current, CSV, KEY);
	expect([wrong.status, right.status]).toEqual([400, 201]);
});

test('a key lives 24 hours', async () => {
	await importAccounts(sandbox.current, CSV, KEY);
	time += 24 * HOUR - 1;
	await importAccounts(sandbox.current, CSV, KEY);
	expect(sandbox.current.importers()).toHaveLength(1);
	time += 1;
	await importAccounts(sandbox.current, 'reference_id\nanother\n', KEY);
	expect(sandbox.current.importers()).toHaveLength(2);
});

test('a key belongs to its API key', async () => {
	await importAccounts(sandbox.current, CSV, KEY);
	const other = { ...KEY, authorization: 'Bearer persona_sandbox_other' };
	await importAccounts(sandbox.current, 'reference_id\nb\n', other);
	expect(sandbox.current.importers()).toHaveLength(2);
});

test('on GET a key has no effect', async () => {
	const before = await get(sandbox.current, '/importers', KEY);
	sandbox.current.addImporter();
	const after = await get(sandbox.current, '/importers', KEY);
	expect([before.json.data.length, after.json.data.length]).toEqual([0, 1]);
});
