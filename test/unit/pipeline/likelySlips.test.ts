import { warnOfLikelySlips } from '../../../nodes/Persona/pipeline/likelySlips';
import { checkedOf, columnOf, rowsOf, slowRow } from '../support/rows';
import { abortedSignal } from '../support/signals';

const ID = columnOf('reference_id', 'referenceId');
const NAME = columnOf('name_first');

async function warned(columns: (typeof ID)[], rows: string[][]) {
	const { warnings } = await warnOfLikelySlips(checkedOf(columns, rowsOf(...rows)));
	return warnings.map(({ code, items, message }) => [code, items, message]);
}

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

test('adds to the warnings that are there, and changes nothing else', async () => {
	const before = { code: 'x', column: 'y', count: 1, items: [0], message: 'z' };
	const checked = {
		...checkedOf([NAME, columnOf('name_last')], rowsOf(['Ann Lee', 'Lee'])),
		warnings: [before],
	};
	const slips = await warnOfLikelySlips(checked);
	expect(slips.warnings.map(({ code }) => code)).toEqual(['x', 'wholeName']);
	expect({ ...slips, warnings: [before] }).toEqual(checked);
});

test('stops when the execution is canceled', async () => {
	const checked = checkedOf([NAME, columnOf('name_last')], [slowRow('Ann', 'Lee')]);
	await expect(warnOfLikelySlips(checked, abortedSignal())).rejects.toThrow('cancelled');
});
