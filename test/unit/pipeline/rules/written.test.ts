import { checked } from '../../support/rules';

/** Values that come out as they are, but for what is pointed out. */
const kept = (warning: string, ...values: string[]) =>
	values.map((value): [string, string] => [value, `${value} !${warning}`]);
const unchanged = (...values: string[]) => values.map((value): [string, string] => [value, value]);
const all = (outcome: string, ...values: string[]) =>
	values.map((value): [string, string] => [value, outcome]);

describe('an ID', () => {
	test.each([
		...[
			['1,234,567', '1234567'],
			['1.0', '1'],
			['1.00', '1'],
			['12,345,678', '12345678'],
		].map(([value, text]): [string, string] => [value!, `${text} !spreadsheetCleaned`]),
		...kept('spreadsheetChanged', '1,234', '12,345', '12.340', '1.234', '1 234', '1.234.567'),
		...kept('spreadsheetChanged', "1'234", '1\u00a0234', '5-Mar', '15-Mar', 'Mar-05', "'abc"),
		...kept('spreadsheetChanged', '="00123', '="1""', '="a"b"'),
		...unchanged('x1,234', '1,234x', 'x1.0', '1.0x', '1234.567', 'a1.234', '1.2345'),
		...unchanged('1.234x', '1a234', 'abc.def', '1.2', 'Mar-5', 'x5-Mar', '5-Marx'),
		...unchanged('155-Mar', 'Mar-ab', '1e5', '12E5', 'x1.5e5', '1.5e5x', 'a.5e5', '00123"', "a'1"),
		...unchanged("5'6", 'ab"c"', `${'9'.repeat(101)}.0`, 'test', 'nullable', '5-', '(5'),
		...all(
			'exponent',
			'1E+5',
			'12E+5',
			'1.5e5',
			'1,5E-7',
			'-1.5E+10',
			'12.5e10',
			`1.${'0'.repeat(96)}e5`,
		),
		...[
			['="00123"', '00123'],
			['=" 1 "', '1'],
			["'00123", '00123'],
			["'=1", '=1 !unlikelyId'],
			["'-1", '-1'],
		].map(([value, text]): [string, string] => [value!, text!]),
		...all('placeholderId', 'TBD', '-', 'null', '#N/A', '00000000-0000-0000-0000-000000000000'),
		...all(
			'expressionLeftover',
			'crm-undefined',
			'[object Object]1',
			'user-null',
			'None_1',
			'a-nan',
		),
		...all('expressionLeftover', 'NaN-a', 'null@example.com', 'none@example.com'),
		...unchanged('a-null@example.com', 'anone@example.com', 'x Total', 'total x', 'x'.repeat(30)),
		...kept('reportLine', 'Total', 'Grand Total: 1,234', '(2 rows affected)', 'Rows: 2', '2 rows'),
		...kept('reportLine', 'Subtotal', 'row count', 'End of report'),
		...kept('decodedTwice', 'FranÃ§ois'),
		...all('', '', ' '),
	])('%j becomes %j', (value, outcome) => {
		expect(checked('referenceId', value)).toBe(outcome);
	});
});

