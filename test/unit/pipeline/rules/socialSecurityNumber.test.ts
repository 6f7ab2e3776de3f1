import { checkSocialSecurityNumber as checkWith } from '../../../../nodes/Persona/pipeline/rules/socialSecurityNumber';
import { ruleContext } from '../../support/rules';

const checkSocialSecurityNumber = (value: unknown) => checkWith(value, ruleContext());

describe('social security number', () => {
	test.each([
		['123456780', '123-45-6780'],
		['123-45-6780', '123-45-6780'],
		['123-456780', '123-45-6780'],
		['001020003', '001-02-0003'],
		['  123-45-6780\n', '123-45-6780'],
		['123456780.0', '123-45-6780'],
		["'123456780", '123-45-6780'],
		['="123-45-6780"', '123-45-6780'],
		[123456780, '123-45-6780'],
		[123456780n, '123-45-6780'],
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

	test.each(['000-12-3456', '666-12-3456', '123-00-4567', '123-45-0000', '000000000', 666121234])(
		'%p is never issued',
		(value) => {
			expect(checkSocialSecurityNumber(value)).toEqual({ code: 'socialSecurityNumberNeverIssued' });
		},
	);

	test.each(['078-05-1120', '078051120', '219-09-9999'])('%p was published', (value) => {
		expect(checkSocialSecurityNumber(value)).toEqual({ code: 'socialSecurityNumberPublished' });
	});

	test.each(['12345-6789', ' 90210-1234'])('%p is a ZIP code', (value) => {
		expect(checkSocialSecurityNumber(value)).toEqual({ code: 'zipCode' });
	});

	test.each([
		['900-70-1234', 'taxpayerNumber'],
		['999701234', 'taxpayerNumber'],
		['111-11-1111', 'socialSecurityNumberPattern'],
		['999999999', 'socialSecurityNumberPattern'],
		['123-45-6789', 'socialSecurityNumberPattern'],
		[123456789, 'socialSecurityNumberPattern'],
		['987-65-4321', 'socialSecurityNumberPattern'],
	])('%p goes with the warning %s', (value, warning) => {
		const digits = String(value).replaceAll('-', '');
		const text = `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
		expect(checkSocialSecurityNumber(value)).toEqual({ text, warning });
	});

	test.each(['N/A', '#N/A', 'none', 'unknown', '-'])('%p is a placeholder', (value) => {
		expect(checkSocialSecurityNumber(value)).toEqual({ code: 'placeholder' });
		expect(checkWith(value, ruleContext({ placeholders: 'empty' }))).toBe('');
	});
});
