import { RateLimitPacer } from '../../../nodes/Persona/transport/rateLimit';
import { fakeClock } from '../support/clock';

const fake = fakeClock();
let pace: RateLimitPacer;

beforeEach(() => (pace = new RateLimitPacer()));

function note(limit?: string, remaining?: string, reset?: string): void {
	const headers = {
		'ratelimit-limit': limit,
		'ratelimit-remaining': remaining,
		'ratelimit-reset': reset,
	};
	pace.note({ status: 200, body: {}, headers });
}

async function waited(): Promise<number> {
	const before = fake.passed;
	await pace.keep();
	return fake.passed - before;
}

test('the first request goes at once', async () => {
	expect(await waited()).toBe(0);
});

test.each([
	['300', '300', '60', 0],
	['300', '45', '60', 0],
	['300', '44', '60', 60_000 / 45],
	['300', '9', '30', 3_000],
	['300', '1', '60', 30_000],
	['300', '0', '60', 60_000],
	['300', '0', '0', 0],
	['3003', '450', '45.1', 100],
])('limit %s, remaining %s, reset %s: wait %d', async (limit, remaining, reset, milliseconds) => {
	note(limit, remaining, reset);
	expect(await waited()).toBeCloseTo(milliseconds, 5);
});

test.each([
	[undefined, '0', '60'],
	['300', undefined, '60'],
	['300', '0', undefined],
	['0', '0', '60'],
	['-1', '0', '60'],
	['many', '0', '60'],
	['300', 'none', '60'],
	['300', '0', 'soon'],
	['300', '0', '-5'],
	['300', '0', 'Infinity'],
])('headers %s, %s, %s say nothing', async (limit, remaining, reset) => {
	note(limit, remaining, reset);
	expect(pace.dueIn).toBe(0);
	expect(await waited()).toBe(0);
});

test('time that has passed meanwhile counts', async () => {
	note('300', '0', '60');
	fake.time += 45_000;
	expect(await waited()).toBe(15_000);
	expect(await waited()).toBe(0);
});

test('the latest answer decides', async () => {
	note('300', '0', '60');
	note('300', '299', '60');
	expect(await waited()).toBe(0);
	note('300', '0', '60');
	note();
	expect(await waited()).toBe(0);
});