describe('a name', () => {
	test.each([
		...all('placeholder', 'nan', 'NAN', 'nat', 'NaT', '##', '###', '#N/A', '#REF!', '#CONNECT!'),
		...all(
			'placeholder',
			'#VALEUR!',
			'#VALORE!',
			'N/A',
			'\\N',
			'\\\\N',
			'<NA>',
			'[object Promise]',
		),
		...all(
			'placeholder',
			'{}',
			'[null]',
			'<none>',
			'[none]',
			'(not set)',
			'<not set>',
			'not found',
		),
		...all('placeholder', 'not specified', 'nullptr', 'xxx', 'xxxx', '—', '""', 'keine Angabe'),
		...all(
			'placeholder',
			'nicht angegeben',
			'não informado',
			'null',
			'NULL',
			'none',
			'na',
			'unknown',
		),
		...all(
			'placeholder',
			'nOne',
			'NonE',
			'Undefined',
			'Xxx',
			'#WERT!',
			'#NAME?',
			'#BUSY!',
			'#GETAL!',
			'non renseigné',
			'TBD',
		),
		...kept('placeholderName', 'Nan', 'Nat', 'Null', 'None', 'Na', 'Unknown', 'Test', 'test'),
		...kept('placeholderName', 'dummy', 'missing', 'unnamed', 'noname', 'Nobody', 'Void'),
		...all('expressionLeftover', 'crm undefined', 'a null b', 'NaN x', '[object Map] x'),
		...unchanged('Nullify', 'anull', 'não informad', 'Anna Total', "Ann-Marie O'Neil"),
		...kept('html', 'Ann &amp; Bob', '&#39;', '&#x27;', '&#X2f;', '<b>', '</b>', '<br/>', '<br />'),
		...unchanged('Ann2', 'Ann 2nd', '李', 'Ã\u00a0'.trim()),
		...kept('unlikelyName', '<br  />', '& a;', 'a < b > c', 'Ann_B', 'x##', '##x'),
		...kept(
			'unlikelyName',
			'#',
			'&;',
			'&#;',
			'&#12345678;',
			'<1>',
			'12',
			'a@b',
			'Ann123',
			'x'.repeat(40),
		),
		...kept('unlikelyName', 'né'.repeat(20)),
		...unchanged('x'.repeat(39), 'né'.repeat(20).slice(1)),
		...kept('decodedTwice', 'FranÃ§ois', 'â‚¬', 'ðŸ˜€'),
		...kept('reportLine', 'Total'),
	])('%j becomes %j', (value, outcome) => {
		expect(checked('text', value)).toBe(outcome);
	});

	test('that is a placeholder may become empty', () => {
		const empty = { placeholders: 'empty' } as const;
		expect(['n/a', 'none', 'None'].map((value) => checked('text', value, empty))).toEqual([
			...['', '', 'None !placeholderName'],
		]);
	});
});

test.each([
	...unchanged('Unknown', 'none', 'test', 'a', 'crm-null'),
	...all('placeholder', 'n/a', 'undefined'),
	...all('expressionLeftover', 'x undefined', '[object Map] x'),
	...kept('decodedTwice', 'FranÃ§ois'),
	...all('', '', ' '),
	...all('a', ' a '),
])('any other field: %j becomes %j', (value, outcome) => {
	expect(checked('field', value)).toBe(outcome);
	const isEmpty = outcome === 'placeholder';
	expect(checked('field', value, { placeholders: 'empty' })).toBe(isEmpty ? '' : outcome);
});

test.each([
	...unchanged('+14155550100', '+1 (415) 555-0100', '+49 30/123.456', '+1234567'),
	...unchanged('+123456789012345'),
	...kept('nationalPhoneNumber', '+123456', '+1234567890123456', '+0155550100', 'x+14155550100'),
	...kept('nationalPhoneNumber', '+14155550100x', '4155550100', '+1', '+1abcdefg', 'test'),
	...all('emailAddressElsewhere', 'a@b'),
	...all('placeholder', 'n/a', 'none'),
	...all('expressionLeftover', 'user-undefined'),
	...all('+14155550100', '="+14155550100"'),
	...all('', ''),
])('a phone number: %j becomes %j', (value, outcome) => {
	expect(checked('phoneNumber', value)).toBe(outcome);
});

test.each([
	...all('900-70-1234 !taxpayerNumber', '900-70-1234', '900701234', '900-701234', '900701234.0'),
	...all('900-70-1234 !taxpayerNumber', '900701234.00'),
	...all('zipCode', '90070-1234'),
	...all('socialSecurityNumber', 'x90070-1234', '90070-12345', '9000-00-123', '900-12-00001'),
	...all('socialSecurityNumber', '999-99-99999', '9999-99-9999', '123'),
	...all(
		'socialSecurityNumberNeverIssued',
		'000-12-3456',
		'666-12-3456',
		'900-00-1234',
		'900-12-0000',
	),
	...kept('socialSecurityNumberPattern', '111-11-1111', '999-99-9999', '012-34-5678'),
	...all('socialSecurityNumberAsNumber', '12345678.0', '12345678.00'),
])('a social security number: %j becomes %j', (value, outcome) => {
	expect(checked('socialSecurityNumber', value)).toBe(outcome);
});
