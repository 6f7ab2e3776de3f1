import type { IHttpRequestOptions } from 'n8n-workflow';

import {
	pollUntilDone,
	type PollHow,
	type PollResult,
} from '../../../nodes/Persona/transport/poll';
import { FakeClock } from '../support/clock';
import { openClient, type Step } from '../support/context';

let fake: FakeClock;
beforeEach(() => (fake = new FakeClock().install()));
afterEach(() => fake.restore());

const seen = (id: string, status: string): Step => ({
	status: 200,
	body: { data: { id, status } },
});
const isFinished: PollHow['isFinished'] = ({ status }) => status === 'ready';
const limited = (seconds: number): Step => ({
	status: 429,
	headers: { 'ratelimit-reset': String(seconds) },
});
const later: Step = { status: 503 };

/** Watches one object for each script: how it was last seen, and when each was asked for. */
async function watchAll(
	scripts: Record<string, Step[]>,
	{ timeout = 12_000, ...how }: Partial<PollHow> & { timeout?: number } = {},
) {
	const asked: [number, string][] = [];
	const { client, context } = await openClient(({ url }: IHttpRequestOptions) => {
		const key = url.split('/').at(-1)!;
		asked.push([fake.passed, key]);
		const count = asked.filter(([, other]) => other === key).length;
		return scripts[key]![count - 1] ?? scripts[key]!.at(-1)!;
	});
	const requests = new Map(
		Object.keys(scripts).map((key) => [key, { path: `/importers/${key}`, query: {}, headers: {} }]),
	);
	const patience = { interval: 5_000, timeout };
	const watching = pollUntilDone(client, requests, patience, {
		isFinished,
		...how,
	});
	return { watched: await watching, asked, context, client };
}

const times = (asked: [number, string][]) => asked.map(([time]) => time);
const states = (watched: Map<string, PollResult>) =>
	Object.fromEntries([...watched].map(([key, { state }]) => [key, state]));

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
		const { watched } = await watchAll({ a: [later] }, { seen: new Map([['a', before]]) });
		expect(watched.get('a')).toBe(before);
	});
});

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
