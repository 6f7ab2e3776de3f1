import { warnOfZeroPaddedIds } from '../../../nodes/Persona/pipeline/zeroPaddedIds';
import { abortedSignal } from '../support/signals';
import { checkedOf, columnOf, rowsOf, slowRow } from '../support/rows';

const ID = columnOf('reference_id', 'referenceId');
const NAME = columnOf('name_first');

/** The items that a warning names. */
async function warnedOf(ids: readonly string[], rejected: readonly string[] = []) {
	const rows = rowsOf(...ids.map((id) => ['Ann', id]));
	const rejectedIds = new Map(rejected.map((id, index) => [ids.length + index, id]));
	const checked = { ...checkedOf([NAME, ID], rows), rejectedIds };
	const { warnings } = await warnOfZeroPaddedIds(checked, checked, ID.name);
	return warnings.map(({ code, column, items }) => [code, column, items]);
}

const warning = (...items: number[]) => [['leadingZeros', ID.name, items]];

test.each([
	['a spreadsheet dropped the zeros of one row', ['123', 'b', '00123'], warning(2)],
	['both have zeros, but not as many', ['0123', 'b', '00123'], warning(0, 2)],
	['all three ways', ['7', '07', '007'], warning(1, 2)],
	['nothing but zeros', ['0', '000'], warning(1)],
])('told: %s', async (_what, ids, told) => {
	expect(await warnedOf(ids)).toEqual(told);
	expect(await warnedOf([...ids].reverse())).toEqual(
		told.map(([code, column, items]) => {
			return [code, column, (items as number[]).map((item) => ids.length - 1 - item).reverse()];
		}),
	);
});

test.each([
	['all IDs have zeros, as in a column of one length', ['001', '010', '100', '011']],
	['the same ID twice, which is a matter of duplicates', ['007', '007']],
	['letters, where zeros are part of the ID', ['00a', '0a', 'a']],
	['zeros at the end', ['7', '70', '700']],
	['other digits', ['٠٧', '٧']],
	['a hyphen', ['0-7', '-7', '00-7']],
	['no ID', ['', '', '0']],
])('not told: %s', async (_what, ids) => {
	expect(await warnedOf(ids)).toEqual([]);
});

test('a row that was rejected is another row too', async () => {
	expect(await warnedOf(['007'], ['7'])).toEqual(warning(0));
	expect(await warnedOf(['007'], ['07'])).toEqual(warning(0));
	expect(await warnedOf(['7'], ['007'])).toEqual([]);
});

test('so is one that was left out as a duplicate, and itself it is not warned about', async () => {
	const rows = rowsOf(['7'], ['7'], ['007'], ['07'], ['07']);
	const checked = checkedOf([ID], rows);
	const settled = { ...checked, rows: [rows[2]!] };
	const { warnings } = await warnOfZeroPaddedIds(settled, checked, ID.name);
	expect(warnings.map(({ items }) => items)).toEqual([[2]]);
});

test('adds to the warnings that are there, and changes nothing else', async () => {
	const before = { code: 'html', column: 'tags', count: 1, items: [0], message: 'In 1 row' };
	const checked = { ...checkedOf([ID], rowsOf(['7'], ['07'])), warnings: [before] };
	const { warnings, ...others } = await warnOfZeroPaddedIds(checked, checked, ID.name);
	expect(warnings).toEqual([
		before,
		{
			...{ code: 'leadingZeros', column: ID.name, count: 1, items: [1] },
			message: expect.stringMatching(/^In 1 row 'reference_id' is the same as in another row, /),
		},
	]);
	const { warnings: _warnings, ...same } = checked;
	void _warnings;
	expect(others).toEqual(same);
});

test('stops when the execution is canceled', async () => {
	const checked = checkedOf([ID], [slowRow('07')]);
	const warned = warnOfZeroPaddedIds(checked, checked, ID.name, abortedSignal());
	await expect(warned).rejects.toThrow('cancelled');
});

test('nothing is done where rows have no IDs', async () => {
	const checked = checkedOf([NAME], rowsOf(['7'], ['07']));
	expect(await warnOfZeroPaddedIds(checked, checked, undefined)).toBe(checked);
	expect(await warnOfZeroPaddedIds(checked, checked, ID.name)).toBe(checked);
});
