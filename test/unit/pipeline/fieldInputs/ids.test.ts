import { checkItems } from '../../support/checkItems';

describe('IDs that a spreadsheet changed', () => {
	test.each([
		['1.23E+11', ['exponent']],
		['1,23E+11', ['exponent']],
		['1001.0', ['1001']],
		['1001.00', ['1001']],
		['1,234,567', ['1234567']],
		['="00123"', ['00123']],
		["'00123", ['00123']],
		['1,234', ['1,234']],
		['12E5', ['12E5']],
		["'t Hooft", ["'t Hooft"]],
	])('%s', async (reference_id, expected) => {
		const { items } = await checkItems([{ reference_id }]);
		expect(items).toEqual({ 0: expected });
	});
});

test('rows that share an ID name each other, whatever else is wrong with them', async () => {
	const { items, messages } = await checkItems([
		{ reference_id: 'a-1', name_first: 'Ann' },
		{ reference_id: 'b', name_first: 'Bob' },
		{ reference_id: 'A-1', name_first: true },
	]);
	expect(items).toEqual({
		0: ['duplicateExceptCase'],
		1: ['b', 'Bob'],
		2: ['booleanValue', 'duplicateExceptCase'],
	});
	expect(messages).toContainEqual(
		expect.stringContaining('as that of item 2, apart from upper and lower case'),
	);
});
