import { LIST_ITEM_IMPORTS } from '../../../nodes/Persona/pipeline/columns';
import type { CheckedRows, Column } from '../../../nodes/Persona/pipeline/types';
import { countWarnings } from '../../../nodes/Persona/pipeline/warnings';

function checked(columns: readonly Column[], values: string[]): CheckedRows {
	const rows = values.map((value, itemIndex) => ({ itemIndex, cells: [value] }));
	return { columns, rows, rejected: [], blankRows: 0, merged: [] };
}

const countOf = async (...values: string[]) =>
	(await countWarnings(checked(LIST_ITEM_IMPORTS.phoneNumber.columns, values))).get(
		'nationalPhoneNumber',
	);

describe('phone numbers', () => {
	it.each([
		'+14155550100',
		'+1 (415) 555-0100',
		'+44.20.7946.0000',
		'+1234567',
		'+123456789012345',
	])('%s is international', async (value) => expect(await countOf(value)).toBeUndefined());

	it.each([
		'4155550100',
		'00 44 20 7946 0000',
		'+0123456789',
		'+123456',
		'+1234567890123456',
		'0+1234567',
		'x',
	])('%s is pointed out', async (value) => expect(await countOf(value)).toBe(1));

	it('counts rows', async () => {
		expect(await countOf('+14155550100', '415', '0171', '+4930123456')).toBe(2);
	});
});

it('says nothing about other columns', async () => {
	const rows = checked(LIST_ITEM_IMPORTS.ipAddress.columns, ['4155550100']);
	expect(await countWarnings(rows)).toEqual(new Map());
});
