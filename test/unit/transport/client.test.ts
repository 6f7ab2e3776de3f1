import { NodeOperationError } from 'n8n-workflow';

import { objectBody, pageObjects } from '../../../nodes/Persona/transport/client';
import { fakeClock } from '../support/clock';
import { openClient, REQUEST } from '../support/context';

const fake = fakeClock();

test("requests go below the credential's base URL", async () => {
	const { context, client } = await openClient([{}]);
	await client.send(REQUEST, true);
	expect(context.requests[0]?.url).toBe('https://api.withpersona.com/api/v1/importer/accounts');
	expect(client.apiKey).toBe('persona_sandbox_1');
	expect(new Set(context.credentialTypes)).toEqual(new Set(['personaApi']));
});

test('does not open for a base URL that data may not be sent to', async () => {
	const opening = openClient([], { baseUrl: 'http://api.withpersona.com/api/v1' });
	await expect(opening).rejects.toThrow(NodeOperationError);
	await expect(opening).rejects.toMatchObject({
		message: expect.stringContaining("'Base URL'"),
		description: expect.stringContaining('Nothing was sent'),
		failure: { cause: 'configuration-invalid' },
	});
});

test.each([[''], ['  '], [undefined], [7], ['two words'], ['persona_é'], ['é_persona']])(
	'does not open with the API key %j',
	async (apiKey) => {
		await expect(openClient([], { apiKey })).rejects.toMatchObject({
			message: "The 'API Key' is empty or holds a character that no key has",
			description:
				"Open this node's credential and paste the key alone, as it stands in the Persona dashboard. Nothing was sent.",
			failure: { cause: 'credential-invalid' },
		});
	},
);

test('opens with an API key that was pasted with blanks around it', async () => {
	const { client } = await openClient([], { apiKey: ' persona_sandbox_1\n' });
	expect(client.apiKey).toBe(' persona_sandbox_1\n');
});

test('slows down after an answer with little left, not after a broken connection', async () => {
	const headers = { 'ratelimit-limit': '300', 'ratelimit-remaining': '0', 'ratelimit-reset': '60' };
	const { client } = await openClient([{ headers }, { code: 'ENOTFOUND' }, {}]);
	await client.send(REQUEST, true);
	expect(fake.passed).toBe(0);
	await client.send(REQUEST, true);
	expect(fake.passed).toBe(60_000);
	await client.send(REQUEST, true);
	expect(fake.passed).toBe(60_000);
});

describe('a rate limit that is used up', () => {
	const usedUp = (seconds: number) => ({
		headers: {
			'ratelimit-limit': '300',
			'ratelimit-remaining': '0',
			'ratelimit-reset': String(seconds),
		},
	});

	test.each([120, 119])('is waited for when it starts anew in %i s', async (seconds) => {
		const { context, client } = await openClient([usedUp(seconds), {}]);
		await client.send(REQUEST, true);
		await client.send(REQUEST, true);
		expect(fake.passed).toBe(seconds * 1_000);
		expect(context.requests.length).toBe(2);
	});

	test('ends as a 429 does when that takes longer, without a wait and with nothing sent', async () => {
		const { context, client } = await openClient([usedUp(3_500), {}]);
		await client.send(REQUEST, true);
		const { result, uncertain } = await client.send(REQUEST, true);
		expect({ result, uncertain }).toEqual({
			result: { status: 429, body: undefined, headers: { 'ratelimit-reset': '3500' } },
			uncertain: false,
		});
		expect(fake.passed).toBe(0);
		expect(context.requests.length).toBe(1);
		const { message, description, failure } = client.errorFor(result, {});
		expect(message).toBe("Persona's rate limit is used up (HTTP 429)");
		expect(description).toMatch(/Persona's rate limit starts anew in 59 minutes\.$/);
		expect(failure).toEqual({ cause: 'rate-limited', retryAfterMs: 3_500_000 });
	});

	test('is not what later requests meet once it starts anew', async () => {
		const { context, client } = await openClient([usedUp(3_500), {}]);
		await client.send(REQUEST, true);
		fake.time += 3_400_000;
		await client.send(REQUEST, true);
		expect(context.requests.length).toBe(2);
		expect(fake.passed).toBe(3_500_000);
	});

	test('leaves less time for attempts after a wait', async () => {
		const { context, client } = await openClient([usedUp(110), { status: 503 }]);
		await client.send(REQUEST, true);
		await client.send(REQUEST, true);
		// After 110 s of waiting, and 5 s after the first attempt; the next would begin after 120 s.
		expect(context.requests.length).toBe(3);
		expect(fake.passed).toBe(115_000);
	});
});

test('passes on whether a request may be repeated', async () => {
	const { context, client } = await openClient([{ status: 500 }]);
	await client.send(REQUEST, false);
	expect(context.requests.length).toBe(1);
	await client.send(REQUEST, true);
	expect(context.requests.length).toBe(6);
});

describe('an object that is fetched', () => {
	const fetched = { path: '/importers/mprt_1', query: {}, headers: {} };

	test('is the whole answer', async () => {
		const body = { data: { id: 'mprt_1' }, included: [{ id: 'lst_1' }] };
		const { client, context } = await openClient([{ status: 200, body }]);
		expect(await client.fetchObject(fetched, {})).toEqual(body);
		expect(context.requests).toMatchObject([{ method: 'GET', timeout: 30_000 }]);
	});

	test('may be asked for again and again', async () => {
		const body = { data: { id: 'mprt_1' } };
		const { client } = await openClient([{ code: 'ECONNRESET' }, { status: 200, body }]);
		expect(await client.fetchObject(fetched, {})).toEqual(body);
	});

	test('is a refusal when it is something else', async () => {
		const { client } = await openClient([{ status: 404, body: { data: { id: 'mprt_1' } } }]);
		await expect(client.fetchObject(fetched, { itemIndex: 2 })).rejects.toMatchObject({
			message: 'Persona has nothing at this address (HTTP 404)',
			context: { itemIndex: 2 },
		});
	});
});

describe('an answer that holds one object', () => {
	const body = { data: { id: 'mprt_1' } };

	test.each([200, 201, 202, 299])('%i', (status) => {
		expect(objectBody({ status, body, headers: {} })).toBe(body);
	});

	test.each([
		[199, body],
		[300, body],
		[422, body],
		[201, '<html></html>'],
		[201, ''],
		[201, null],
		[201, undefined],
		[201, {}],
		[201, { data: null }],
		[201, { data: [] }],
		[201, { data: { id: 7 } }],
	])('not %i with %j', (status, other) => {
		expect(objectBody({ status, body: other, headers: {} })).toBeUndefined();
	});

	test('not a broken connection', () => {
		expect(objectBody({ code: 'ECONNRESET' })).toBeUndefined();
	});
});

describe('an answer that is a page of a list', () => {
	const data = [{ id: 'mprt_1' }];

	test.each([
		[200, { data }, data],
		[200, { data: [] }, []],
		[404, { data }, undefined],
		[200, { data: { id: 'mprt_1' } }, undefined],
		[200, { data: [...data, null] }, undefined],
		[200, { data: [...data, 'mprt_2'] }, undefined],
		[200, null, undefined],
		[200, '<html></html>', undefined],
	])('%i with %j: %j', (status, body, objects) => {
		expect(pageObjects({ status, body, headers: {} })).toEqual(objects);
	});

	test('not a broken connection', () => {
		expect(pageObjects({ code: 'ECONNRESET' })).toBeUndefined();
	});
});
