import type { PollResult } from '../../../../nodes/Persona/transport/poll';
import { fakeClock } from '../../support/clock';
import type { Step } from '../../support/context';
import { seen, states, times, watchAll } from './support';

fakeClock();

const limited = (seconds: number): Step => ({
	status: 429,
	headers: { 'ratelimit-reset': String(seconds) },
});

describe('what Persona does not know yet', () => {
	const missing: Step = { status: 404 };

	test('is looked at once more', async () => {
		const { watched, asked } = await watchAll({ a: [missing, seen('a', 'ready')] });
		expect(states(watched)).toEqual({ a: 'finished' });
		expect(times(asked)).toEqual([0, 5_000]);
	});

	test('is looked at once more also after it was seen, and no more often', async () => {
		const script = [seen('a', 'pending'), missing, seen('a', 'pending'), missing];
		const { watched, asked } = await watchAll({ a: script }, { timeout: 60_000 });
		expect(watched.get('a')).toMatchObject({ state: 'lost', result: { status: 404 } });
		expect(times(asked)).toEqual([0, 5_000, 10_000, 15_000]);
	});

	test('is lost when there is no time for that', async () => {
		const { watched, asked } = await watchAll({ a: [missing] }, { timeout: 0 });
		expect(states(watched)).toEqual({ a: 'lost' });
		expect(times(asked)).toEqual([0]);
	});

	test('does not end it for all at first', async () => {
		const { watched } = await watchAll(
			{ a: [missing, seen('a', 'ready')], b: [seen('b', 'ready')] },
			{ isEnough: ({ state }) => state === 'lost' },
		);
		expect(states(watched)).toEqual({ a: 'finished', b: 'finished' });
	});

	test('is told from every other refusal', async () => {
		const { asked } = await watchAll({ a: [{ status: 403 }] });
		expect(times(asked)).toEqual([0]);
	});
});

describe('what keeps an object from being seen for the moment', () => {
	test('loses one that was never seen', async () => {
		const { watched, asked } = await watchAll({ a: [limited(20)] });
		expect(watched.get('a')).toMatchObject({ state: 'lost', result: { status: 429 } });
		expect(times(asked)).toEqual([0]);
	});

	test('leaves another as it was last seen, and is waited out', async () => {
		const { watched, asked } = await watchAll({
			a: [seen('a', 'pending'), limited(4), limited(60)],
		});
		expect(states(watched)).toEqual({ a: 'running' });
		// Not after the reset of 60 seconds: the time is up before.
		expect(times(asked)).toEqual([0, 5_000, 10_000, 12_000]);
	});

	test('is told from what lasts', async () => {
		const { watched } = await watchAll({ a: [seen('a', 'pending'), { status: 404 }] });
		expect(watched.get('a')).toMatchObject({ state: 'lost', result: { status: 404 } });
	});

	test('includes an object that was seen before this began', async () => {
		const before: PollResult = { state: 'running', body: { data: { id: 'a', status: 'old' } } };
		const { watched } = await watchAll(
			{ a: [{ status: 503 }] },
			{ seen: new Map([['a', before]]) },
		);
		expect(watched.get('a')).toBe(before);
	});
});
