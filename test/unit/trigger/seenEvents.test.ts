import {
	digestOf,
	MOST_SEEN,
	RETRY_HOURS,
	SeenEvents,
} from '../../../nodes/Persona/trigger/seenEvents';
import { RETRY_WAITS } from '../../../sandbox/webhooks/delivery';

const HOUR = 3_600_000;
const START = 1_700_000_000_000;

const known = (seen: SeenEvents, ids: string[]) => ids.filter((id) => seen.has(digestOf(id)));

test('an event is known from when it came until Persona has given up', () => {
	const seen = new SeenEvents();
	seen.add(digestOf('evt_1'), START);
	const lastAttempt = START + RETRY_WAITS.reduce((sum, wait) => sum + wait, 0);
	seen.add(digestOf('evt_2'), lastAttempt);
	expect(known(seen, ['evt_1', 'evt_2', 'evt_3'])).toEqual(['evt_1', 'evt_2']);
});

test('an event is forgotten when it cannot come again', () => {
	const seen = new SeenEvents();
	seen.add(digestOf('evt_1'), START);
	seen.add(digestOf('evt_2'), START + (RETRY_HOURS + 1) * HOUR);
	expect(known(seen, ['evt_1', 'evt_2'])).toEqual(['evt_2']);
});

test('of more than it holds, the oldest are forgotten', () => {
	const seen = new SeenEvents();
	const ids = Array.from({ length: MOST_SEEN + 5 }, (_, index) => `evt_${String(index)}`);
	for (const id of ids) seen.add(digestOf(id), START);
	expect(known(seen, ids)).toEqual(ids.slice(5));
});

test('what is stored is read again, and takes little room', () => {
	const seen = new SeenEvents();
	const ids = Array.from({ length: MOST_SEEN }, (_, index) => `evt_${String(index)}`);
	ids.forEach((id, index) => seen.add(digestOf(id), START + (index % 40) * HOUR));
	const stored = JSON.stringify(seen.toStored(digestOf('evt_further'), START + 40 * HOUR));
	expect(stored.length).toBeLessThan(82_000);
	const other = new SeenEvents();
	other.addStored(JSON.parse(stored), START + 40 * HOUR);
	expect(known(other, ['evt_further', ...ids])).toHaveLength(MOST_SEEN);
	expect(other.has(digestOf('evt_further'))).toBe(true);
});

test('what two processes have stored is put together', () => {
	const [one, other, third] = [new SeenEvents(), new SeenEvents(), new SeenEvents()];
	one.add(digestOf('evt_1'), START);
	other.add(digestOf('evt_2'), START + HOUR);
	third.addStored(one.toStored(digestOf('evt_3'), START), START + HOUR);
	third.addStored(other.toStored(digestOf('evt_4'), START), START + HOUR);
	const ids = ['evt_1', 'evt_2', 'evt_3', 'evt_4'];
	expect(known(third, ids)).toEqual(ids);
});

test.each([
	undefined,
	null,
	'text',
	7,
	[],
	{ seen: 'abcdefgh' },
	{ '472222': 8 },
	{ '472222': 'abc' },
])('nothing is read from %j', (stored) => {
	const seen = new SeenEvents();
	seen.addStored(stored, START);
	expect(JSON.stringify(seen.toStored('12345678', START))).toBe('{"472222":"12345678"}');
});

test('old hours are not read', () => {
	const seen = new SeenEvents();
	seen.addStored({ '472222': digestOf('evt_1') }, START + 100 * HOUR);
	expect(seen.has(digestOf('evt_1'))).toBe(false);
});
