import { checked } from '../../support/rules';

/** Each value with what it becomes: sent as it is, unless that is told. */
const sent = (...values: string[]) => values.map((value): [string, string] => [value, value]);
const warned = (warning: string, ...values: string[]) =>
	values.map((value): [string, string] => [value, `${value} !${warning}`]);
const refused = (code: string, ...values: string[]) =>
	values.map((value): [string, string] => [value, code]);

describe('names that come close to what is pointed out', () => {
	it.each([
		...sent('Lee, MD', 'Lee, PhD', 'Lee, DDS', 'Lee, JD', 'Lee, RN', 'Lee, CPA', 'Lee, MBA'),
		...sent(
			'Lee, DO',
			'King,Jr.',
			'King,  Jr.',
			'Ann Limited Lee',
			'Ann Estate of Lee',
			'Ann www.x',
		),
		...sent('My First Name', 'Carl Copyright Lee', 'Page 1 of 2 Smith'),
		...warned('remark', 'Décédé', 'Deceduta'),
		...warned('headerWord', 'NameFirst', 'Family.Name'),
		...warned('reportLine', 'Page 12 of 34', `3 rows ${'x'.repeat(33)}`),
		...warned('unlikelyName', `3 rows ${'x'.repeat(34)}`, 'n#VIP!', '#VIP!x', '#1VIP!', 'n####'),
		...warned('decodedTwice', 'Pe±a'),
		...warned('placeholderName', 'K.A.'),
		...refused('placeholder', 'T.B.D.', '#¡ARG!', '#NV', '#N/D', '#GETTING_DATA', 'okänd'),
		...refused('placeholder', 'sconosciuto', 'desconhecido'),
	])('%j becomes %j', (value, outcome) => {
		expect(checked('text', value)).toBe(outcome);
	});
});

describe('IDs that come close to what is pointed out', () => {
	it.each([
		...sent('fixxx-1', '[17] x', '1900-12-34567', 'id900-12-3456', 'a&b'),
		...warned(
			'unlikelyId',
			'ab|17|18|19',
			'auth0|a b',
			'..',
			'-.-',
			'•1',
			'17&amp;',
			'[17]',
			'=a="b"',
		),
		...warned('spreadsheetChanged', "'a'1"),
		...warned('headerWord', 'Kundennr', 'Kundennr.'),
		...warned('socialSecurityNumberElsewhere', '900-12-3456'),
	])('%j becomes %j', (value, outcome) => {
		expect(checked('referenceId', value)).toBe(outcome);
	});
});

describe('other values that come close', () => {
	it.each<['field' | 'ipAddress' | 'matchType' | 'phoneNumber' | 'tags', string, string]>([
		['field', '####', 'placeholder'],
		['tags', '#RIF!', 'placeholder'],
		['tags', 'A :::  * starred', 'A'],
		['ipAddress', 'N/A', 'placeholder'],
		['matchType', 'N/A', 'placeholder'],
		['phoneNumber', '1,234,567', '1234567 !nationalPhoneNumber'],
	])('%s: %j becomes %j', (rule, value, outcome) => {
		expect(checked(rule, value)).toBe(outcome);
	});

	it.each<['emailAddressOrDomain', 'email_address' | 'domain', string, string]>([
		['emailAddressOrDomain', 'email_address', '@example.com', 'emailAddress'],
		['emailAddressOrDomain', 'domain', '.example.com', 'domain'],
	])('%s: %s has at most 320 characters', (rule, matchType, end, code) => {
		const longest = 'a'.repeat(320 - end.length) + end;
		expect(checked(rule, longest, { matchType })).toBe(longest);
		expect(checked(rule, `a${longest}`, { matchType })).toBe(code);
	});
});
