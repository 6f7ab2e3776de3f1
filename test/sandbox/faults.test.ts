import type { Fault } from '../../sandbox';
import { ACCOUNTS_IMPORT, get, importAccounts, useSandbox } from './support';

const sandbox = useSandbox();

const CSV = 'reference_id\na\n';
const KEY = { 'idempotency-key': 'k' };

/** Sends the same import again and again: its statuses, or `dropped`. */
async function attempts(count: number): Promise<(number | 'dropped')[]> {
	const results: (number | 'dropped')[] = [];
	for (let attempt = 0; attempt < count; attempt += 1) {
		results.push(
			await importAccounts(sandbox.current, CSV, KEY).then(
				({ status }) => status,
				() => 'dropped' as const,
			),
		);
	}
	return results;
}

const FRONT = { kind: 'status', status: 502, saved: false } as const;

test.each<[string, Fault, (number | string)[], number]>([
	['500 before the write', { kind: 'status', status: 500, when: 'beforeWrite' }, [500, 500], 0],
	['500 after the write', { kind: 'status', status: 500, when: 'afterWrite' }, [500, 500], 1],
	['500 unsaved, before', { ...FRONT, when: 'beforeWrite' }, [502, 201], 1],
	['500 unsaved, after', { ...FRONT, when: 'afterWrite' }, [502, 201], 1],
	['408', { kind: 'status', status: 408, saved: false }, [408, 201], 1],
	['401', { kind: 'status', status: 401 }, [401, 201], 1],
	['429 with a reset', { kind: 'rateLimited', resetSeconds: 7 }, [429, 201], 1],
	[
		'a dropped connection before',
		{ kind: 'dropConnection', when: 'beforeWrite' },
		['dropped', 201],
		1,
	],
	[
		'a dropped connection after',
		{ kind: 'dropConnection', when: 'afterWrite' },
		['dropped', 201],
		1,
	],
	['a redirect', { kind: 'redirect', location: 'http://127.0.0.1:1/' }, [302, 201], 1],
	['HTML', { kind: 'html', status: 503 }, [503, 201], 1],
	['an empty body', { kind: 'emptyBody', status: 504 }, [504, 201], 1],
	['a slow answer', { kind: 'slow', milliseconds: 30 }, [201, 201], 1],
])(
	'%s: what two attempts with one key get, and what is stored',
	async (_, fault, results, stored) => {
		sandbox.current.faults.add(fault);
		expect(await attempts(2)).toEqual(results);
		expect(sandbox.current.importers()).toHaveLength(stored);
		expect(sandbox.current.faults.pending()).toBe(0);
	},
);

test.each([
	['beforeWrite', false],
	['afterWrite', true],
] as const)('after a connection dropped %s, the retry is a replay: %s', async (when, replay) => {
	sandbox.current.faults.add({ kind: 'dropConnection', when });
	await attempts(2);
	const records = sandbox.current.requests;
	expect(records.map(({ status }) => status)).toEqual([null, 201]);
	expect(records[0]?.parts).toHaveLength(1);
	expect(records[1]?.idempotencyReplay).toBe(replay);
});

test('a scripted 429 has the reset that was asked for, and the headers of a limit', async () => {
	sandbox.current.faults.add({ kind: 'rateLimited', resetSeconds: 7 });
	const { headers, json } = await get(sandbox.current, '/importers');
	expect(headers.get('ratelimit-reset')).toBe('7');
	expect(headers.get('ratelimit-remaining')).toBe('0');
	expect(headers.get('ratelimit-limit')).toBe('300');
	expect(json.errors[0]?.title).toBe('Rate limit exceeded');
});

test('a status has the documented shape, or the given body and headers', async () => {
	sandbox.current.faults.add({ kind: 'status', status: 403 });
	const body = { errors: [{ title: 'Quota exceeded' }] };
	sandbox.current.faults.add({ kind: 'status', status: 422, body, headers: { 'x-made': 'up' } });
	const forbidden = await get(sandbox.current, '/accounts');
	const given = await get(sandbox.current, '/accounts');
	expect(forbidden.status).toBe(403);
	expect(forbidden.json).toEqual({ errors: [{ title: 'Forbidden', details: 'A scripted fault' }] });
	expect(forbidden.headers.get('request-id')).toMatch(/^req_/);
	expect(given.json).toEqual(body);
	expect(given.headers.get('x-made')).toBe('up');
});

test('what a gateway answers is not JSON and has no headers of Persona', async () => {
	sandbox.current.faults.add({ kind: 'html', status: 502 });
	sandbox.current.faults.add({ kind: 'emptyBody', status: 201 });
	sandbox.current.faults.add({ kind: 'redirect', location: '/elsewhere', status: 307 });
	const [html, empty, redirect] = [
		await get(sandbox.current, '/accounts'),
		await get(sandbox.current, '/accounts'),
		await get(sandbox.current, '/accounts'),
	];
	expect(html.headers.get('content-type')).toBe('text/html');
	expect(html.text).toContain('<h1>');
	expect([empty.status, empty.text]).toEqual([201, '']);
	expect([redirect.status, redirect.headers.get('location')]).toEqual([307, '/elsewhere']);
	for (const { headers } of [html, empty, redirect]) expect(headers.has('request-id')).toBe(false);
});

test('a slow body comes whole, but over the given time, its headers at once', async () => {
	for (let index = 0; index < 5; index += 1) sandbox.current.addImporter();
	const whole = await get(sandbox.current, '/importers');
	sandbox.current.faults.add({ kind: 'slow', milliseconds: 1000, when: 'body' });
	const startedAt = performance.now();
	const response = await fetch(`${sandbox.current.url}/importers`, {
		headers: { authorization: `Bearer ${sandbox.current.apiKey}` },
	});
	const headersAt = performance.now();
	expect(await response.text()).toBe(whole.text);
	expect(performance.now() - startedAt).toBeGreaterThan(900);
	expect(performance.now() - headersAt).toBeGreaterThan(500);
});

test('a slow answer sends nothing before its time', async () => {
	sandbox.current.faults.add({ kind: 'slow', milliseconds: 200 });
	const startedAt = performance.now();
	const { status } = await get(sandbox.current, '/importers');
	expect(performance.now() - startedAt).toBeGreaterThan(190);
	expect(status).toBe(200);
});

test('faults wait for the requests that they select, and happen as often as told', async () => {
	const { faults } = sandbox.current;
	faults.add({ kind: 'html', status: 500, on: { method: 'post' } });
	faults.add({ kind: 'html', status: 501, on: { path: '/importers' }, times: 2 });
	faults.add({ kind: 'html', status: 502, on: { path: /^\/importers\// } });
	expect(faults.pending()).toBe(4);
	const statuses = [];
	for (const path of ['/accounts', '/importers', '/importers', '/importers', '/importers/x']) {
		statuses.push((await get(sandbox.current, path)).status);
	}
	expect(statuses).toEqual([200, 501, 501, 200, 502]);
	expect(await attempts(1)).toEqual([500]);
	faults.add({ kind: 'html', status: 500, times: 3 });
	faults.clear();
	expect(faults.pending()).toBe(0);
	expect((await get(sandbox.current, '/accounts')).status).toBe(200);
});

test('an unauthenticated request uses up no fault', async () => {
	sandbox.current.faults.add({ kind: 'html', status: 500 });
	await fetch(sandbox.current.url + ACCOUNTS_IMPORT, { method: 'POST' });
	expect(sandbox.current.faults.pending()).toBe(1);
});
