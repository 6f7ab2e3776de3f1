import { DateTime } from 'luxon';

import { checked } from '../../support/rules';

describe('a birthdate', () => {
	it.each([
		['detect', `1990-03-01 00:00 (${'x'.repeat(81)})`, '1990-03-01'],
		['detect', `1990-03-01 00:00 (${'x'.repeat(82)})`, 'dateNotDetected'],
		['detect', `5${'.'.repeat(89)}April 1990`, '1990-04-05'],
		['detect', `5${'.'.repeat(90)}April 1990`, 'dateNotDetected'],
		['iso', '5 April 90', 'twoDigitYear'],
		['iso', '0050-03-01T10:00:00Z', 'dateTooEarly'],
		['unixSeconds', 639187200.1234567, '1990-04-04'],
		['unixSeconds', '1e300', 'dateFormat'],
		['unixMilliseconds', 639187200000.1234, '1990-04-04'],
		['unixMilliseconds', 0, '1970-01-01 !fillerDay'],
		['unixMilliseconds', 639187200, '1970-01-08 !earlyIn1970'],
		['unixSeconds', 639187, '1970-01-08 !timeOfDay'],
	] as const)('with %s: %j becomes %j', (birthdateFormat, value, outcome) => {
		expect(checked('birthdate', value, { birthdateFormat })).toBe(outcome);
	});

	it('may be the day in 1900 that begins in the zone of the workflow', () => {
		const value = '1899-12-31T23:00:00Z';
		expect(checked('birthdate', value, { timeZone: 'Etc/GMT-1' })).toBe('1900-01-01 !fillerDay');
		expect(checked('birthdate', value)).toBe('dateTooEarly');
	});

	it('that is an object of Luxon counts by its clock, unless its instant is a midnight', () => {
		const day = DateTime.fromISO('1990-03-01T01:00:00', { zone: 'Europe/Berlin' });
		expect(checked('birthdate', day)).toBe('1990-03-01');
		expect(checked('birthdate', day, { timeZone: 'Etc/GMT+1' })).toBe('1990-03-01 !timeOfDay');
		const midnight = { timeZone: 'America/New_York' };
		const evening = DateTime.fromISO('1990-02-28T21:00:00', { zone: 'America/Los_Angeles' });
		expect(checked('birthdate', evening, midnight)).toBe('1990-03-01');
		expect(checked('birthdate', evening.plus({ seconds: 1 }), midnight)).toBe(
			'1990-02-28 !timeOfDay',
		);
	});
});

describe('a pattern of the user', () => {
	it.each([
		['d MMMM yyyy HH:mm', '31 February 1990 10:00', 'impossibleDate'],
		['dd/MM/yyyy', '03/31/1990', 'dateOrderWrong'],
		['d MMM yyyy', '31/03/1990', 'dateFormatDayFirst'],
		['d MMM yyyy', '32968', 'dateNumber'],
		['ccc, d. MMM yyyy', 'Thu, 1. März 1990', '1990-03-01'],
		['cccc, d. MMM yyyy', 'Thursday, 1. März 1990', '1990-03-01'],
	])('%s reads %j as %j', (birthdateCustomFormat, value, outcome) => {
		const pattern = { birthdateFormat: 'custom', birthdateCustomFormat } as const;
		expect(checked('birthdate', value, pattern)).toBe(outcome);
	});

	it('says nothing once another format is set', () => {
		const pattern = { birthdateFormat: 'detect', birthdateCustomFormat: 'yyyyMMdd' } as const;
		expect(checked('birthdate', '19900301', pattern)).toBe('dateWithoutSeparators');
	});
});
