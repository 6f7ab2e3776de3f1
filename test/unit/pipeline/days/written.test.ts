import { DateTime } from 'luxon';

import { RULES, type RuleContext } from '../../../../nodes/Persona/pipeline/rules';
import { outcomeOf, ruleContext } from '../../support/rules';

/** What comes of a birthdate by itself: the day or a code, and what is pointed out. */
function read(value: unknown, changes: Partial<RuleContext> = {}): string {
	const context = ruleContext({ birthdateFormat: 'detect', ...changes });
	const checked = RULES.birthdate(value, context, undefined);
	const warning = typeof checked === 'object' && 'warning' in checked ? checked.warning : '';
	return `${outcomeOf(checked)} ${warning}`.trim();
}

describe('a time that is midnight where the workflow is', () => {
	test.each([
		...['1990-04-04T18:00:00-04:00', '1990-04-04T18:00-04', '1990-04-05T03:30:00+05:30'],
		...['1990-04-05T03:30+0530', '1990-04-04T22:00:00+0000', '1990-04-04 22:00:00 GMT'],
		...['1990-04-05 03:30 UTC+05:30', '1990-04-04 10:00 PM Z', '1990-04-04 10:00 p.m. Z'],
		...[
			'1990-04-04T22:00:00Z[UTC]',
			'1990-04-04 22:00 +0000 (UTC)',
			'1990-04-05T00:00[Europe/Berlin]',
		],
	])('%s begins 1990-04-05 in Berlin', (text) => {
		expect(read(text, { timeZone: 'Europe/Berlin' })).toBe('1990-04-05');
	});

	test.each([
		// Clocks were set forward at midnight, and back at midnight.
		['2019-03-30T22:00:00Z', 'Asia/Beirut', '2019-03-31'],
		['2018-11-04T03:00:00Z', 'America/Sao_Paulo', '2018-11-04'],
		['2018-11-04T02:00:00Z', 'America/Sao_Paulo', '2018-11-04 timeOfDay'],
		['2018-02-18T02:00:00Z', 'America/Sao_Paulo', '2018-02-18 timeOfDay'],
		// Midnight in UTC that was shown in another zone.
		['1990-04-04T20:00:00-04:00', 'Europe/Berlin', '1990-04-05 timeOfDay'],
	])('%s in %s is %s', (text, timeZone, expected) => {
		expect(read(text, { timeZone })).toBe(expected);
		if (text.endsWith('Z')) expect(read(new Date(text), { timeZone })).toBe(expected);
		expect(read(DateTime.fromISO(text, { setZone: true }), { timeZone })).toBe(expected);
	});
});

test.each([
	['1990-04-04 12:00 AM', '1990-04-04'],
	['1990-04-04t00:00', '1990-04-04'],
	['1990-04-04 0.00', '1990-04-04'],
	['4 April 1990 00:00', '1990-04-04'],
	...['12:00 PM', '12:30 AM', '10:00 AM Z', 'at 10:00', '00:00:01', '00:01', '01:00'].map(
		(time): [string, string] => [`1990-04-04 ${time}`, '1990-04-04 timeOfDay'],
	),
	['1990-04-04 13:00 PM', 'dateNotDetected'],
	['1990-04-04 24:00', 'dateNotDetected'],
	['1990-04-04T0:00', 'dateNotDetected'],
	['1990-04-04T00.00', 'dateNotDetected'],
])('a time after a day: "%s" is %s', (text, expected) => {
	expect(read(text)).toBe(expected);
});

test.each([
	...['1990年4月5日', '1990년 4월 5일', '1990 年 04 月 05 日', '1990年 04月 05日'],
	...['1990 - 4 - 5', '1990. 4. 5.', '1990/4/5', '1990-4-5'],
	...['5 de abril de 1990', '5 del abril 1990', '5th of April 1990', 'the 5th of April 1990'],
	...['5 den april 1990', '5 di aprile 1990', "5 d'avril 1990", 'le 5 avril 1990'],
	...['el 5 abril 1990', 'il 5 aprile 1990', '5 апреля 1990 г.', 'Thursday, 5 April 1990'],
	...['mar 5 avril 1990', 'avril 5 mar 1990', 'quinta-feira, 5 de abril de 1990'],
	...['5º abril 1990', '5. April 1990', 'April 5 1990', 'April 5, 1990', '1990 April 5'],
	...['5-Apr-1990', '5e avril 1990', '5 / Apr / 1990', '5..April..1990'],
])('"%s" is the fifth of April', (text) => {
	expect(read(text)).toBe('1990-04-05');
});

