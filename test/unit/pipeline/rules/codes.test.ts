import { settleDuplicates } from '../../../../nodes/Persona/pipeline/duplicates';
import { BROKEN_TEXT, checkRows, UNRESOLVED } from '../../../../nodes/Persona/pipeline/checkRows';
import { PROBLEM_SENTENCES } from '../../../../nodes/Persona/pipeline/rules';
import type { RuleContext } from '../../../../nodes/Persona/pipeline/rules';
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
	controlCharacter: { rule: 'text', value: '\u0000' },
	invisibleCharacter: { rule: 'referenceId', value: 'a\u200b' },
	dateNumber: { rule: 'birthdate', value: 45000 },
	dateFormat: { rule: 'birthdate', value: '03/01/1990' },
	twoDigitYear: { rule: 'birthdate', value: '03/01/90', context: { birthdateFormat: 'us' } },
	impossibleDate: { rule: 'birthdate', value: '1990-02-30' },
	futureDate: { rule: 'birthdate', value: '2990-02-01' },
	dateTooEarly: { rule: 'birthdate', value: '1890-02-01' },
	socialSecurityNumber: { rule: 'socialSecurityNumber', value: '123' },
	socialSecurityNumberAsNumber: { rule: 'socialSecurityNumber', value: 12345678 },
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

	test('duplicate', async () => {
		expect(await codesOf({ rule: 'referenceId', value: 'a' }, ['a', 'A'])).toEqual([
			'duplicate',
			'duplicate',
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
		const tested = [...Object.keys(BROKEN), 'duplicate', 'missing'];
		expect(tested.sort()).toEqual(Object.keys(PROBLEM_SENTENCES).sort());
	});
});

describe('sentences', () => {
	test.each(Object.entries(PROBLEM_SENTENCES))('%s', (_code, sentence) => {
		expect(sentence).toMatch(/^(has|holds|is|lies|does) /);
		expect(sentence).not.toMatch(/\.$/);
		expect(sentence).not.toMatch(/error|problem|failure|mistake/i);
	});

	test('each is different', () => {
		const sentences = Object.values(PROBLEM_SENTENCES);
		expect(new Set(sentences).size).toBe(sentences.length);
	});
});
