import { describeGroup, groupProblems } from '../../../nodes/Persona/pipeline/problemGroups';
import { describeProblems } from '../../../nodes/Persona/pipeline/results';

const BORN = { column: 'birthdate', field: 'DOB', code: 'dateFormat', message: 'is no date' };
const TAGS = { column: 'tags', code: 'tagNotText', message: 'holds what is no text' };
const ROW = { column: '', code: 'onlyId', message: 'has nothing but an ID' };

const row = (itemIndex: number, ...problems: (typeof TAGS)[]) => ({ itemIndex, problems });

async function said(most: number, ...rows: ReturnType<typeof row>[]) {
	const { groups, otherRows } = await groupProblems(rows, most);
	return [...groups.map(describeGroup), otherRows];
}

test('a row by itself is told as one', async () => {
	expect(await said(9, row(4, BORN), row(5, TAGS), row(6, ROW))).toEqual([
		"Item 4, column 'birthdate' (your field 'DOB'): is no date",
		"Item 5, column 'tags': holds what is no text",
		'Item 6: has nothing but an ID',
		0,
	]);
});

test('several rows are told together, the first three by their item', async () => {
	const rows = [1, 3, 5].map((item) => row(item, BORN));
	const dots = [0, 2, 4, 6].map((item) => row(item, ROW));
	expect(await said(9, ...rows, ...dots, row(7, TAGS), row(8, TAGS))).toEqual([
		"Column 'birthdate' (your field 'DOB'), 3 rows (items 1, 3, 5): is no date",
		'4 rows (items 0, 2, 4 …): has nothing but an ID',
		"Column 'tags', 2 rows (items 7, 8): holds what is no text",
		0,
	]);
});

test('the same sentence about another field or column is another matter', async () => {
	const like = (change: object) => row(0, { ...BORN, ...change });
	const { groups } = await groupProblems(
		[like({}), like({ field: 'Born' }), like({ column: 'x' }), like({ message: 'y' }), like({})],
		9,
	);
	expect(groups.map(({ count }) => count)).toEqual([2, 1, 1, 1]);
});

test('rows in no group that is told are counted', async () => {
	expect(await said(1, row(0, BORN), row(1, TAGS), row(2, TAGS, BORN), row(3, ROW, TAGS))).toEqual([
		"Column 'birthdate' (your field 'DOB'), 2 rows (items 0, 2): is no date",
		2,
	]);
});

test('all that is wrong with one row is told in sentences', () => {
	expect(describeProblems(3, [BORN, TAGS, ROW])).toBe(
		"Item 3, column 'birthdate' (your field 'DOB'): is no date. Column 'tags': holds what is no text. Has nothing but an ID",
	);
});