test.each(
	[
		['mar. 5 mars 1990', '1990-03-05'],
		['mar 5 mar 1990', '1990-03-05'],
		['1st April 1990', '1990-04-01'],
		['2nd April 1990', '1990-04-02'],
		['3rd April 1990', '1990-04-03'],
		['1er avril 1990', '1990-04-01'],
		['5 April 90', 'twoDigitYear'],
		['5 / 4 / 90', 'twoDigitYear'],
		['31 April 1990', 'impossibleDate'],
		['4/31/1990', 'impossibleDate'],
		['31/31/1990', 'impossibleDate'],
		['25 / 4 / 1990', '1990-04-25'],
		['5/4/1990', 'dateOrderUnknown'],
		...['x1990年4月5日', '1990年4月5日x', 'x1990-4-5', '1990-4-5x', '90年4月5日', '1990年a月5日'],
		...['5x April 1990', 'x5 April 1990', 'April 1990', '5 April', '5 April March 1990', 'April'],
		...['foo 5 April 1990', '5 6 April 1990', '5 April 199', '199 April 5', '1990 April 1990'],
		...['lun mar 5 avril 1990', 'x'.repeat(101), `${' '.repeat(100)}x 1990-04-05`],
	].map((one): [string, string] =>
		typeof one === 'string' ? [one, 'dateNotDetected'] : (one as [string, string]),
	),
)('"%s" is %s', (text, expected) => {
	expect(read(text)).toBe(expected);
});

describe('numbers', () => {
	test.each([
		...['1985', '1900', '2026'].map((text) => [text, 'yearAlone']),
		...['1899', '2027', '1,234', '32968.5', '0', '-1985', '999999'].map((text) => [
			text,
			'dateNumber',
		]),
		...['19900405', '20010101', '19901231'].map((text) => [text, 'dateWithoutSeparators']),
		...['99999999', '-19900405', '639187200', '-347155200', '19901305', '1781481600'].map(
			(text) => [text, 'secondsSince1970'],
		),
		...['639273600000', '-639273600000', '10000000000', '-2208988800000', '1781567999999'].map(
			(text) => [text, 'millisecondsSince1970'],
		),
		...['6392736000001234', '1781568000000', '-2208988800001', '1781568000', '-2208988801'].map(
			(text) => [text, 'dateNotDetected'],
		),
	])('%s is told as %s', (text, code) => {
		expect(read(text)).toBe(code);
	});

	test.each([
		[1, '1900-01-01 fillerDay'],
		[59, '1900-02-28 longAgo'],
		[60, 'impossibleDate'],
		[61, '1900-03-01 longAgo'],
		['32968,5', '1990-04-05'],
		['32968.75', '1990-04-05'],
		[0, 'dateTooEarly'],
		[-1, 'dateFormat'],
		['1.234', 'dateFormat'],
		['12,345', 'dateFormat'],
		['32968x', 'dateFormat'],
		['x1.234', 'dateFormat'],
		['1985', 'yearAlone'],
		[2958465, 'secondsSince1970'],
	])('%s as the number of a day in a spreadsheet is %s', (value, expected) => {
		expect(read(value, { birthdateFormat: 'excelSerial' })).toBe(expected);
	});

	test.each([
		[639273600000, '1990-04-05', 'futureDate'],
		['-347155200000', '1959-01-01', 'dateTooEarly'],
		['639187200', '1970-01-08 earlyIn1970', '1990-04-04'],
		['9999999999', '1970-04-26 earlyIn1970', 'futureDate'],
		['10000000000', '1970-04-26 timeOfDay', 'futureDate'],
		['86400', '1970-01-01 earlyIn1970', '1970-01-02'],
		[0, '1970-01-01 fillerDay', '1970-01-01 fillerDay'],
		['86400,5', '1970-01-01 earlyIn1970', '1970-01-02 timeOfDay'],
		['1e12', 'dateFormat', 'dateFormat'],
	])('%s since 1970: milliseconds %s, seconds %s', (value, milliseconds, seconds) => {
		expect(read(value, { birthdateFormat: 'unixMilliseconds' })).toBe(milliseconds);
		expect(read(value, { birthdateFormat: 'unixSeconds' })).toBe(seconds);
	});
});

