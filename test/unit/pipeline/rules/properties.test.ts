import fc from 'fast-check';
import { DateTime } from 'luxon';

import {
	PROBLEM_SENTENCES,
	RULES,
	WARNING_SENTENCES,
	type RuleContext,
} from '../../../../nodes/Persona/pipeline/rules';
import type { RuleName } from '../../../../nodes/Persona/pipeline/types';
import { acceptableText, anyText, expectEqual, realDay, RUNS } from '../../support/property';
import { outcomeOf, ruleContext } from '../../support/rules';

const names = Object.keys(RULES) as RuleName[];

function checkWith(
	name: RuleName,
	value: unknown,
	changes: Partial<RuleContext> = {},
	other?: unknown,
) {
	return RULES[name](value, ruleContext(changes), other);
}

const anyContext: fc.Arbitrary<RuleContext> = fc.record({
	birthdateFormat: fc.constantFrom(
		...(['detect', 'iso', 'us', 'eu', 'excelSerial'] as const),
		...(['unixMilliseconds', 'unixSeconds', 'custom'] as const),
	),
	birthdateCustomFormat: fc.constantFrom(
		'yyyy-MM-dd',
		'd MMM yyyy',
		'yyyy-MM-dd HH:mm a',
		'yyyyyy MM dd',
		"yyyy 'o''clock'",
		'',
	),
	placeholders: fc.constantFrom('reject', 'empty'),
	tagSeparator: fc.constantFrom(',', ';', ', ', ''),
	timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
	today: fc.constant('2026-06-15'),
});

/** Values of any type, and those that come close to what the rules want. */
const anyValue = fc.oneof(
	fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
	fc.double(),
	fc.date({ noInvalidDate: false }),
	anyText,
	fc.stringMatching(/^[0-9+ /.:TZ-]{1,20}$/),
	fc.array(anyText),
	fc.date().map((date) => DateTime.fromJSDate(date)),
);

/** Values of the column that another one depends on. */
const anyOther = fc.oneof(fc.constantFrom('email_address', 'domain', '', undefined), anyValue);

const two = (value: number) => String(value).padStart(2, '0');
const serialOf = (year: number, month: number, day: number) => {
	const days = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 31)) / 86_400_000;
	return days >= 60 ? days + 1 : days;
};

/** The numbers of these days are years, and no spreadsheet tells them apart. */
const isYearAsSerial = (...day: [number, number, number]) =>
	serialOf(...day) >= 1900 && serialOf(...day) <= 2026;

type Written = [Partial<RuleContext>, (year: number, month: number, day: number) => unknown];
const FORMS: Record<string, Written> = {
	iso: [{}, (y, m, d) => `${y}-${two(m)}-${two(d)}`],
	'iso with time': [{}, (y, m, d) => `${y}-${two(m)}-${two(d)}T23:30:00-11:00`],
	us: [{ birthdateFormat: 'us' }, (y, m, d) => `${two(m)}/${two(d)}/${y}`],
	'us, short': [{ birthdateFormat: 'us' }, (y, m, d) => `${m}-${d}-${y}`],
	eu: [{ birthdateFormat: 'eu' }, (y, m, d) => `${two(d)}.${two(m)}.${y}`],
	serial: [{ birthdateFormat: 'excelSerial' }, serialOf],
	'serial with time': [{ birthdateFormat: 'excelSerial' }, (...day) => serialOf(...day) + 2 / 3],
	'serial as text': [{ birthdateFormat: 'excelSerial' }, (...day) => String(serialOf(...day))],
	custom: [
		{ birthdateFormat: 'custom', birthdateCustomFormat: 'd MMMM yyyy' },
		(...day) => DateTime.utc(...day).toFormat('d MMMM yyyy', { locale: 'en-US' }),
	],
	Date: [{}, (y, m, d) => new Date(Date.UTC(y, m - 1, d, 23, 59))],
	Luxon: [
		{},
		(y, m, d) => DateTime.fromObject({ year: y, month: m, day: d }, { zone: 'Asia/Tokyo' }),
	],
};

test.each(Object.entries(FORMS))('property: any day reads back, %s', (_name, [changes, write]) => {
	fc.assert(
		fc.property(realDay, ([year, month, day]) => {
			fc.pre(changes.birthdateFormat !== 'excelSerial' || !isYearAsSerial(year, month, day));
			const checked = checkWith('birthdate', write(year, month, day), changes);
			expectEqual(outcomeOf(checked), `${year}-${two(month)}-${two(day)}`);
		}),
		RUNS,
	);
});

test.each(names)(
	'property: %s gives text that can be written, or a code, and never throws',
	(name) => {
		fc.assert(
			fc.property(anyValue, anyContext, anyOther, (value, context, other) => {
				const checked = checkWith(name, value, context, other);
				if (typeof checked === 'object' && 'code' in checked) {
					expectEqual(Object.hasOwn(PROBLEM_SENTENCES, checked.code), true);
					return;
				}
				const text = typeof checked === 'string' ? checked : checked.text;
				expectEqual(text.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(text), true);
				if (typeof checked === 'object') {
					expectEqual(Object.hasOwn(WARNING_SENTENCES, checked.warning), true);
				}
			}),
			RUNS,
		);
	},
);

test('property: a birthdate is YYYY-MM-DD between 1900 and today, or nothing', () => {
	fc.assert(
		fc.property(anyValue, anyContext, (value, context) => {
			const checked = checkWith('birthdate', value, context);
			const text = outcomeOf(checked);
			if (text === '' || (typeof checked === 'object' && 'code' in checked)) return;
			expect(text).toMatch(/^\d{4}-\d{2}-\d{2}$/);
			expect(text >= '1900-01-01' && text <= context.today).toBe(true);
		}),
		RUNS,
	);
});

test('property: a social security number is NNN-NN-NNNN, or nothing', () => {
	const nearly = fc.oneof(
		anyValue,
		fc.integer(),
		fc.stringMatching(/^ ?[0-9]{2,3}-?[0-9]{2}-?[0-9]{4} ?$/),
		fc.stringMatching(/^[0-9-]{8,12}$/),
	);
	fc.assert(
		fc.property(nearly, (value) => {
			const checked = checkWith('socialSecurityNumber', value);
			if (typeof checked === 'string') expect(checked).toMatch(/^(\d{3}-\d{2}-\d{4})?$/);
		}),
		RUNS,
	);
});

test('property: of text, only what is around it is lost', () => {
	fc.assert(
		fc.property(acceptableText, (text) => {
			for (const name of ['text', 'referenceId', 'tags'] as const) {
				const checked = checkWith(name, text);
				if (typeof checked === 'object' && 'code' in checked) return;
				expectEqual(text.includes(outcomeOf(checked)), true);
				expectEqual(outcomeOf(checked), outcomeOf(checked).trim());
			}
		}),
		RUNS,
	);
});

test('property: words with letters pass unchanged', () => {
	const word = fc.stringMatching(/^[A-ZÀ-Ý][a-zà-ÿ]{2,8}([ -][A-Z][a-z]{2,8}){0,2}$/);
	fc.assert(
		fc.property(word, (text) => {
			const checked = checkWith('text', ` ${text}\u200b`);
			if (typeof checked === 'object' && 'code' in checked)
				expect(checked.code).toBe('placeholder');
			else expect(outcomeOf(checked)).toBe(text);
		}),
		RUNS,
	);
});
