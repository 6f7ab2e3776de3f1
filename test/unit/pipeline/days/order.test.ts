import fc from 'fast-check';
import { DateTime } from 'luxon';

import { checkItems, table } from '../../support/checkItems';
import { realDay, RUNS as ALL_RUNS } from '../../support/property';

type Day = [year: number, month: number, day: number];
type Order = 'us' | 'eu';

const RUNS = { numRuns: 0.3 * ALL_RUNS.numRuns };
const two = (value: number) => String(value).padStart(2, '0');
const iso = ([year, month, day]: Day) => `${year}-${two(month)}-${two(day)}`;
const write = ([year, month, day]: Day, order: Order, separator: string) =>
	(order === 'us' ? [month, day, year] : [day, month, year]).join(separator);
const other = (order: Order): Order => (order === 'us' ? 'eu' : 'us');

/** Days that are one in both orders are as likely here as those that are not. */
const someDay: fc.Arbitrary<Day> = fc.oneof(
	realDay,
	fc.tuple(
		fc.integer({ min: 1901, max: 2025 }),
		fc.integer({ min: 1, max: 12 }),
		fc.integer({ min: 1, max: 12 }),
	),
);
const days = fc.array(someDay, { minLength: 1, maxLength: 12 });
const order = fc.constantFrom<Order>('us', 'eu');
const separator = fc.constantFrom('/', '.', '-');
const decides = ([, , day]: Day) => day > 12;

async function outcomes(texts: readonly string[], birthdateFormat: 'detect' | Order = 'detect') {
	const { items } = await checkItems(
		texts.map((birthdate) => ({ birthdate })),
		{ birthdateFormat },
	);
	return texts.map((_, index) => items[index]);
}

test('property: Detect takes the order that one row proves, and guesses none', async () => {
	await fc.assert(
		fc.asyncProperty(days, order, separator, async (some, one, sign) => {
			const seen = await outcomes(some.map((day) => write(day, one, sign)));
			const isProven = some.some(decides);
			expect(seen).toEqual(
				some.map((day) => (isProven || day[1] === day[2] ? [iso(day)] : ['dateOrderUnknown'])),
			);
		}),
		RUNS,
	);
});

test('property: rows that contradict each other are all rejected', async () => {
	await fc.assert(
		fc.asyncProperty(days, days, separator, async (some, others, sign) => {
			fc.pre(some.some(decides) && others.some(decides));
			const texts = [
				...some.map((day) => write(day, 'us', sign)),
				...others.map((day) => write(day, 'eu', sign)),
			];
			const seen = await outcomes(texts);
			const isSame = (text: string) => new Set(text.split(sign).slice(0, 2).map(Number)).size === 1;
			seen.forEach((outcome, index) => {
				if (!isSame(texts[index]!)) expect(outcome).toEqual(['dateOrderMixed']);
			});
		}),
		RUNS,
	);
});

test('property: a chosen format that one row proves wrong sends none of the column', async () => {
	await fc.assert(
		fc.asyncProperty(days, order, separator, async (some, one, sign) => {
			const texts = some.map((day) => write(day, one, sign));
			expect(await outcomes(texts, one)).toEqual(some.map((day) => [iso(day)]));
			const wrong = await outcomes(texts, other(one));
			if (!some.some(decides)) return;
			expect(wrong).toEqual(some.map(() => ['dateOrderWrong']));
		}),
		RUNS,
	);
});

test('day first in a column that is set to month first', async () => {
	const rows = table(
		'reference_id,name_first,birthdate',
		'C-1,Ann,03/04/1991',
		'C-2,Bob,15/04/1991',
		'C-3,Cy,07/11/1985',
		'C-4,Dee,31/12/1979',
	);
	const wrong = await checkItems(rows, { birthdateFormat: 'us' });
	const [message] = wrong.messages;
	expect(wrong.items).toEqual({
		0: ['dateOrderWrong'],
		1: ['dateOrderWrong'],
		2: ['dateOrderWrong'],
		3: ['dateOrderWrong'],
	});
	expect(message).toContain('fit DD/MM/YYYY, not MM/DD/YYYY');
	const { items } = await checkItems(rows);
	expect(Object.values(items).map((cells) => cells[2])).toEqual([
		...['1991-04-03', '1991-04-15', '1985-11-07', '1979-12-31'],
	]);
});

