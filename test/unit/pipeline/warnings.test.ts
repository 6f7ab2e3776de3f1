import { LIST_ITEM_IMPORTS } from '../../../nodes/Persona/pipeline/columns';
import type { CheckedRows, Column } from '../../../nodes/Persona/pipeline/types';
import { findUnusual } from '../../../nodes/Persona/pipeline/warnings';

function checked(columns: readonly Column[], values: string[]): CheckedRows {
	const rows = values.map((value, itemIndex) => ({ itemIndex, cells: [value] }));
	return { columns, rows, rejected: [], blankRows: 0, merged: [] };
}

const found = async (...values: string[]) =>
	await findUnusual(checked(LIST_ITEM_IMPORTS.phoneNumber.columns, values));

describe('phone numbers', () => {
	it.each([
		'+14155550100',
		'+1 (415) 555-0100',
		'+44.20.7946.0000',
		'+1234567',
		'+123456789012345',
	])('%s is international', async (value) => expect(await found(value)).toEqual([]));

	it.each([
		'4155550100',
		'00 44 20 7946 0000',
		'+0123456789',
		'+123456',
		'+1234567890123456',
		'0+1234567',
		'x',
	])('%s is pointed out', async (value) =>
		expect(await found(value)).toEqual([
			{
				code: 'nationalPhoneNumber',
				column: 'value',
				count: 1,
				items: [0],
				message: '1 phone number does not begin with + and a country code; it is sent anyway',
			},
		]),
	);

	it('counts rows, and names the first ten', async () => {
		const numbers = Array.from({ length: 24 }, (_, index) => (index % 2 ? '415' : '+14155550100'));
		expect(await found(...numbers)).toMatchObject([
			{ count: 12, items: [1, 3, 5, 7, 9, 11, 13, 15, 17, 19] },
		]);
	});
});

it('says nothing about other columns', async () => {
	expect(await findUnusual(checked(LIST_ITEM_IMPORTS.ipAddress.columns, ['4155550100']))).toEqual(
		[],
	);
});
