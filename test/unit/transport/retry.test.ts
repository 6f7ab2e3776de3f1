import FormData from 'form-data';

import { wouldAffectNextUpload } from '../../../nodes/Persona/transport/outcome';
import { sendWithRetries } from '../../../nodes/Persona/transport/retry';
import { FakeClock } from '../support/clock';
import { REQUEST, ScriptedContext, type Step } from '../support/context';

const BASE = 'https://api.withpersona.com/api/v1';
const limited = (reset?: string): Step => ({ status: 429, headers: { 'ratelimit-reset': reset } });
const created: Step = { status: 201 };
const reset: Step = { code: 'ECONNRESET' };

let fake: FakeClock;
beforeEach(() => (fake = new FakeClock().install()));
afterEach(() => fake.restore());

/** Sends one request through a script: how it ended, and when each attempt was made. */
async function send(script: Step[], repeatable = true) {
	const context = new ScriptedContext(script);
	const times: number[] = [];
	context.onRequest = () => times.push(fake.passed);
	const delivery = await sendWithRetries(context.functions, BASE, REQUEST, repeatable);
	return { ...delivery, times, context };
}

describe('waits', () => {
	test.each<[string, Step]>([
		['500', { status: 500 }],
		['502', { status: 502 }],
		['503', { status: 503 }],
		['504', { status: 504 }],
		['408', { status: 408 }],
		['429 without a reset', limited()],
		['429 with an unusable reset', limited('soon')],
		['429 with a reset in the past', limited('-1')],
		['a broken connection', reset],
		['a time-out', { code: 'ETIMEDOUT' }],
		['a refused connection', { code: 'ECONNREFUSED' }],
	])('5, 10, 20 and 40 seconds after %s, then gives up', async (_name, step) => {
		const { times, result } = await send([step]);
		expect(times).toEqual([0, 5_000, 15_000, 35_000, 75_000]);
		expect(result).toMatchObject(step);
	});

	test('up to a quarter longer, by chance', async () => {
		fake.chance = 0.999999;
		const { times } = await send([reset]);
		expect(times.map((time) => Math.round(time))).toEqual([0, 6_250, 18_750, 43_750, 93_750]);
	});

	test.each([
		['0', 0, 0],
		['7', 7_000, 0],
		['7.5', 7_500, 0],
		['60', 60_000, 0],
		['7', 7_500, 0.5],
	])('after 429 until the reset in %s s', async (seconds, milliseconds, chance) => {
		fake.chance = chance;
		expect((await send([limited(seconds), created])).times).toEqual([0, milliseconds]);
	});

	test('150 seconds in all, no more', async () => {
		expect((await send([limited('75')])).times).toEqual([0, 75_000, 150_000]);
		expect((await send([limited('60')])).times.length).toBe(3);
		expect((await send([limited('151')])).times.length).toBe(1);
		expect((await send([limited('150'), created])).times.length).toBe(2);
	});

	test('the reset of another answer than 429 means nothing', async () => {
		const step: Step = { status: 503, headers: { 'ratelimit-reset': '60' } };
		expect((await send([step, created])).times).toEqual([0, 5_000]);
	});
});

describe('does not try again', () => {
	test.each<[Step]>([
		[created],
		[{ status: 200 }],
		[{ status: 302 }],
		...[400, 401, 403, 404, 409, 413, 415, 422, 499].map((status): [Step] => [{ status }]),
		[{ code: 'ENOTFOUND' }],
		[{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }],
		[{ code: 'CERT_HAS_EXPIRED' }],
		[{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }],
		[{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
		[{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }],
		[{ code: 'EPROTO' }],
		[{ code: 'ERR_INVALID_URL' }],
		[{ status: 300 }],
	])('after %j', async (step) => {
		expect((await send([step, created])).times).toEqual([0]);
	});
});

describe('whether Persona may have taken it', () => {
	test.each<[boolean, Step[]]>([
		[false, [{ status: 422 }]],
		[false, [{ status: 300 }]],
		[false, [{ status: 302 }]],
		[false, [limited('1'), { status: 400 }]],
		[false, [limited()]],
		[false, [{ code: 'ECONNREFUSED' }]],
		[false, [{ code: 'EAI_AGAIN' }]],
		[false, [{ code: 'ENOTFOUND' }]],
		[false, [{ code: 'CERT_HAS_EXPIRED' }]],
		[true, [reset]],
		[true, [{ code: 'ETIMEDOUT' }]],
		[true, [{ code: 'UNKNOWN' }]],
		[true, [{ code: 'NOT_ECONNREFUSED' }]],
		[true, [{ code: 'ECONNREFUSED_NOT' }]],
		[true, [{ code: 'NOT_ENOTFOUND' }]],
		[true, [{ status: 500 }]],
		[true, [{ status: 408 }]],
		[true, [{ status: 200 }]],
		[true, [reset, { status: 422 }]],
		[true, [reset, { code: 'ECONNREFUSED' }]],
		[true, [{ status: 503 }, { status: 401 }]],
	])('%p after %j', async (uncertain, script) => {
		expect((await send(script)).uncertain).toBe(uncertain);
	});
});

describe('what must not be done twice', () => {
	test.each<[Step]>([[reset], [{ code: 'ETIMEDOUT' }], [{ status: 500 }], [{ status: 408 }]])(
		'is not tried again after %j',
		async (step) => {
			const { times, uncertain } = await send([step, created], false);
			expect({ times, uncertain }).toEqual({ times: [0], uncertain: true });
		},
	);

	test.each<[Step]>([
		[limited('5')],
		[limited()],
		[{ code: 'ECONNREFUSED' }],
		[{ code: 'EAI_AGAIN' }],
	])('is tried again after %j, which never got through', async (step) => {
		const { times, result } = await send([step, created], false);
		expect(times).toEqual([0, 5_000]);
		expect(result).toMatchObject(created);
	});
});

test('every attempt has the same headers and a fresh body', async () => {
	const context = new ScriptedContext([reset, reset, created]);
	const headers = { 'Idempotency-Key': 'key' };
	const request = { ...REQUEST, headers, body: () => new FormData() };
	await sendWithRetries(context.functions, BASE, request, true);
	expect(context.requests.length).toBe(3);
	expect(new Set(context.requests.map(({ body }) => body)).size).toBe(3);
	for (const { headers: sent } of context.requests) expect(sent).toMatchObject(headers);
});

test('a cancelled execution waits no longer than a second, and sends nothing more', async () => {
	const context = new ScriptedContext([limited('60')]);
	fake.onTick = () => {
		if (fake.passed >= 10_000) context.cancel.abort();
	};
	const sending = sendWithRetries(context.functions, BASE, REQUEST, true);
	await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
	expect(fake.passed).toBeLessThanOrEqual(11_000);
	expect(context.requests.length).toBe(1);
});

test.each<[boolean, Step]>([
	[true, reset],
	[true, { code: 'ENOTFOUND' }],
	[true, { status: 401 }],
	[true, { status: 408 }],
	[true, { status: 429 }],
	[true, { status: 500 }],
	[false, { status: 201 }],
	[false, { status: 400 }],
	[false, { status: 413 }],
	[false, { status: 422 }],
])('%p: the next request would end like %j', (lasts, step) => {
	const answer = { status: 0, body: '', headers: {}, ...step };
	expect(wouldAffectNextUpload('code' in step ? step : answer)).toBe(lasts);
});
