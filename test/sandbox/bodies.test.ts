import { ACCOUNTS_IMPORT, FILE_PART, form, post, send, useSandbox } from './support';

const sandbox = useSandbox({ maximumBodyBytes: 10_000 });

const CSV = 'reference_id,name_first\na,Zoë "Z"\n';

function upload(file: unknown, more: Record<string, unknown> = {}): string {
	return JSON.stringify({ data: { attributes: { file, ...more } } });
}

test('base64-JSON imports the same bytes as a form', async () => {
	const data = Buffer.from(CSV).toString('base64');
	const { status, json } = await post(
		sandbox.current,
		ACCOUNTS_IMPORT,
		upload({ data, filename: 'rows.csv' }),
	);
	expect(status).toBe(201);
	expect(sandbox.current.csvOf(json.data.id)).toEqual(Buffer.from(CSV));
	expect(sandbox.current.importers()[0]?.fileName).toBe('rows.csv');
});

const FILE = { data: Buffer.from(CSV).toString('base64') };

test.each([
	['not JSON', '{', 'The body is not valid JSON'],
	['not an object', '[]', 'The body must be an object'],
	['no data', '{}', 'data is missing'],
	['no attributes', '{"data":{}}', 'data.attributes is missing'],
	['no file', '{"data":{"attributes":{}}}', 'data.attributes.file is missing'],
	['no content', upload({}), 'data.attributes.file.data is missing'],
	['a text as the file', upload('x'), 'data.attributes.file must be an object'],
	[
		'an unknown file key',
		upload({ ...FILE, name: 'x' }),
		'data.attributes.file.name is not allowed',
	],
	['a type', JSON.stringify({ data: { type: 'importer' } }), 'data.attributes is missing'],
	[
		'a type next to attributes',
		JSON.stringify({ data: { type: 'importer', attributes: { file: FILE } } }),
		'data.type is not allowed',
	],
	[
		'a list for accounts',
		upload(FILE, { 'list-id': 'x' }),
		'data.attributes.list-id is not allowed',
	],
	['broken base64', upload({ data: 'YWJj\n' }), 'data.attributes.file.data must be base64'],
	['base64 of a wrong length', upload({ data: 'YWJ' }), 'data.attributes.file.data must be base64'],
])('JSON: %s is a 400', async (_, body, details) => {
	const { status, json } = await post(sandbox.current, ACCOUNTS_IMPORT, body);
	expect({ status, json }).toEqual({
		status: 400,
		json: { errors: [{ title: 'Bad Request', details }] },
	});
});

function formOf(...parts: [string, string | Blob, string?][]): FormData {
	const data = new FormData();
	for (const [name, value, fileName] of parts) {
		if (typeof value === 'string') data.append(name, value);
		else data.append(name, value, fileName);
	}
	return data;
}

const BLOB = new Blob([CSV], { type: 'text/csv' });

test.each([
	['another name', formOf(['file', BLOB, 'a.csv']), 'file is not allowed'],
	['the JSON shape', formOf(['data', '{"attributes":{"file":"x"}}']), 'data is not allowed'],
	['a text', formOf([FILE_PART, CSV]), 'data.attributes.file must be a file'],
	['nothing', formOf(), 'data.attributes.file is missing'],
	[
		'the file twice',
		formOf([FILE_PART, BLOB, 'a.csv'], [FILE_PART, BLOB, 'b.csv']),
		'data.attributes.file must be given once',
	],
	[
		'a list for accounts',
		formOf([FILE_PART, BLOB, 'a.csv'], ['data[attributes][list-id]', 'lst_1']),
		'data.attributes.list-id is not allowed',
	],
])('form: %s is a 400', async (_, body, details) => {
	const { status, json } = await post(sandbox.current, ACCOUNTS_IMPORT, body);
	expect({ status, json }).toEqual({
		status: 400,
		json: { errors: [{ title: 'Bad Request', details }] },
	});
});

test.each([
	['multipart/form-data', 'The body is not valid multipart/form-data'],
	['multipart/form-data; boundary=other', 'The body is not valid multipart/form-data'],
	['text/csv', 'The body must be multipart/form-data or application/json'],
	['application/x-www-form-urlencoded', 'The body must be multipart/form-data or application/json'],
])('content type %s for other content is a 400', async (contentType, details) => {
	const { status, json } = await send(sandbox.current, ACCOUNTS_IMPORT, {
		method: 'POST',
		headers: { 'content-type': contentType },
		body: CSV,
	});
	expect({ status, details: json.errors[0]?.details }).toEqual({ status: 400, details });
});

test('no body at all is a 400', async () => {
	const { status, json } = await send(sandbox.current, ACCOUNTS_IMPORT, { method: 'POST' });
	expect({ status, details: json.errors[0]?.details }).toEqual({
		status: 400,
		details: 'data is missing',
	});
});

test.each([
	['form', (rows: number) => form(`tags\n${'x\n'.repeat(rows)}`)],
	['JSON', (rows: number) => upload({ data: Buffer.alloc(rows * 2).toString('base64') })],
])('%s: a body over the limit is a 413 that names it; nothing is stored', async (_, bodyOf) => {
	const { status, json } = await post(sandbox.current, ACCOUNTS_IMPORT, bodyOf(6000));
	expect({ status, json }).toEqual({
		status: 413,
		json: {
			errors: [{ title: 'Payload too large', details: 'Request must be under 10000 bytes' }],
		},
	});
	expect(sandbox.current.requests[0]?.bodyBytes).toBeGreaterThan(12_000);
	expect(sandbox.current.importers()).toEqual([]);
});

test('the limit counts the whole body, and half of it passes', async () => {
	const tooLarge = await post(sandbox.current, ACCOUNTS_IMPORT, form('tags\n'.padEnd(9990, 'x')));
	const half = await post(sandbox.current, ACCOUNTS_IMPORT, form('tags\n'.padEnd(4995, 'x')));
	expect([tooLarge.status, half.status]).toEqual([413, 201]);
});

test('a 413 is not saved under the key', async () => {
	const key = { 'idempotency-key': 'k' };
	await post(sandbox.current, ACCOUNTS_IMPORT, form('tags\n'.padEnd(12_000, 'x')), key);
	const { status } = await post(sandbox.current, ACCOUNTS_IMPORT, form(CSV), key);
	expect(status).toBe(201);
});
