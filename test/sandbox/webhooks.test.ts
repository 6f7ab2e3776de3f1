import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { get, post, send, useSandbox, waitUntil, type Reply } from './support';

const sandbox = useSandbox({ webhookRetryMilliseconds: [10, 20] });

interface Received {
	headers: IncomingHttpHeaders;
	body: string;
}

let server: Server;
let url: string;
let received: Received[];
/** What the server answers, one after the other; after the last one 200. */
let answers: number[];

beforeAll(async () => {
	server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
		response.writeHead(answers.shift() ?? 200).end();
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
});
beforeEach(() => {
	received = [];
	answers = [];
});
afterAll(() => void server.close());

const createWebhook = (attributes: object = {}): Promise<Reply> => {
	const all = { name: 'Test', url, 'enabled-events': ['account.created'], ...attributes };
	return post(sandbox.current, '/webhooks', JSON.stringify({ data: { attributes: all } }));
};

const act = (id: string, action: string, body = '{}') =>
	post(sandbox.current, `/webhooks/${id}/${action}`, body);

async function enabledWebhook(attributes: object = {}): Promise<string> {
	const { id } = (await createWebhook(attributes)).json.data;
	await act(id, 'enable');
	return id;
}

const EVENT = { name: 'account.created', data: { type: 'account', id: 'act_1' } };

test('a webhook is disabled when it is new, and shows its secret alone, not in the list', async () => {
	const { status, json } = await createWebhook();
	expect(status).toBe(201);
	expect(json.data.attributes).toMatchObject({ status: 'disabled', name: 'Test', url });
	const [secret] = json.data.attributes.secrets as { value: string }[];
	expect(json.data.attributes.secret).toBe(secret!.value);
	expect((await get(sandbox.current, `/webhooks/${json.data.id}`)).text).toContain(secret!.value);
	expect((await get(sandbox.current, '/webhooks')).text).not.toContain('wbhsec_');
	expect(await sandbox.current.emit(EVENT)).toEqual([]);
});

test.each([
	[{ name: '' }, 400],
	[{ url: 'nowhere' }, 400],
	[{ unknown: 1 }, 400],
	[{ 'api-version': '2021-05-14' }, 400],
	[{ 'api-key-inflection': 'upper' }, 400],
	[{ 'enabled-events': ['Account created'] }, 422],
	[{ 'enabled-events': ['custom.A'] }, 422],
	[{ 'enabled-events': ['*', 'custom.a', 'report/crypto_address.ready'] }, 201],
])('%j is answered with %i', async (attributes, status) => {
	expect((await createWebhook(attributes)).status).toBe(status);
});

test('a name is required since 2025-12-08', async () => {
	const body = JSON.stringify({ data: { attributes: { url, 'enabled-events': ['*'] } } });
	const statusIn = async (version: string) =>
		(await post(sandbox.current, '/webhooks', body, { 'persona-version': version })).status;
	expect([await statusIn('2025-10-27'), await statusIn('2025-12-08')]).toEqual([201, 400]);
});

test('an archived webhook stays archived', async () => {
	const id = await enabledWebhook();
	expect((await act(id, 'archive')).json.data.attributes.status).toBe('archived');
	expect((await act(id, 'enable')).status).toBe(409);
	const init = { method: 'PATCH', body: '{"data":{"attributes":{"name":"B"}}}' };
	const headers = { 'content-type': 'application/json' };
	expect((await send(sandbox.current, `/webhooks/${id}`, { ...init, headers })).status).toBe(409);
	expect((await act(id, 'archive')).status).toBe(200);
	expect(await sandbox.current.emit(EVENT)).toEqual([]);
});

test('an event is signed, in the inflection of the webhook, with what is related if that is asked for', async () => {
	const id = await enabledWebhook({
		'api-key-inflection': 'snake',
		'included-allowlist': { state: 'include_all' },
	});
	const data = { type: 'account', id: 'act_1', attributes: { 'created-at': 'now' } };
	const [delivery] = await sandbox.current.emit({ ...EVENT, data, included: [data], id: 'evt_1' });
	expect(delivery).toEqual({ eventId: 'evt_1', webhookId: id, attempt: 1, status: 200 });
	const [{ headers, body }] = received as [Received];
	const snake = { ...data, attributes: { created_at: 'now' } };
	expect(JSON.parse(body)).toMatchObject({
		data: { id: 'evt_1', attributes: { payload: { data: snake, included: [snake] } } },
	});
	const [, time, signature] = /^t=(\d+),v1=([\da-f]{64})$/.exec(
		String(headers['persona-signature']),
	) as unknown as [string, string, string];
	const [secret] = sandbox.current.webhooks()[0]!.secrets;
	expect(signature).toBe(
		createHmac('sha256', secret!.value).update(`${time}.${body}`).digest('hex'),
	);
	expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(5);
});

test('while a secret is rotated there are two signatures', async () => {
	const id = await enabledWebhook();
	await act(id, 'rotate-secret', '{"meta":{"expires-in-seconds":60}}');
	await sandbox.current.emit(EVENT);
	await act(id, 'rotate-secret');
	await sandbox.current.emit(EVENT);
	const sets = received.map(({ headers }) => String(headers['persona-signature']).split(' '));
	// The second rotation ends the newest one at once; the first one keeps its own end.
	expect(sets.map(({ length }) => length)).toEqual([2, 2]);
	expect(sets[0]![0]!.slice(-64)).not.toBe(sets[1]![0]!.slice(-64));
	expect((await act(id, 'rotate-secret', '{"meta":{"expires-in-seconds":"x"}}')).status).toBe(400);
});

test('what was not accepted comes again, until there is no attempt left', async () => {
	await enabledWebhook();
	answers = [500, 302, 503, 200];
	await sandbox.current.emit(EVENT);
	await waitUntil(() => sandbox.current.deliveries.length === 3);
	const { deliveries } = sandbox.current;
	expect(deliveries.map(({ attempt, status }) => [attempt, status])).toEqual([
		[1, 500],
		[2, 302],
		[3, 503],
	]);
	expect(new Set(received.map(({ body }) => body)).size).toBe(1);
	const counts = received.map(({ headers }) => [
		headers['persona-webhook-attempts-made'],
		headers['persona-webhook-attempts-left'],
	]);
	expect(counts).toEqual([
		['1', '2'],
		['2', '1'],
		['3', '0'],
	]);
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(received).toHaveLength(3);
});

test('what was accepted does not come again', async () => {
	await enabledWebhook();
	answers = [500, 202];
	await sandbox.current.emit(EVENT);
	await waitUntil(() => received.length === 2);
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(received).toHaveLength(2);
});

test('disabling a webhook cancels what waits', async () => {
	const id = await enabledWebhook();
	answers = [500];
	await sandbox.current.emit(EVENT);
	await act(id, 'disable');
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(received).toHaveLength(1);
});

test('a webhook gets the events that it is for', async () => {
	await enabledWebhook({ 'enabled-events': ['account.redacted'] });
	await enabledWebhook({ 'enabled-events': ['*'] });
	expect(await sandbox.current.emit(EVENT)).toHaveLength(1);
	expect(await sandbox.current.emit({ ...EVENT, name: 'account.redacted' })).toHaveLength(2);
});

test('an event that is on its way during a reset is not noted, and not sent again', async () => {
	await enabledWebhook();
	answers = [500];
	const emitted = sandbox.current.emit(EVENT);
	sandbox.current.reset();
	expect(await emitted).toMatchObject([{ attempt: 1, status: 500 }]);
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(sandbox.current.deliveries).toEqual([]);
	expect(received).toHaveLength(1);
});