test('the message names the format that is set, and the one that fits', async () => {
	const rows = table('birthdate', '12/31/1958', '04/05/1990');
	const { messages } = await checkItems(rows, { birthdateFormat: 'iso' });
	expect(messages).toEqual([
		"is not in the format set in 'Birthdate Format' (YYYY-MM-DD), but the dates of this column fit MM/DD/YYYY",
	]);
	const custom = { birthdateFormat: 'custom', birthdateCustomFormat: 'd MMM yyyy' } as const;
	const own = await checkItems(table('birthdate', 'soon'), custom);
	expect(own.messages).toEqual(["is not in the format set in 'Birthdate Format' (d MMM yyyy)"]);
});

test('what dots prove says nothing about slashes', async () => {
	expect(await outcomes(['31.12.1990', '03.04.1990', '03/04/1990', '05/05/1990'])).toEqual([
		['1990-12-31'],
		['1990-04-03'],
		['dateOrderUnknown'],
		['1990-05-05'],
	]);
});

describe('times after dates', () => {
	test('are dropped in every format', async () => {
		expect(await outcomes(['4/5/1990 12:00:00 AM', '12/31/1958 0:00'], 'us')).toEqual([
			['1990-04-05'],
			['1958-12-31'],
		]);
		expect(await outcomes(['5.4.1990 0:00:00', '31.12.1958 00:00'], 'eu')).toEqual([
			['1990-04-05'],
			['1958-12-31'],
		]);
	});

	test('other than midnight are pointed out', async () => {
		const { items, warnings } = await checkItems(table('birthdate', '1990-04-05 13:30'));
		expect(items).toEqual({ 0: ['1990-04-05'] });
		expect(warnings).toEqual({ 'timeOfDay birthdate': [0] });
	});
});

describe('numbers', () => {
	test('serials, a year, and days of the 1904 system', async () => {
		const rows = [32968, 1985, 1, 31506].map((birthdate) => ({ birthdate }));
		const { items, warnings } = await checkItems(rows, { birthdateFormat: 'excelSerial' });
		expect(items).toEqual({
			0: ['1990-04-05'],
			1: ['yearAlone'],
			2: ['1900-01-01'],
			3: ['1986-04-04'],
		});
		expect(warnings).toEqual({ 'fillerDay birthdate': [2] });
	});

	test('milliseconds since 1970 are named, and have a format', async () => {
		const rows = [{ birthdate: 639273600000 }, { birthdate: '-347155200000' }];
		expect((await checkItems(rows)).items).toEqual({
			0: ['millisecondsSince1970'],
			1: ['millisecondsSince1970'],
		});
		const { items } = await checkItems(rows, { birthdateFormat: 'unixMilliseconds' });
		expect(items).toEqual({ 0: ['1990-04-05'], 1: ['1959-01-01'] });
	});

	test('years with two digits', async () => {
		const rows = table('birthdate', '4/5/90', '12/31/58');
		for (const birthdateFormat of ['detect', 'iso', 'us', 'eu'] as const) {
			const { items } = await checkItems(rows, { birthdateFormat });
			expect(items).toEqual({ 0: ['twoDigitYear'], 1: ['twoDigitYear'] });
		}
	});
});

test('filler days and today are pointed out', async () => {
	const rows = table('birthdate', '1900-01-01', '1970-01-01', '2026-06-15', '1990-01-01');
	const { items, warnings } = await checkItems(rows);
	expect(Object.keys(items)).toHaveLength(4);
	expect(warnings).toEqual({ 'fillerDay birthdate': [0, 1, 2] });
});

/** Languages whose short names of months are words, and are no other month in another language. */
const SHORT = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb'];
const LANGUAGES = [...SHORT, 'fi', 'cs', 'tr', 'ro', 'ru', 'hu'];

test.each([
	...LANGUAGES.map((locale) => [locale, 'd MMMM yyyy'] as const),
	...SHORT.map((locale) => [locale, 'd. MMM yyyy'] as const),
	...LANGUAGES.map((locale) => [locale, 'cccc d MMMM yyyy'] as const),
])('property: months by their names in %s, as %s', async (locale, form) => {
	await fc.assert(
		fc.asyncProperty(days, async (some) => {
			const texts = some.map((day) =>
				DateTime.utc(...day)
					.setLocale(locale)
					.toFormat(form),
			);
			expect({ texts, seen: await outcomes(texts) }).toEqual({
				texts,
				seen: some.map((day) => [iso(day)]),
			});
		}),
		{ numRuns: ALL_RUNS.numRuns / 10 },
	);
});

test('a month that is another one in another language is not guessed', async () => {
	expect(await outcomes(['1 listopad 1990', '1 listopada 1990', '1 stycznia 1990'])).toEqual([
		['dateNotDetected'],
		['dateNotDetected'],
		['1990-01-01'],
	]);
});
