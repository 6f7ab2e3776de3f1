import { warningTally } from '../../../nodes/Persona/pipeline/warningTally';

test('a warning counts all rows, and names the first ten whatever the order they come in', () => {
	const tally = warningTally();
	for (const item of [20, 3, 11, 4, 5, 6, 7, 8, 9, 10, 12, 2, 30]) tally.add('tags', 'html', item);
	tally.add('name_last', 'html', 1);
	const items = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
	expect(tally.list()).toMatchObject([
		{ code: 'html', column: 'tags', count: 13, items },
		{ code: 'html', column: 'name_last', count: 1, items: [1] },
	]);
});
