import { settleDuplicates } from '../../../../nodes/Persona/pipeline/duplicates';
import { checkRows } from '../../../../nodes/Persona/pipeline/checkRows';
import { ACCOUNT_IMPORT } from '../../../../nodes/Persona/pipeline/columns';
import { warnOfRepeats } from '../../../../nodes/Persona/pipeline/repeats';
import {
	PROBLEM_SENTENCES,
	WARNING_SENTENCES,
	warningSentence,
	type WarningCode,
} from '../../../../nodes/Persona/pipeline/rules';
import { warnOfZeroPaddedIds } from '../../../../nodes/Persona/pipeline/zeroPaddedIds';
import { BROKEN, type Broken } from '../../support/brokenValues';
import { columnOf, sourceOf } from '../../support/rows';
import { ruleContext } from '../../support/rules';

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

	test.each(['detect', 'us'] as const)('dateOrderMixed with %s', async (birthdateFormat) => {
		const dates: Broken = { rule: 'birthdate', value: '', context: { birthdateFormat } };
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

	test('leadingZeros', async () => {
		const columns = [columnOf('reference_id', 'referenceId')];
		const items = ['7', '007', '8'].map((reference_id) => ({ reference_id }));
		const checked = await checkRows(sourceOf(columns, items), items.length, ruleContext());
		const { warnings } = await warnOfZeroPaddedIds(checked, checked, 'reference_id');
		expect(warnings.map(({ code, items: named }) => [code, named])).toEqual([
			['leadingZeros', [1]],
		]);
	});

	test('every warning has a test above', () => {
		const others = ['repeatedSocialSecurityNumber', 'repeatedRow', 'leadingZeros'];
		const tested = [...Object.keys(UNUSUAL), ...others, 'wholeName', 'commonBirthdate'];
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
		expect(sentence).toMatch(/^(has|holds|is|does|looks|can|was) /);
		expect(sentence).not.toMatch(/\.$/);
		expect(sentence).not.toMatch(/error|problem|failure|mistake/i);
	});

	test('each is different', () => {
		const sentences = Object.values(PROBLEM_SENTENCES);
		expect(new Set(sentences).size).toBe(sentences.length);
	});
});
