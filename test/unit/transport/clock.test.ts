import { clock, wait } from '../../../nodes/Persona/transport/clock';
import { fakeClock } from '../support/clock';

const fake = fakeClock();
let cancel: AbortController;

beforeEach(() => (cancel = new AbortController()));

test.each([0, -1, -Infinity, NaN])('%p milliseconds are no wait', async (milliseconds) => {
	await wait(milliseconds, cancel.signal);
	expect(fake.passed).toBe(0);
});

test.each([1, 499, 500, 501, 12_345])('%i milliseconds pass, no more', async (milliseconds) => {
	await wait(milliseconds, cancel.signal);
	expect(fake.passed).toBe(milliseconds);
});

test('a wait ends within a second when the execution is cancelled', async () => {
	fake.onTick = (time) => {
		if (time >= 1_000_000 + 3_100) cancel.abort();
	};
	await expect(wait(60_000, cancel.signal)).rejects.toMatchObject({ name: 'AbortError' });
	expect(fake.passed).toBeLessThanOrEqual(4_100);
});

test('a wait does not begin when the execution was cancelled', async () => {
	cancel.abort();
	await expect(wait(60_000, cancel.signal)).rejects.toMatchObject({ name: 'AbortError' });
	expect(fake.passed).toBe(0);
});

test('without a signal it cannot be cancelled', async () => {
	await wait(700);
	expect(fake.passed).toBe(700);
});

test('outside tests it is real time and real chance', async () => {
	fake.restore();
	const before = clock.now();
	await clock.sleep(5);
	expect(clock.now()).toBeGreaterThanOrEqual(before + 3);
	const chances = Array.from({ length: 50 }, () => clock.random());
	expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
	expect(Math.max(...chances)).toBeLessThan(1);
	expect(new Set(chances).size).toBeGreaterThan(1);
});
