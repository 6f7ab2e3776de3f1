import { checkItems, table } from '../../support/checkItems';
import { read } from './support';

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

test('filler days and today are pointed out', async () => {
	const rows = table('birthdate', '1900-01-01', '1970-01-01', '2026-06-15', '1990-01-01');
	const { items, warnings } = await checkItems(rows);
	expect(Object.keys(items)).toHaveLength(4);
	expect(warnings).toEqual({ 'fillerDay birthdate': [0, 1, 2] });
});
