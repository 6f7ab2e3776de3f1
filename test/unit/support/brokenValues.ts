import { BROKEN_TEXT, UNRESOLVED } from '../../../nodes/Persona/pipeline/checkRows';
import type { RuleContext } from '../../../nodes/Persona/pipeline/rules';
import type { RuleName } from '../../../nodes/Persona/pipeline/types';

/** A value that breaks a rule, and what the rule has to know beside it. */
export interface Broken {
	rule: RuleName;
	value: unknown;
	context?: Partial<RuleContext>;
	/** The value of the column that this one depends on. */
	other?: string;
}

/** By code, a value that leads to it. */
export const BROKEN: Readonly<Record<string, Broken>> = {
	notText: { rule: 'text', value: { first: 'Ann' } },
	booleanValue: { rule: 'text', value: true },
	dateValue: { rule: 'referenceId', value: new Date(0) },
	impreciseNumber: { rule: 'referenceId', value: 2 ** 53 },
	brokenCharacter: { rule: 'text', value: '\ud800' },
	replacementCharacter: { rule: 'text', value: 'Ren\ufffd' },
	controlCharacter: { rule: 'text', value: '\u0000' },
	invisibleCharacter: { rule: 'referenceId', value: 'a\u200bb' },
	placeholder: { rule: 'text', value: '#REF!' },
	placeholderId: { rule: 'referenceId', value: 'N/A', context: { placeholders: 'empty' } },
	expressionLeftover: { rule: 'referenceId', value: 'crm-undefined' },
	exponent: { rule: 'referenceId', value: '1.23E+11' },
	dateNumber: { rule: 'birthdate', value: 45000 },
	yearAlone: { rule: 'birthdate', value: 1985, context: { birthdateFormat: 'excelSerial' } },
	dateWithoutSeparators: { rule: 'birthdate', value: '19900401' },
	secondsSince1970: { rule: 'birthdate', value: 639187200 },
	millisecondsSince1970: { rule: 'birthdate', value: 639187200000 },
	dateFormat: { rule: 'birthdate', value: 'May the 4th' },
	dateFormatMonthFirst: { rule: 'birthdate', value: '03/31/1990' },
	dateFormatDayFirst: { rule: 'birthdate', value: '31/03/1990' },
	dateNotDetected: { rule: 'birthdate', value: 'soon', context: { birthdateFormat: 'detect' } },
	dateOrderUnknown: {
		...{ rule: 'birthdate', value: '03/04/1990', context: { birthdateFormat: 'detect' } },
	},
	dateOrderWrong: { rule: 'birthdate', value: '31/03/1990', context: { birthdateFormat: 'us' } },
	twoDigitYear: { rule: 'birthdate', value: '03/01/90', context: { birthdateFormat: 'us' } },
	impossibleDate: { rule: 'birthdate', value: '1990-02-30' },
	futureDate: { rule: 'birthdate', value: '2990-02-01' },
	dateTooEarly: { rule: 'birthdate', value: '1890-02-01' },
	socialSecurityNumber: { rule: 'socialSecurityNumber', value: '123' },
	socialSecurityNumberAsNumber: { rule: 'socialSecurityNumber', value: 12345678 },
	socialSecurityNumberNeverIssued: { rule: 'socialSecurityNumber', value: '666-12-3456' },
	socialSecurityNumberPublished: { rule: 'socialSecurityNumber', value: '078-05-1120' },
	zipCode: { rule: 'socialSecurityNumber', value: '12345-6789' },
	emailAddressElsewhere: { rule: 'phoneNumber', value: 'ann@example.com' },
	tagSeparator: { rule: 'tags', value: ['a,b'] },
	tagNotText: { rule: 'tags', value: [['a']] },
	emailAddress: { rule: 'emailAddressOrDomain', value: 'example.com', other: 'email_address' },
	domain: { rule: 'emailAddressOrDomain', value: 'ann@example.com', other: 'domain' },
	matchType: { rule: 'matchType', value: 'exact' },
	decimalNumber: { rule: 'latitude', value: '40,7' },
	latitude: { rule: 'latitude', value: 91 },
	longitude: { rule: 'longitude', value: -181 },
	radius: { rule: 'radius', value: 0 },
	ipAddress: { rule: 'ipAddress', value: '1.2.3' },
	ipRange: { rule: 'ipAddress', value: '10.0.0.0/8' },
	ipZone: { rule: 'ipAddress', value: 'fe80::1%eth0' },
	expression: { rule: 'text', value: UNRESOLVED },
	brokenText: { rule: 'text', value: BROKEN_TEXT },
};
