import { checkBirthdate } from '../../../../nodes/Persona/pipeline/rules/birthdate';
import { outcomeOf, ruleContext } from '../../support/rules';

const iso = ruleContext();

function check(value: unknown, birthdateFormat: 'iso' | 'us' | 'eu' = 'iso') {
	return outcomeOf(checkBirthdate(value, ruleContext({ birthdateFormat })));
}

describe('the calendar', () => {
	test.each([
		['1900-02-28', '1900-02-28'],
		['1900-02-29', 'impossibleDate'],
		['2000-02-29', '2000-02-29'],
		['2000-02-30', 'impossibleDate'],
		['2023-02-28', '2023-02-28'],
		['2023-02-29', 'impossibleDate'],
		['2024-02-29', '2024-02-29'],
		['2024-04-30', '2024-04-30'],
		['2024-04-31', 'impossibleDate'],
		['2024-06-31', 'impossibleDate'],
		['2024-09-31', 'impossibleDate'],
		['2024-11-31', 'impossibleDate'],
		['2024-12-31', '2024-12-31'],
		['2024-01-32', 'impossibleDate'],
		['2024-01-00', 'impossibleDate'],
		['2024-00-01', 'impossibleDate'],
		['2024-13-01', 'impossibleDate'],
		['1899-12-31', 'dateTooEarly'],
		['0001-01-01', 'dateTooEarly'],
		['0099-12-31', 'dateTooEarly'],
		['1900-01-01', '1900-01-01'],
		['2026-06-14', '2026-06-14'],
		['2026-06-15', '2026-06-15'],
		['2026-06-16', 'futureDate'],
		['2027-01-01', 'futureDate'],
		['9999-12-31', 'futureDate'],
	])('%s: %s', (value, result) => {
		expect(check(value)).toBe(result);
	});
});

describe('ISO 8601', () => {
	test.each([
		'1990-03-01',
		'  1990-03-01\t',
		'1990-03-01T00:00',
		'1990-03-01T00:00:00',
		'1990-03-01T00:00:00Z',
		'1990-03-01t00:00:00z',
		'1990-03-01T00:00:00.000Z',
		'1990-03-01T23:59:59,999999Z',
		'1990-03-01T23:59:60Z',
		'1990-03-01T00:00:00+14:00',
		'1990-03-01T23:59:59-12:00',
		'1990-03-01T00:00:00+1400',
		'1990-03-01T23:00:00-12',
		'1990-03-01 23:30:00',
		'1990-03-01 23:30:00 -08:00',
	])('%p keeps its day', (value) => {
		expect(check(value)).toBe('1990-03-01');
	});

	test.each([
		['90-03-01', 'twoDigitYear'],
		['90-3-1', 'twoDigitYear'],
		['90-03-011', 'dateFormat'],
		['1990-3-1', 'dateFormat'],
		['1990/03/01', 'dateFormat'],
		['1990/03-01', 'dateFormat'],
		['1990-03/01', 'dateFormat'],
		['1990-0/-01', 'dateFormat'],
		['19900301', 'dateWithoutSeparators'],
		['03/01/1990', 'dateFormat'],
		['1990-03-01x', 'dateFormat'],
		['x1990-03-01', 'dateFormat'],
		['1990-03-01T', 'dateFormat'],
		['1990-03-01T1:00', 'dateFormat'],
		['1990-03-01T24:00', 'dateFormat'],
		['1990-03-01T12:60', 'dateFormat'],
		['0000-00-00', 'impossibleDate'],
		['1990-03-01T10:00 Europe/Paris', 'dateFormat'],
		['+001990-03-01', 'dateFormat'],
		['12024-03-01', 'dateFormat'],
		['1990-060', 'dateFormat'],
		['1 March 1990', 'dateFormat'],
		['unknown', 'placeholder'],
		['１９９０-03-01', 'dateFormat'],
	])('%p: %s', (value, code) => {
		expect(check(value)).toBe(code);
	});
});

describe('dates with the day first or the month first', () => {
	test.each([
		['03/04/1990', '1990-03-04', '1990-04-03'],
		['3/4/1990', '1990-03-04', '1990-04-03'],
		['3.4.1990', '1990-03-04', '1990-04-03'],
		['03-04-1990', '1990-03-04', '1990-04-03'],
		['12/31/1990', '1990-12-31', 'dateOrderWrong'],
		['31/12/1990', 'dateOrderWrong', '1990-12-31'],
		['30/02/1990', 'impossibleDate', 'impossibleDate'],
		['02/29/2024', '2024-02-29', 'dateOrderWrong'],
		['0/1/1990', 'impossibleDate', 'impossibleDate'],
		['03/04/90', 'twoDigitYear', 'twoDigitYear'],
		['03/04/190', 'dateFormat', 'dateFormat'],
		['03/04/19900', 'dateFormat', 'dateFormat'],
		['03/04-1990', 'dateFormat', 'dateFormat'],
		['03 04 1990', 'dateFormat', 'dateFormat'],
		['1990-03-04', 'dateFormat', 'dateFormat'],
		['003/04/1990', 'dateFormat', 'dateFormat'],
		['03/04/1990 00:00', '1990-03-04', '1990-04-03'],
		['3/4/1990 11:30 PM', '1990-03-04', '1990-04-03'],
		['03/04/1990T', 'dateFormat', 'dateFormat'],
		['12/31/1899', 'dateTooEarly', 'dateOrderWrong'],
		['07/08/2026', 'futureDate', 'futureDate'],
	])('%p: %s, %s', (value, monthFirst, dayFirst) => {
		expect(check(value, 'us')).toBe(monthFirst);
		expect(check(value, 'eu')).toBe(dayFirst);
	});
});

test.each([
	['', ''],
	['  ', ''],
	[null, ''],
	[undefined, ''],
	[true, { code: 'booleanValue' }],
	[{}, { code: 'notText' }],
	[[], { code: 'notText' }],
	[1e21, { code: 'dateFormat' }],
	['1990-03-01\u0000', { code: 'controlCharacter' }],
	['\ud800', { code: 'brokenCharacter' }],
	[{ isLuxonDateTime: true, isValid: true }, { code: 'impossibleDate' }],
])('%p: %p', (value, result) => {
	expect(checkBirthdate(value, iso)).toEqual(result);
});
