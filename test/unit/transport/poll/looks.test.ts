import { pollUntilDone } from '../../../../nodes/Persona/transport/poll';
import { fakeClock } from '../../support/clock';
import { openClient } from '../../support/context';
import { isFinished, seen, states, times, watchAll } from './support';

const fake = fakeClock();

test('looks once at what has finished already', async () => {
	const { watched, asked } = await watchAll({ a: [seen('a', 'ready')] });
	expect([...watched]).toEqual([
		['a', { state: 'finished', body: { data: { id: 'a', status: 'ready' } } }],
	]);
	expect(asked).toEqual([[0, 'a']]);
	expect(fake.passed).toBe(0);
});

test('looks again after each interval until it has finished', async () => {
	const script = [seen('a', 'pending'), seen('a', 'pending'), seen('a', 'ready')];
	const { watched, asked } = await watchAll({ a: script });
	expect(states(watched)).toEqual({ a: 'finished' });
	expect(times(asked)).toEqual([0, 5_000, 10_000]);
});

test('looks a last time when the time is up', async () => {
	const { watched, asked } = await watchAll({ a: [seen('a', 'pending')] });
	expect(watched.get('a')).toEqual({
		state: 'running',
		body: { data: { id: 'a', status: 'pending' } },
	});
	expect(times(asked)).toEqual([0, 5_000, 10_000, 12_000]);
});

test('looks once when there is no time at all', async () => {
	const { watched, asked } = await watchAll({ a: [seen('a', 'pending')] }, { timeout: 0 });
	expect(states(watched)).toEqual({ a: 'running' });
	expect(times(asked)).toEqual([0]);
});

test('looks no more at what has finished or is lost', async () => {
	const { watched, asked } = await watchAll({
		a: [seen('a', 'ready')],
		b: [seen('b', 'pending'), seen('b', 'ready')],
		c: [{ status: 404 }],
	});
	expect(states(watched)).toEqual({ a: 'finished', b: 'finished', c: 'lost' });
	expect(watched.get('c')).toMatchObject({ result: { status: 404 } });
	expect(asked).toEqual([
		[0, 'a'],
		[0, 'b'],
		[0, 'c'],
		[5_000, 'b'],
		[5_000, 'c'],
	]);
});

test('one end may end it for all; what was not looked at yet is left out', async () => {
	const { watched, asked } = await watchAll(
		{ a: [seen('a', 'pending')], b: [seen('b', 'ready')], c: [seen('c', 'pending')] },
		{ isEnough: ({ state }) => state === 'finished' },
	);
	expect(states(watched)).toEqual({ a: 'running', b: 'finished' });
	expect(asked).toEqual([
		[0, 'a'],
		[0, 'b'],
	]);
});

test('ends when the execution is cancelled', async () => {
	const { client, context } = await openClient([seen('a', 'pending')]);
	fake.onTick = () => fake.passed >= 7_000 && context.cancel.abort();
	const requests = new Map([['a', { path: '/importers/a', query: {}, headers: {} }]]);
	const patience = { interval: 5_000, timeout: 60_000 };
	const watching = pollUntilDone(client, requests, patience, { isFinished });
	await expect(watching).rejects.toMatchObject({ name: 'AbortError' });
	expect(fake.passed).toBeLessThanOrEqual(8_000);
	expect(context.requests.length).toBe(2);
});
