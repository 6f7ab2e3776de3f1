import { settleDuplicates } from '../../../../nodes/Persona/pipeline/duplicates';
import { BROKEN_TEXT, checkRows, UNRESOLVED } from '../../../../nodes/Persona/pipeline/checkRows';
import { ACCOUNT_IMPORT } from '../../../../nodes/Persona/pipeline/columns';
import { warnOfRepeats } from '../../../../nodes/Persona/pipeline/repeats';
import {
	PROBLEM_SENTENCES,
	WARNING_SENTENCES,
	warningSentence,
	type RuleContext,
	type WarningCode,
} from '../../../../nodes/Persona/pipeline/rules';
import type { RuleName } from '../../../../nodes/Persona/pipeline/types';
import { columnOf, sourceOf } from '../../support/rows';
import { ruleContext } from '../../support/rules';

interface Broken {
	rule: RuleName;
	value: unknown;
	context?: Partial<RuleContext>;
	/** The value of the column that this one depends on. */
	other?: string;
}

/** A value that breaks each rule. */
const BROKEN: Readonly<Record<string, Broken>> = {
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

async function codesOf({ rule, context, other = 'x' }: Broken, values: readonly unknown[]) {
	const columns = [{ ...columnOf('value', rule), dependsOn: 'other' }, columnOf('other')];
	const items = values.map((value) => ({ value, other }));
	const checked = await checkRows(sourceOf(columns, items), items.length, ruleContext(context));
	const { rejected } = await settleDuplicates(checked, 'value', 'reject');
	return rejected.flatMap(({ problems }) => problems.map(({ code }) => code));
}

describe('codes', () => {
	test.each(Object.entries(BROKEN))('%s', async (code, broken) => {
		expect(await codesOf(broken, [broken.value])).toEqual([code]);
	});

	test('duplicate, duplicateExceptCase', async () => {
		expect(await codesOf({ rule: 'referenceId', value: 'a' }, ['a', 'A', 'a'])).toEqual([
			'duplicateExceptCase',
			'duplicateExceptCase',
			'duplicate',
		]);
	});

	test('dateOrderMixed', async () => {
		const dates: Broken = { rule: 'birthdate', value: '', context: { birthdateFormat: 'detect' } };
		expect(await codesOf(dates, ['31/03/1990', '03/31/1990'])).toEqual([
			'dateOrderMixed',
			'dateOrderMixed',
		]);
	});

	test('missing', async () => {
		const columns = [columnOf('value'), columnOf('needed', 'text', true)];
		const checked = await checkRows(sourceOf(columns, [{ value: 'a' }]), 1, ruleContext());
		expect(checked.rejected).toEqual([
			{
				itemIndex: 0,
				problems: [{ column: 'needed', code: 'missing', message: PROBLEM_SENTENCES.missing }],
			},
		]);
	});

	test('every code has a test above', () => {
		const others = ['duplicate', 'duplicateExceptCase', 'dateOrderMixed', 'missing'];
		const tested = [...Object.keys(BROKEN), ...others];
		expect(tested.sort()).toEqual(Object.keys(PROBLEM_SENTENCES).sort());
	});
});

/** A value that is sent with each warning. */
const UNUSUAL: Readonly<Record<string, Broken>> = {
	timeOfDay: { rule: 'birthdate', value: '1990-04-05T10:30:00' },
	fillerDay: { rule: 'birthdate', value: '1900-01-01' },
	longAgo: { rule: 'birthdate', value: '1901-02-03' },
	earlyIn1970: {
		...{ rule: 'birthdate', value: 639187200, context: { birthdateFormat: 'unixMilliseconds' } },
	},
	placeholderName: { rule: 'text', value: 'Null' },
	unlikelyName: { rule: 'text', value: '12' },
	commaInName: { rule: 'text', value: 'Lee, Ann' },
	headerWord: { rule: 'text', value: 'First Name' },
	remark: { rule: 'text', value: 'Ann (deceased)' },
	companyName: { rule: 'text', value: 'Acme GmbH' },
	unlikelyId: { rule: 'referenceId', value: '17;18' },
	unlikelyTag: { rule: 'tags', value: '["vip"]' },
	socialSecurityNumberElsewhere: { rule: 'referenceId', value: '900-12-3456' },
	html: { rule: 'text', value: 'Ann &amp; Bob' },
	decodedTwice: { rule: 'text', value: 'FranÃ§ois' },
	reportLine: { rule: 'text', value: 'Total' },
	spreadsheetCleaned: { rule: 'referenceId', value: '1001.0' },
	spreadsheetChanged: { rule: 'referenceId', value: '5-Mar' },
	taxpayerNumber: { rule: 'socialSecurityNumber', value: '900-70-1234' },
	socialSecurityNumberPattern: { rule: 'socialSecurityNumber', value: '111111111' },
	nationalPhoneNumber: { rule: 'phoneNumber', value: '415 555 0100' },
};

async function warningsOf({ rule, context }: Broken, values: readonly unknown[]) {
	const columns = [columnOf('value', rule), columnOf('reference_id', 'referenceId')];
	const items = values.map((value) => ({ value }));
	const checked = await checkRows(sourceOf(columns, items), items.length, ruleContext(context));
	expect(checked.rejected).toEqual([]);
	const { warnings } = await warnOfRepeats(checked, 'reference_id');
	return warnings.map(({ code, column, count, items: named }) => [code, column, count, named]);
}

describe('warnings', () => {
	test.each(Object.entries(UNUSUAL))('%s', async (code, unusual) => {
		expect(await warningsOf(unusual, [unusual.value])).toEqual([[code, 'value', 1, [0]]]);
	});

	test('repeatedSocialSecurityNumber', async () => {
		const values = ['900-70-1234', '123456780', '', '123-45-6780', ''];
		const found = await warningsOf({ rule: 'socialSecurityNumber', value: '' }, values);
		expect(found).toContainEqual(['repeatedSocialSecurityNumber', 'value', 2, [1, 3]]);
	});

	test('repeatedRow', async () => {
		expect(await warningsOf({ rule: 'text', value: '' }, ['Ann', 'Bob', 'Ann', 'Ann'])).toEqual([
			['repeatedRow', '', 3, [0, 2, 3]],
		]);
	});

	test('every warning has a test above', () => {
		const others = ['repeatedSocialSecurityNumber', 'repeatedRow', 'wholeName', 'commonBirthdate'];
		const tested = [...Object.keys(UNUSUAL), ...others];
		expect(tested.sort()).toEqual(Object.keys(WARNING_SENTENCES).sort());
	});

	test.each(Object.keys(WARNING_SENTENCES) as WarningCode[])('%s fits into a hint', (code) => {
		const longest = ACCOUNT_IMPORT.columns.map(({ name }) => warningSentence(code, name, 10_000));
		for (const sentence of longest) {
			expect(sentence).toMatch(/^In 10000 rows '/);
			expect(sentence.length).toBeLessThanOrEqual(120);
			expect(sentence).not.toMatch(/\.$|error|problem|failure|mistake/i);
		}
	});
});

describe('sentences', () => {
	test.each(Object.entries(PROBLEM_SENTENCES))('%s', (_code, sentence) => {
		expect(sentence).toMatch(/^(has|holds|is|lies|does|looks|can|was) /);
		expect(sentence).not.toMatch(/\.$/);
		expect(sentence).not.toMatch(/error|problem|failure|mistake/i);
	});

	test('each is different', () => {
		const sentences = Object.values(PROBLEM_SENTENCES);
		expect(new Set(sentences).size).toBe(sentences.length);
	});
});
