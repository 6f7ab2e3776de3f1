import { halve, splitIntoParts } from '../../../nodes/Persona/pipeline/parts';
import { manyRows } from '../support/rows';

const rows = manyRows(7);

test.each([
	[1, [1, 1, 1, 1, 1, 1, 1]],
	[2, [2, 2, 2, 1]],
	[3, [3, 3, 1]],
	[6, [6, 1]],
	[7, [7]],
	[8, [7]],
	[10_000, [7]],
])('parts of at most %i rows', (size, lengths) => {
	const parts = [...splitIntoParts(rows, size)];
	expect(parts.map((part) => part.length)).toEqual(lengths);
	expect(parts.flat()).toEqual(rows);
});

test('without rows there are no parts', () => {
	expect([...splitIntoParts([], 5)]).toEqual([]);
	expect(halve([])).toEqual([]);
});

test.each([
	[1, [1]],
	[2, [1, 1]],
	[7, [4, 3]],
	[8, [4, 4]],
])('halves of %i rows', (count, lengths) => {
	const part = manyRows(count);
	const halves = halve(part);
	expect(halves.map((half) => half.length)).toEqual(lengths);
	expect(halves.flat()).toEqual(part);
});
