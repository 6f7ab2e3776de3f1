import { DateTime } from 'luxon';

import { checkItems, table } from '../../support/checkItems';
import { outcomes, read } from './support';

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
		['1919-03-31T05:00:00Z', 'America/Toronto', '1919-03-31'],
		// Clocks were set forward some hours after midnight.
		['2020-03-29T02:00:00Z', 'Europe/Berlin', '2020-03-29 timeOfDay'],
		['2020-03-28T22:00:00Z', 'Europe/Berlin', '2020-03-28 timeOfDay'],
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

test('a time without a zone is no moment anywhere', () => {
	expect(read('1990-04-04 22:00', { timeZone: 'Europe/Berlin' })).toBe('1990-04-04 timeOfDay');
});

test.each([
	['1990-04-05T00:00:00+05:00', '1990-04-05'],
	['1990-04-04 12:00 AM', '1990-04-04'],
	['1990-04-04t00:00', '1990-04-04'],
	['1990-04-04 0.00', '1990-04-04'],
	['4 April 1990 00:00', '1990-04-04'],
	...[
		'12:00 PM',
		'12:30 AM',
		'10:00 AM Z',
		'at 10:00',
		'at 9:00',
		'00:00:01',
		'00:01',
		'01:00',
	].map((time): [string, string] => [`1990-04-04 ${time}`, '1990-04-04 timeOfDay']),
	['1990-04-04 13:00 PM', 'dateNotDetected'],
	['1990-04-04 24:00', 'dateNotDetected'],
	['1990-04-04T0:00', 'dateNotDetected'],
	['1990-04-04T00.00', 'dateNotDetected'],
])('a time after a day: "%s" is %s', (text, expected) => {
	expect(read(text)).toBe(expected);
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
