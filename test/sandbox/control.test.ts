import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox } from '../../sandbox';
import {
	ACCOUNTS_IMPORT,
	FILE_PART,
	form,
	get,
	importAccounts,
	post,
	useSandbox,
	waitUntil,
} from './support';

const lines: string[] = [];

const sandbox = useSandbox({ log: (line) => lines.push(line) });

beforeEach(() => {
	lines.length = 0;
});

const SECRET_ROW = 'Marker-Name,123-45-6789';
const CSV = `name_first,social_security_number\n${SECRET_ROW}\n`;

test('requests are recorded without the key, and without any value', async () => {
	await importAccounts(sandbox.current, CSV, { 'idempotency-key': 'k' });
	await get(sandbox.current, '/accounts?page[size]=5&fields[account]=tags');
	expect(sandbox.current.requests).toEqual([
		{
			method: 'POST',
			path: ACCOUNTS_IMPORT,
			query: {},
			headers: expect.objectContaining({ 'idempotency-key': 'k' }) as object,
			status: 201,
			bodyBytes: expect.any(Number) as number,
			parts: [
				{ name: FILE_PART, fileName: 'rows.csv', contentType: 'text/csv', bytes: CSV.length },
			],
			idempotencyReplay: false,
		},
		expect.objectContaining({
			method: 'GET',
			path: '/accounts',
			query: { 'page[size]': '5', 'fields[account]': 'tags' },
			bodyBytes: 0,
			parts: [],
		}) as object,
	]);
	const [record] = sandbox.current.requests;
	expect(record?.bodyBytes).toBe(Number(record?.headers['content-length']));
	expect(record?.headers).not.toHaveProperty('authorization');
	expect(JSON.stringify(sandbox.current.requests)).not.toMatch(/Marker|6789/);
});

test('a log line has method, path, status, duration and bytes, and nothing else', async () => {
	await importAccounts(sandbox.current, CSV);
	await importAccounts(sandbox.current, SECRET_ROW);
	await post(sandbox.current, ACCOUNTS_IMPORT, CSV);
	await get(sandbox.current, '/accounts?filter[reference-id]=Marker');
	await sandbox.current.settle();
	expect(lines).toHaveLength(4);
	for (const line of lines) expect(line).toMatch(/^(GET|POST) \/[a-z/]+ \d{3} \d+ ms \d+ bytes$/);
});

test('errors repeat no value of the file', async () => {
	const replies = [
		await importAccounts(sandbox.current, `${SECRET_ROW}\n`),
		await importAccounts(sandbox.current, `"${SECRET_ROW}\n`),
		await post(sandbox.current, ACCOUNTS_IMPORT, form(CSV, SECRET_ROW)),
		await post(sandbox.current, ACCOUNTS_IMPORT, SECRET_ROW),
	];
	for (const { text } of replies) expect(text).not.toMatch(/Marker|6789/);
});

test('a client that goes away in the middle of its body leaves nothing', async () => {
	const { port } = new URL(sandbox.current.url);
	const socket = connect(Number(port), '127.0.0.1');
	socket.write(
		`POST /api/v1${ACCOUNTS_IMPORT} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${sandbox.current.apiKey}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n--b\r\nContent-Disposition: form-data; name="${FILE_PART}"; filename="a.csv"\r\n\r\ntags\n`,
	);
	await waitUntil(() => sandbox.current.requests.length > 0);
	socket.destroy();
	await sleep(50);
	expect(sandbox.current.requests).toMatchObject([{ status: null }]);
	expect(sandbox.current.importers()).toEqual([]);
	expect((await get(sandbox.current, '/importers')).status).toBe(200);
});

test('csvOf throws for an importer that was not uploaded', () => {
	const { id } = sandbox.current.addImporter();
	expect(() => sandbox.current.csvOf(id)).toThrow('No file was uploaded');
});

test('seeded importers are ready, or whatever a test says, also later', async () => {
	const ready = sandbox.current.addImporter();
	const importer = sandbox.current.addImporter({ status: 'pending' });
	expect([ready.status, ready.completedAt === null]).toEqual(['ready', false]);
	expect(importer.completedAt).toBeNull();
	importer.status = 'reviewing';
	const { json } = await get(sandbox.current, `/importers/${importer.id}`);
	expect(json.data.attributes.status).toBe('reviewing');
});

test('reset forgets keys, faults, requests and data', async () => {
	await importAccounts(sandbox.current, CSV, { 'idempotency-key': 'k' });
	await sandbox.current.settle();
	sandbox.current.addList();
	sandbox.current.faults.add({ kind: 'html', status: 500 });
	sandbox.current.reset();
	expect(sandbox.current.requests).toEqual([]);
	expect(sandbox.current.accounts()).toEqual([]);
	const { headers } = await get(sandbox.current, '/lists');
	expect(headers.get('ratelimit-remaining')).toBe('299');
	const reused = await importAccounts(sandbox.current, 'tags\n', { 'idempotency-key': 'k' });
	expect(reused.status).toBe(201);
});

test('an importer becomes ready by itself after the delay', async () => {
	const own = await startSandbox({ processingMilliseconds: 20 });
	try {
		const { json } = await importAccounts(own, CSV);
		expect(json.data.attributes.status).toBe('pending');
		await waitUntil(() => own.importers()[0]?.status !== 'pending');
		const { data } = (await get(own, `/importers/${json.data.id}`)).json;
		expect(data.attributes).toMatchObject({ status: 'ready', 'successful-count': 1 });
	} finally {
		await own.close();
	}
	await expect(get(own, '/importers')).rejects.toThrow();
});

async function runAlone(environment: Record<string, string>) {
	const script = require.resolve('../../sandbox/main.ts');
	const child = spawn(process.execPath, ['--require', 'tsx/cjs', script], {
		env: { ...process.env, ...environment },
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			if (output.includes('Ctrl-C')) child.kill('SIGINT');
		});
	}
	const [code] = (await once(child, 'close')) as [number];
	return { code, output };
}

test('alone, it prints its URL and a key, and an interrupt ends it with 0', async () => {
	const { code, output } = await runAlone({ PORT: '0' });
	expect(code).toBe(0);
	expect(output).toMatch(/http:\/\/127\.0\.0\.1:\d+\/api\/v1\n.*persona_sandbox_/);
});

test('alone, a port in use and a wrong port give one sentence and exit status 1', async () => {
	const taken = await runAlone({ PORT: new URL(sandbox.current.url).port });
	expect(taken).toEqual({
		code: 1,
		output: 'The port is in use: stop what listens there, or choose another with PORT=<number>.\n',
	});
	const wrong = await runAlone({ PORT: '70000' });
	expect(wrong.code).toBe(1);
	expect(wrong.output).toContain('PORT must be a number from 0 to 65535');
});
