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
		['0', 5_000, 0],
		['4.9', 5_000, 0],
		['7', 7_000, 0],
		['7.5', 7_500, 0],
		['60', 60_000, 0],
		['7', 7_500, 0.5],
		['0', 5_625, 0.5],
	])('after 429 until the reset in %s s, but never less', async (seconds, milliseconds, chance) => {
		fake.chance = chance;
		expect((await send([limited(seconds), created])).times).toEqual([0, milliseconds]);
	});

	test('longer each time where the reset is always now', async () => {
		expect((await send([limited('0')])).times).toEqual([0, 5_000, 15_000, 35_000, 75_000]);
	});

	test('no further attempt begins after 120 seconds', async () => {
		expect((await send([limited('60')])).times).toEqual([0, 60_000, 120_000]);
		fake.reset();
		expect((await send([limited('61')])).times).toEqual([0, 61_000]);
		fake.reset();
		expect((await send([limited('120'), created])).times).toEqual([0, 120_000]);
		fake.reset();
		expect((await send([limited('121'), created])).times).toEqual([0]);
	});

	const gateway = (status: number, retryAfter: string, date?: string): Step => ({
		status,
		headers: { 'retry-after': retryAfter, date },
	});
	const NOON = 'Thu, 01 Jan 2026 12:00:00 GMT';

	test.each<[string, Step, number]>([
		['seconds', gateway(503, '30'), 30_000],
		['seconds after 429', gateway(429, '30'), 30_000],
		['seconds after 408', gateway(408, '30'), 30_000],
		['fewer seconds than the usual wait', gateway(503, '1'), 5_000],
		['a date', gateway(503, 'Thu, 01 Jan 2026 12:00:30 GMT', NOON), 30_000],
		['a date in the past', gateway(503, 'Thu, 01 Jan 2026 11:00:00 GMT', NOON), 5_000],
		['something else', gateway(503, 'soon', NOON), 5_000],
		['a number that is no count of seconds', gateway(503, '-30', NOON), 5_000],
	])('as long as a gateway asks for: %s', async (_name, step, milliseconds) => {
		expect((await send([step, created])).times).toEqual([0, milliseconds]);
	});

	test('the longer one of what a gateway and Persona ask for', async () => {
		const headers = { 'retry-after': '20', 'ratelimit-reset': '30' };
		expect((await send([{ status: 429, headers }, created])).times).toEqual([0, 30_000]);
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
		[false, [{ code: 'EPROTO', stage: 'handshake' }]],
		[false, [{ code: 'ECONNRESET', stage: 'handshake' }]],
		[false, [{ code: 'ECONNABORTED', stage: 'handshake' }]],
		[false, [{ code: 'ECONNRESET', stage: 'connect' }]],
		[false, [{ code: 'ETIMEDOUT', stage: 'connect' }]],
		[false, [{ code: 'EHOSTUNREACH', stage: 'connect' }]],
		[true, [reset]],
		[true, [{ code: 'EPROTO' }]],
		[true, [{ code: 'ERR_SSL_BAD_RECORD_TYPE' }]],
		[true, [{ code: 'EHOSTUNREACH' }]],
		[true, [{ code: 'ENETUNREACH' }]],
		[true, [{ code: 'ENETDOWN' }]],
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

describe('one upload with all its attempts', () => {
	test('never more than 220 seconds and twice the time of its body, whatever its attempts take', async () => {
		for (let seconds = 0; seconds <= 125; seconds += 5) {
			for (const bodyBytes of [0, 1_000_000, 50_000_000]) {
				fake.reset();
				const context = new ScriptedContext([{ code: 'ECONNABORTED' }]);
				context.onRequest = () => {
					fake.time += Math.min(seconds * 1_000, Number(context.requests.at(-1)?.timeout));
				};
				const request = { ...REQUEST, bodyBytes };
				await sendWithRetries(context.functions, BASE, request, true);
				expect(fake.passed).toBeLessThanOrEqual(220_000 + (2 * bodyBytes) / 125);
			}
		}
	});

	test('is tried twice with a silent Persona, and ends before the 300 seconds of n8n Cloud with a file of 3 MB', async () => {
		fake.chance = 0.999999;
		const context = new ScriptedContext([{ code: 'ECONNABORTED' }]);
		context.onRequest = () => {
			fake.time += Number(context.requests.at(-1)?.timeout);
		};
		const request = { ...REQUEST, bodyBytes: 3_000_000 };
		await sendWithRetries(context.functions, BASE, request, true);
		expect(context.requests.length).toBe(2);
		expect(fake.passed).toBeLessThan(300_000);
	});

	test('the time of a big body does not use up its further attempts', async () => {
		const context = new ScriptedContext([reset, created]);
		context.onRequest = () => (fake.time += 400_000);
		const request = { ...REQUEST, bodyBytes: 125 * 400_000 };
		await sendWithRetries(context.functions, BASE, request, true);
		expect(context.requests.length).toBe(2);
	});

	test('time that was spent before counts', async () => {
		const context = new ScriptedContext([reset]);
		await sendWithRetries(context.functions, BASE, REQUEST, true, 20_000, 6_000);
		expect(fake.passed).toBe(5_000);
		expect(context.requests.length).toBe(2);
	});
});

describe('when the first attempt began', () => {
	const NOON = Date.UTC(2026, 0, 1, 12);
	const answer: Step = { status: 201, headers: { date: new Date(NOON).toUTCString() } };

	test("is told by Persona's clock, with the time of all attempts", async () => {
		const { began } = await send([reset, answer]);
		expect(began).toBe(NOON - 5_000 - 5_000);
	});

	test.each<[string, Step]>([
		['has no date', { status: 201 }],
		['has a date that cannot be read', { status: 201, headers: { date: 'soon' } }],
		['never came', { code: 'ENOTFOUND' }],
	])(
		"is told by this machine's clock, a minute early, where the answer %s",
		async (_name, step) => {
			const before = Date.now() - 60_000;
			const { began } = await send([step]);
			expect(began).toBeGreaterThanOrEqual(before);
			expect(began).toBeLessThanOrEqual(Date.now() - 60_000);
		},
	);
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