test.each<[unknown, string]>([
	[{ year: 1990, month: 4, day: 5 }, '1990-04-05'],
	[{ date: { year: 1990, month: 4, day: 5 } }, '1990-04-05'],
	[{ date: '1990-04-05' }, '1990-04-05'],
	[{ date: { start: '1990-04-05', end: null } }, '1990-04-05'],
	[{ start: '1990-04-05', end: '' }, '1990-04-05'],
	[{ start: '1990-04-05' }, '1990-04-05'],
	[{ start: '1990-04-05', end: '1990-04-05' }, '1990-04-05'],
	[{ $date: '1990-04-05T00:00:00Z' }, '1990-04-05'],
	[{ date: null }, ''],
	[{ start: '1990-04-05', end: '1990-04-06' }, 'notText'],
	[{ date: { date: '1990-04-05' } }, 'notText'],
	[{ year: 90, month: 4, day: 5 }, 'notText'],
	[{ year: 1000, month: 4, day: 5 }, 'dateTooEarly'],
	[{ year: 9999, month: 4, day: 5 }, 'futureDate'],
	[{ year: 10000, month: 4, day: 5 }, 'notText'],
	[{ year: 1990, month: 0, day: 5 }, 'notText'],
	[{ year: 1990, month: 4.5, day: 5 }, 'notText'],
	[{ year: 1990, month: -4, day: 5 }, 'notText'],
	[{ year: '1990', month: 4, day: 5 }, '1990-04-05'],
	[{}, 'notText'],
])('%j is %s', (value, expected) => {
	expect(read(value)).toBe(expected);
});

test.each([
	['d MMM yyyy', '5 Apr 1990', '1990-04-05'],
	['d MMM yyyy', '5 avr 1990', '1990-04-05'],
	['d MMMM yyyy', '5 avril 1990 00:00', '1990-04-05'],
	['d MMMM yyyy', '5 April 1990 10:00', '1990-04-05 timeOfDay'],
	['yyyyMMdd', '19900405', '1990-04-05'],
	['d MMM yyyy', '31 Feb 1990', 'impossibleDate'],
	['d MMM yyyy', '31 Feb 1990 10:00', 'impossibleDate'],
	['yyyyMMdd', '19901305', 'impossibleDate'],
	['d MMM yyyy', 'soon', 'dateFormat'],
	['HH:mm a yyyy', '10:00 AM 1990', 'dateFormat'],
	['dd.MM.yyyy', '05.04.1990', '1990-04-05'],
	['MM/dd/yyyy', '05/04/1990', '1990-05-04'],
])('in the format %s, "%s" is %s', (birthdateCustomFormat, text, expected) => {
	expect(read(text, { birthdateFormat: 'custom', birthdateCustomFormat })).toBe(expected);
});

test.each([
	['1904-01-01', '1904-01-01 fillerDay'],
	['1969-12-31', '1969-12-31 fillerDay'],
	['2026-06-15', '2026-06-15 fillerDay'],
	['1990-01-01', '1990-01-01'],
	['1899-12-31', 'dateTooEarly'],
	['1900-01-02', '1900-01-02 longAgo'],
	['1905-12-30', '1905-12-30 longAgo'],
	['1906-01-02', '1906-01-02'],
	['2026-06-16', 'futureDate'],
	['9999-12-31', 'futureDate'],
])('%s is %s', (text, expected) => {
	expect(read(text)).toBe(expected);
});
