import { checkSocialSecurityNumber } from '../../../../nodes/Persona/pipeline/rules/socialSecurityNumber';

describe('social security number', () => {
	test.each([
		['123456789', '123-45-6789'],
		['123-45-6789', '123-45-6789'],
		['12345-6789', '123-45-6789'],
		['123-456789', '123-45-6789'],
		['001020003', '001-02-0003'],
		['000-00-0000', '000-00-0000'],
		['  123-45-6789\n', '123-45-6789'],
		[123456789, '123-45-6789'],
		[123456789n, '123-45-6789'],
		['', ''],
		['   ', ''],
		[null, ''],
		[undefined, ''],
	])('%p becomes %p', (value, text) => {
		expect(checkSocialSecurityNumber(value)).toEqual(text);
	});

	test.each([
		'12345678',
		'1234567890',
		'1-23456789',
		'12-345-6789',
		'123-4-56789',
		'123--45-6789',
		'-123456789',
		'123-45-6789-',
		'123 45 6789',
		'123.45.6789',
		'123–45–6789',
		'XXX-XX-6789',
		'123456789a',
		'１２３４５６７８９',
		'١٢٣٤٥٦٧٨٩',
		'123-45-6789, 123-45-6780',
		'123-45-6789\n123-45-6780',
		1234567890,
		123.456789,
		-123456789,
		-1,
	])('%p is not one', (value) => {
		expect(checkSocialSecurityNumber(value)).toEqual({ code: 'socialSecurityNumber' });
	});

	test.each([0, 7, 1020003, 12345678])('%p has lost its leading zeros', (value) => {
		expect(checkSocialSecurityNumber(value)).toEqual({ code: 'socialSecurityNumberAsNumber' });
	});

	test.each([
		[1e21, 'impreciseNumber'],
		[NaN, 'impreciseNumber'],
		[true, 'booleanValue'],
		[{}, 'notText'],
		[['123456789'], 'notText'],
		[new Date(0), 'dateValue'],
		['123-45-6789\u0000', 'controlCharacter'],
		['\ud800', 'brokenCharacter'],
	])('%p has the code %s', (value, code) => {
		expect(checkSocialSecurityNumber(value)).toEqual({ code });
	});
});
