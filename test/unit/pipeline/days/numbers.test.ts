import { checkItems, table } from '../../support/checkItems';
import { read } from './support';

describe('numbers', () => {
	test.each([
		...['1985', '1900', '2026'].map((text) => [text, 'yearAlone']),
		...['1899', '2027', '1,234', '32968.5', '0', '-1985', '999999'].map((text) => [
			text,
			'dateNumber',
		]),
		...['19900405', '20010101', '19901231'].map((text) => [text, 'dateWithoutSeparators']),
		...[
			'119900405',
			'199004051',
			'99999999',
			'-19900405',
			'639187200',
			'-347155200',
			'19901305',
			'1781481600',
		].map((text) => [text, 'secondsSince1970']),
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
		['32968.750', '1990-04-05'],
		['123.4567', '1900-05-02 longAgo'],
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
