import { read } from './support';

test.each([
	...['1990年4月5日', '1990년 4월 5일', '1990 年 04 月 05 日', '1990年 04月 05日'],
	...['1990 - 4 - 5', '1990. 4. 5.', '1990/4/5', '1990-4-5'],
	...['5 de abril de 1990', '5 del abril 1990', '5th of April 1990', 'the 5th of April 1990'],
	...[
		'5 den april 1990',
		'5 di aprile 1990',
		"5 d'avril 1990",
		'le 5 avril 1990',
		'lun 5 di aprile 1990',
	],
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
