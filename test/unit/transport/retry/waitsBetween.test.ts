import { sendWithRetries } from '../../../../nodes/Persona/transport/retry';
import { fakeClock } from '../../support/clock';
import { REQUEST, ScriptedContext, type Step } from '../../support/context';
import { BASE, created, limited, reset, send } from './support';

const fake = fakeClock();

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
