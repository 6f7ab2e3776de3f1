import { DateTime, Settings } from 'luxon';

import { checkBirthdate } from '../../../../nodes/Persona/pipeline/rules/birthdate';
import { outcomeOf, ruleContext } from '../../support/rules';

function check(value: unknown, birthdateFormat: 'iso' | 'us' | 'eu' | 'excelSerial') {
	return outcomeOf(checkBirthdate(value, ruleContext({ birthdateFormat })));
}

describe('day numbers of spreadsheets', () => {
	test.each([
		[0, 'dateTooEarly'],
		[1, '1900-01-01'],
		[2, '1900-01-02'],
		[59, '1900-02-28'],
		[60, 'impossibleDate'],
		[60.5, 'impossibleDate'],
		[61, '1900-03-01'],
		[45000, '2023-03-15'],
		[45000.75, '2023-03-15'],
		[45000 + 86399 / 86400, '2023-03-15'],
		[45000 + 14.5 / 24, '2023-03-15'],
		['45000', '2023-03-15'],
		[' 45000.5 ', '2023-03-15'],
		['45000,5', '2023-03-15'],
		['45000.604166666664', '2023-03-15'],
		[46188, '2026-06-15'],
		[46188.99, '2026-06-15'],
		[46189, 'futureDate'],
		[999999, 'futureDate'],
		[1000000, 'secondsSince1970'],
		[1985, 'yearAlone'],
		['2026', 'yearAlone'],
		[1899, '1905-03-13'],
		[2027, '1905-07-19'],
		[-1, 'dateFormat'],
		[1e21, 'dateFormat'],
		[NaN, 'dateFormat'],
		[Infinity, 'dateFormat'],
		['1e4', 'dateFormat'],
		['1990-03-01', 'dateFormat'],
		['45.000,5', 'dateFormat'],
	])('%p: %s', (value, result) => {
		expect(check(value, 'excelSerial')).toBe(result);
	});

	test('a number is a day only where that was asked for', () => {
		for (const format of ['iso', 'us', 'eu'] as const) {
			expect(check(45000, format)).toBe('dateNumber');
		}
	});
});

describe('a pattern of the user', () => {
	test.each([
		['d MMM yyyy', '1 Mar 1990', '1990-03-01'],
		['d MMMM yyyy', '31 february 1990', 'impossibleDate'],
		['d MMM yyyy', '1 März 1990', '1990-03-01'],
		['d MMMM yyyy', '1 janvier 1990', '1990-01-01'],
		['d MMM yyyy', '1 Foo 1990', 'dateFormat'],
		['yyyyMMdd', '19900301', '1990-03-01'],
		['yyyyMMdd', '18991231', 'dateTooEarly'],
		['yyyyMMdd', '20260616', 'futureDate'],
		['yyyyMMdd', '', ''],
		['ccc d.M.yyyy', 'Thu 1.3.1990', '1990-03-01'],
		['ccc d.M.yyyy', 'Fri 1.3.1990', 'dateFormat'],
		['yyyy-MM-dd HH:mm ZZ', '1990-03-01 00:30 +14:00', '1990-03-01'],
		['yyyy-MM-dd HH:mm ZZ', '1990-03-01 23:30 -12:00', '1990-03-01'],
		['yyyy-MM-dd HH:mm z', '1990-03-01 23:30 America/New_York', '1990-03-01'],
		['yyyyy-MM-dd', '12024-03-01', 'futureDate'],
		['yyyy-MM-dd HH:mm a', '1990-03-01 10:30 AM', 'dateFormat'],
		['kkkk yyyy-MM-dd', '1990 1990-03-01', 'dateFormat'],
		['', '1990-03-01', 'dateFormat'],
	])('%p with %p: %s', (birthdateCustomFormat, value, result) => {
		const context = ruleContext({ birthdateFormat: 'custom', birthdateCustomFormat });
		const checked = checkBirthdate(value, context);
		expect(outcomeOf(checked)).toBe(result);
	});

	test('does not depend on the language or the zone of the machine', () => {
		const { defaultLocale, defaultZone } = Settings;
		try {
			Settings.defaultLocale = 'de';
			Settings.defaultZone = 'Pacific/Kiritimati';
			const context = ruleContext({
				birthdateFormat: 'custom',
				birthdateCustomFormat: 'd MMM yyyy',
			});
			expect(checkBirthdate('1 May 1990', context)).toBe('1990-05-01');
		} finally {
			Settings.defaultLocale = defaultLocale;
			Settings.defaultZone = defaultZone;
		}
	});
});

describe('dates that are objects', () => {
	test.each([
		[new Date('1990-03-01T00:00:00Z'), '1990-03-01'],
		[new Date('1990-03-01T23:59:59.999Z'), '1990-03-01'],
		[new Date(NaN), 'impossibleDate'],
		[new Date('1899-12-31T23:59:59Z'), 'dateTooEarly'],
		[new Date('-000044-03-15T00:00:00Z'), 'dateTooEarly'],
		[new Date('2026-06-15T23:59:59Z'), '2026-06-15'],
		[new Date('2026-06-16T00:00:00Z'), 'futureDate'],
		[new Date('+012024-03-01T00:00:00Z'), 'futureDate'],
		[new Date(8.64e15), 'futureDate'],
		[DateTime.fromISO('1990-03-01T00:30', { zone: 'Pacific/Kiritimati' }), '1990-03-01'],
		[DateTime.fromISO('1990-03-01T23:30', { zone: 'Etc/GMT+12' }), '1990-03-01'],
		[DateTime.fromISO('1990-03-01T23:30', { zone: 'America/New_York' }), '1990-03-01'],
		[DateTime.invalid('no'), 'impossibleDate'],
		[DateTime.utc(12024, 3, 1), 'futureDate'],
		[DateTime.utc(1899, 12, 31), 'dateTooEarly'],
	])('%p: %s', (value, result) => {
		for (const format of ['iso', 'us', 'eu', 'excelSerial'] as const) {
			expect(check(value, format)).toBe(result);
		}
	});
});

test('a Date counts by its UTC day, whatever zone the machine is in', () => {
	const local = (['getFullYear', 'getMonth', 'getDate'] as const).map((name) =>
		jest.spyOn(Date.prototype, name).mockReturnValue(7),
	);
	try {
		expect(check(new Date('1990-03-01T00:00:00Z'), 'iso')).toBe('1990-03-01');
		expect(check(45000, 'excelSerial')).toBe('2023-03-15');
	} finally {
		for (const spy of local) spy.mockRestore();
	}
});
