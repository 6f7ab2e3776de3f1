import { warnOfRepeats } from '../../../nodes/Persona/pipeline/repeats';
import { warningTally } from '../../../nodes/Persona/pipeline/warningTally';
import { checkedOf, columnOf, rowsOf } from '../support/rows';

const ID = columnOf('reference_id', 'referenceId');
const NAME = columnOf('name_first');
const SSN = columnOf('social_security_number', 'socialSecurityNumber');

async function warned(
	columns: (typeof ID)[],
	rows: string[][],
	unique: string | undefined = ID.name,
) {
	const { warnings } = await warnOfRepeats(checkedOf(columns, rowsOf(...rows)), unique);
	return warnings.map(({ code, items, message }) => [code, items, message]);
}

describe('rows that are the same in all columns', () => {
	const again = (items: number[]) => [
		['repeatedRow', items, expect.stringMatching(`^In ${items.length} rows `)],
	];

	test('are told where no column has IDs', async () => {
		expect(await warned([NAME], [['Ann'], ['Bob'], ['Ann']])).toEqual(again([0, 2]));
	});

	test('are told where the ID is missing, but not with one', async () => {
		const rows = [
			['', 'Ann'],
			['1', 'Bob'],
			['', 'Ann'],
			['1', 'Bob'],
		];
		expect(await warned([ID, NAME], rows)).toEqual(again([0, 2]));
		expect(
			await warned(
				[NAME, ID],
				rows.map((cells) => [...cells].reverse()),
			),
		).toEqual(again([0, 2]));
	});

	test('do no harm where rows have no IDs at all', async () => {
		const checked = checkedOf([NAME], rowsOf(['Ann'], ['Ann']));
		expect((await warnOfRepeats(checked, undefined)).warnings).toEqual([]);
	});

	test('are told from rows that only read the same', async () => {
		const rows = [
			['Ann', 'Lee'],
			['AnnL', 'ee'],
			['Lee', 'Ann'],
			['AnnLee', ''],
			['', 'AnnLee'],
		];
		expect(await warned([NAME, columnOf('name_last')], rows)).toEqual([]);
	});
});

test('a social security number of several rows is told, and nothing about rows without one', async () => {
	const numbers = ['900-12-3456', '900-12-3457', '', '900-12-3456', '', '900-12-3546'];
	const rows = numbers.map((number, index) => [String(index), number]);
	expect(await warned([ID, SSN], rows)).toEqual([
		['repeatedSocialSecurityNumber', [0, 3], expect.stringMatching(/^In 2 rows 'social_sec/)],
	]);
});

describe('what warnings say of rows', () => {
	const listed = (items: readonly number[]) => {
		const tally = warningTally();
		for (const item of items) tally.add('tags', 'html', item);
		return tally.list().map(({ count, items: named }) => ({ count, named }));
	};

	test('the first ten are named, in whatever order they come', () => {
		const order = [11, 3, 7, 1, 9, 5, 12, 2, 8, 10, 0, 6, 4];
		const named = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
		expect(listed(order)).toEqual([{ count: 13, named }]);
		expect(listed([...order].sort((a, b) => a - b))).toEqual([{ count: 13, named }]);
	});

	test('each warning of each column is counted for itself', () => {
		const tally = warningTally();
		tally.add('tags', 'html', 1);
		tally.add('name_first', 'html', 1);
		tally.add('tags', 'decodedTwice', 2);
		tally.add('tags', 'html', 3);
		expect(tally.list().map(({ code, column, count }) => [code, column, count])).toEqual([
			['html', 'tags', 2],
			['html', 'name_first', 1],
			['decodedTwice', 'tags', 1],
		]);
	});
});

describe('names in two columns', () => {
	const names = [NAME, columnOf('name_last')];

	test.each([
		['Ann Lee', 'Lee'],
		['Ann Lee', 'Ann Lee'],
		['Ann', 'Ann Lee'],
		['Ann Lee', ''],
	])('%s and %s', async (first, last) => {
		expect(
			await warned(names, [
				['Bob', 'Ray'],
				[first, last],
			]),
		).toEqual([
			['wholeName', [1], "In 1 row 'name_first' seems to hold the last name too, or is the same"],
		]);
	});

	test.each([
		['Ann', 'Lee'],
		['Ashlee', 'Lee'],
		['Mary Ann', 'Lee'],
		['Ann', ''],
		['', 'Lee'],
		['Ann', 'Annabel'],
	])('but not %s and %s', async (first, last) => {
		expect(await warned(names, [[first, last]])).toEqual([]);
	});

	test('are only looked for where there are two columns', async () => {
		expect(await warned([NAME], [['Ann Lee']])).toEqual([]);
	});
});

describe('a birthdate that most rows have', () => {
	const columns = [ID, columnOf('birthdate', 'birthdate')];
	const rows = (same: number, others: number, day = '1980-01-01') =>
		Array.from({ length: same + others }, (_, index) => [
			String(index),
			index % 2 === 0 && index / 2 < others ? `19${50 + (index % 50)}-02-03` : day,
		]);

	test('is told from ten rows on', async () => {
		expect(await warned(columns, rows(6, 4))).toEqual([
			[
				'commonBirthdate',
				[1, 3, 5, 7, 8, 9],
				"In 6 rows 'birthdate' is the same in more than half of the rows",
			],
		]);
	});

	test.each([
		[5, 5, '1980-01-01'],
		[5, 4, '1980-01-01'],
		[9, 1, ''],
	])('but not in %i of these and %i others (%j)', async (same, others, day) => {
		expect(await warned(columns, rows(same, others, day))).toEqual([]);
	});
});
