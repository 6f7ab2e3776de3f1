import { checked } from '../../support/rules';

/** Cases by what becomes of them: the value itself with a warning, or a code. */
const each = (groups: Readonly<Record<string, readonly string[]>>): [string, string][] =>
	Object.entries(groups).flatMap(([says, values]) =>
		values.map((value): [string, string] => {
			const isWarning = says.startsWith('!');
			return [value, isWarning ? `${value} ${says}` : says === 'sent' ? value : says];
		}),
	);

describe('IDs', () => {
	test.each([
		...each({
			sent: [
				...[
					'samlp|company|ann@x.example',
					'waad|a-b_c',
					'ann@x.example',
					'a, b',
					'1/17',
					'12/2024',
				],
				...['A & B', 'newton', 'truex', '2024-03-05', 'crm-Infinityx', 'As of', 'no-7'],
			],
			'!unlikelyId': [
				...['"17"', '“17”', '17,18', '17, 18', '17 & 18', '17 and 18', '1234,567', '#REF!-17'],
				...['a@x.example, b@x.example', 'a@x.example b@x.example', '17-#N/A', '$json.id', '%s'],
				...['TRUE', 'false', 'No', 'new', 'Pending', 'REDACTED', 'oidc|a|b|c'],
			],
			'!spreadsheetChanged': ['3/5/2024', '2024-03-05 00:00:00', '2024-03-05T00:00:00Z'],
			'!socialSecurityNumberElsewhere': ['900-12-3456', '900 12 3456'],
			'!headerWord': [
				...[
					'ID #',
					'id#',
					'Customer #',
					'Employee Number',
					'Client No.',
					'External_Id__c',
					'Cust ID',
				],
			],
			'!reportLine': [
				...['Average', 'Source: Salesforce', 'Filtered by: Status', 'As of 11/26/2026'],
				...['Last updated 11/26/2026', 'Report Name: Contacts', 'Data as of today'],
			],
			expressionLeftover: ['crm-Invalid DateTime', 'crm-Infinity'],
		}),
		["'17'", '17'],
		["'00123", '00123'],
	])('%j becomes %j', (value, outcome) => {
		expect(checked('referenceId', value)).toBe(outcome);
	});
});

test.each(
	each({
		sent: ['vip', 'vip,new', 'vip [new]', 'a {b}', 'truly', 'a; #b', 'R&D', '1'],
		'!unlikelyTag': ['["vip","new"]', "['vip']", '{vip,new}', '[{"name":"vip"}]', 'true', 'FALSE'],
		'!html': ['R&amp;D', '<b>vip</b>'],
		'!socialSecurityNumberElsewhere': ['900-12-3456', 'vip, 900-12-3456', 'vip, 900 12 3456'],
		'!decodedTwice': ['Ã©tÃ©'],
	}).concat([['1;#vip;#2;#new', '1;#vip;#2;#new !unlikelyTag']]),
)('the tags %j become %j', (value, outcome) => {
	expect(checked('tags', value)).toBe(outcome);
});

const ADDRESSES = { matchType: 'email_address' } as const;
test.each(
	each({
		sent: ['a+b@x.example', 'ä@ä.example', 'a..b@x.example', 'a@[192.0.2.1]', "o'neil@x.example"],
		'!unlikelyId': ['*@x.example', 'a***@x.example', '%@x.example'],
		emailAddress: [
			...['a@x.example…', "'a@x.example'", '‘a@x.example’', 'a@x.example?', 'a@x.example#'],
			...['a@x.123', 'a@1.2.3.4', 'a@x*.example'],
		],
		expressionLeftover: ['undefined@x.example', 'a@undefined.com', 'null@x.example'],
	}),
)('the address %j becomes %j', (value, outcome) => {
	expect(checked('emailAddressOrDomain', value, ADDRESSES)).toBe(outcome);
});

test.each(
	each({
		sent: ['x.example', 'x_y.example', 'ä.example', '4chan.example', '1.2.3.example'],
		domain: ['*.x.example', '1.2.3.4', 'x.123', 'x.example…', '%.example'],
		expressionLeftover: ['undefined.com', 'x.undefined'],
	}),
)('the domain %j becomes %j', (value, outcome) => {
	expect(checked('emailAddressOrDomain', value, { matchType: 'domain' })).toBe(outcome);
});

test.each(
	each({
		sent: ['X1234567', 'D123-4567-8901', 'D 123 456'],
		'!unlikelyId': ['***1234', 'XXXX1234', '=A1', 'A1;B2', 'P<USALEE<<ANN', '{x}', '"X1"'],
	}),
)('the ID number %j becomes %j', (value, outcome) => {
	expect(checked('identifier', value)).toBe(outcome);
});

test.each([
	['1.000', '1.000 !spreadsheetChanged'],
	['1000', '1000'],
	['10.5', '10.5'],
	[1.125, '1.125'],
])('the radius %j becomes %j', (value, outcome) => {
	expect(checked('radius', value)).toBe(outcome);
});

test.each([
	['111-22-3333', '111-22-3333 !socialSecurityNumberPattern'],
	['333221111', '333-22-1111 !socialSecurityNumberPattern'],
	['111-23-3333', '111-23-3333'],
])('the social security number %j becomes %j', (value, outcome) => {
	expect(checked('socialSecurityNumber', value)).toBe(outcome);
});

describe('birthdates', () => {
	test.each([
		[{ day: null, month: null, year: null }, ''],
		[{ day: '', month: '', year: '', datetime: '' }, ''],
		[{ day: 5, month: null, year: null }, 'notText'],
		[{ month: '04', day: '05', year: '1990' }, '1990-04-05'],
		[{ month: 'April', day: 5, year: 1990 }, 'notText'],
		[{ month: '4.5', day: 5, year: 1990 }, 'notText'],
		[{ value: '1990-04-05' }, '1990-04-05'],
		[{ value: 7 }, 'notText'],
	])('%j becomes %j', (value, outcome) => {
		expect(checked('birthdate', value, { birthdateFormat: 'detect' })).toBe(outcome);
	});

	test.each(['unixSeconds', 'unixMilliseconds', 'excelSerial'] as const)(
		'a day without separators is no number of %s',
		(birthdateFormat) => {
			expect(checked('birthdate', 19900405, { birthdateFormat })).toBe('dateWithoutSeparators');
		},
	);
});
