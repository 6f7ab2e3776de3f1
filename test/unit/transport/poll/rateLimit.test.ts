import { pollUntilDone } from '../../../../nodes/Persona/transport/poll';
import { fakeClock } from '../../support/clock';
import { openClient } from '../../support/context';
import { isFinished, seen, states, times, watchAll } from './support';

const fake = fakeClock();

describe('with little of the rate limit left', () => {
	const headers = { 'ratelimit-limit': '300', 'ratelimit-remaining': '0', 'ratelimit-reset': '9' };

	test('waits for it before the next look, as long as there is time', async () => {
		const script = [{ ...seen('a', 'pending'), headers }, seen('a', 'ready')];
		const { watched, asked } = await watchAll({ a: script }, { timeout: 9_000 });
		expect(states(watched)).toEqual({ a: 'finished' });
		expect(times(asked)).toEqual([0, 9_000]);
	});

	test('does not look again when there is no time left for that', async () => {
		const script = [{ ...seen('a', 'pending'), headers }, seen('a', 'ready')];
		const { watched, asked } = await watchAll({ a: script }, { timeout: 8_000 });
		expect(states(watched)).toEqual({ a: 'running' });
		expect(times(asked)).toEqual([0]);
	});
});

test('a first look takes place however little of the rate limit is left', async () => {
	const headers = { 'ratelimit-limit': '300', 'ratelimit-remaining': '0', 'ratelimit-reset': '9' };
	const { client } = await openClient([{ ...seen('a', 'ready'), headers }]);
	const request = { path: '/importers/a', query: {}, headers: {} };
	await client.fetch(request);
	const patience = { interval: 5_000, timeout: 1_000 };
	const how = { isFinished };
	const watched = await pollUntilDone(client, new Map([['a', request]]), patience, how);
	expect(states(watched)).toEqual({ a: 'finished' });
	expect(fake.passed).toBe(9_000);
});
