import { splitRows } from '../../../nodes/Persona/actions/import/rowParts';
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
	const parts = [...splitRows(rows, size)];
	expect(parts.map((part) => part.length)).toEqual(lengths);
	expect(parts.flat()).toEqual(rows);
});

test('without rows there are no parts', () => {
	expect([...splitRows([], 5)]).toEqual([]);
});
