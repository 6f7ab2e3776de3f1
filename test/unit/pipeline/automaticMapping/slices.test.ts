import type { IDataObject } from 'n8n-workflow';

import { map } from './support';

/** Turns that the event loop got while something ran. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
	let turns = 0;
	let isOver = false;
	const count = () => {
		turns++;
		if (!isOver) setImmediate(count);
	};
	setImmediate(count);
	await work();
	isOver = true;
	return turns;
}

const many = (count: number, make: (index: number) => IDataObject) =>
	Array.from({ length: count }, (_, index) => make(index));

test.each<[string, IDataObject[]]>([
	['400,000 items with the same fields', many(400_000, (n) => ({ id: n, first_name: 'Ann' }))],
	['20,000 items with a name each', many(20_000, (n) => ({ [`Custom ${n}`]: 1, id: n }))],
	[
		'an item of 50,000 names',
		[Object.fromEntries(many(50_000, (n) => ({ n })).map(({ n }) => [`Custom ${String(n)}`, 1]))],
	],
])('%s let the event loop have its turns', async (_, items) => {
	expect(await turnsDuring(async () => await map(items))).toBeGreaterThan(2);
});

test('130,000 spellings of one name are counted without a list of arguments', async () => {
	const items = many(130_000, (n) => ({
		[`First${'-'.repeat(n % 180)}Name${'.'.repeat(n % 7)}`]: 'Ann',
		[`X ${n}`]: 1,
	}));
	const { ignoredCount } = await map(items);
	expect(ignoredCount).toBe(130_000);
});

test('a cancelled execution ends it', async () => {
	const cancel = new AbortController();
	const items = many(100_000, (n) => ({ id: n, [`Custom ${n}`]: 1 }));
	const mapping = map(items, undefined, { signal: cancel.signal });
	cancel.abort(new Error('cancelled'));
	await expect(mapping).rejects.toThrow('cancelled');
});
