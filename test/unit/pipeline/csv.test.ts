import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';

import { writeCsv } from '../../../nodes/Persona/pipeline/csv';
import { ACCOUNT_IMPORT } from '../../../nodes/Persona/pipeline/columns';
import { acceptableText, RUNS } from '../support/property';
import { columnOf, manyRows, rowsOf, slowRow } from '../support/rows';
import { CountedSignal } from '../support/signals';

const one = [columnOf('value')];
const three = [columnOf('a'), columnOf('b'), columnOf('c')];

async function written(cells: readonly (readonly string[])[], columns = three): Promise<string> {
	return (await writeCsv(columns, rowsOf(...cells))).toString('utf8');
}

describe('bytes', () => {
	test('the header of an account import, without BOM', async () => {
		const csv = await writeCsv(ACCOUNT_IMPORT.columns, []);
		expect(csv.toString('latin1')).toBe(
			'reference_id,name_first,name_middle,name_last,birthdate,social_security_number,tags\r\n',
		);
	});

	test.each([
		['plain', 'plain'],
		['', ''],
		['a,b', '"a,b"'],
		['say "hi"', '"say ""hi"""'],
		['"', '""""'],
		['line\nfeed', '"line\nfeed"'],
		['carriage\rreturn', '"carriage\rreturn"'],
		['both\r\n', '"both\r\n"'],
		[' blank before', '" blank before"'],
		['blank after ', '"blank after "'],
		['\u00a0', '"\u00a0"'],
		['\ufeffmark', '"\ufeffmark"'],
		['tab\tinside', 'tab\tinside'],
		['semi;colon', 'semi;colon'],
		['Zoë 李 😀', 'Zoë 李 😀'],
		['=1+1', '=1+1'],
		['+49 30', '+49 30'],
		['-5', '-5'],
		['@SUM(A1)', '@SUM(A1)'],
		["'quoted'", "'quoted'"],
		['0123', '0123'],
	])('%j is written %j', async (cell, text) => {
		expect(await written([['x', cell, 'y']])).toBe(`a,b,c\r\nx,${text},y\r\n`);
		expect(await written([[cell]], one)).toBe(`value\r\n${text}\r\n`);
	});

	test('every record has as many cells as there are columns', async () => {
		expect(
			await written([
				['', '', ''],
				['', 'x', ''],
			]),
		).toBe('a,b,c\r\n,,\r\n,x,\r\n');
	});
});

test.each([0, 1, 2, 999, 1000, 1001, 2000, 2001])('%i rows', async (count) => {
	const csv = await writeCsv(one, manyRows(count));
	const lines = manyRows(count).map(({ cells }) => `${cells[0]}\r\n`);
	expect(csv.toString()).toBe(['value\r\n', ...lines].join(''));
});

test('looks at the signal between calls, and stops when it is aborted', async () => {
	const slow = [slowRow('Ann'), ...manyRows(5000)];
	const stop = new CountedSignal(1);
	await expect(writeCsv(one, slow, stop.signal)).rejects.toThrow('cancelled');
	expect(stop.looks).toBe(1);
});

const record = fc.tuple(acceptableText, acceptableText, acceptableText);

test('property: reads back cell for cell', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(record, { maxLength: 8 }), async (cells) => {
			const csv = await writeCsv(three, rowsOf(...cells));
			const read: string[][] = parse(csv, { record_delimiter: '\r\n' });
			expect(read).toEqual([['a', 'b', 'c'], ...cells]);
		}),
		RUNS,
	);
});

/** The rule of RFC 4180, with quotes where a reader could go wrong, written out once more by hand. */
function byHand(cell: string): string {
	const needsQuotes = /[",\r\n]/.test(cell) || cell !== cell.trim();
	return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

test('property: is RFC 4180, byte for byte', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(record, { maxLength: 8 }), async (cells) => {
			const lines = cells.map((texts) => `${texts.map(byHand).join(',')}\r\n`);
			const csv = await writeCsv(three, rowsOf(...cells));
			expect(csv.equals(Buffer.from(['a,b,c\r\n', ...lines].join('')))).toBe(true);
		}),
		RUNS,
	);
});

test('property: joined or not, rows are what csv-stringify makes of them', async () => {
	const cell = fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom('x', '', 'é😀', '-1') },
		acceptableText,
	);
	const row = fc.oneof(
		{ weight: 4, arbitrary: fc.tuple(fc.constant('a'), fc.constant('b'), fc.constant('')) },
		fc.tuple(cell, cell, cell),
	);
	const some = fc.array(row, { maxLength: 30 });
	await fc.assert(
		fc.asyncProperty(some, fc.integer({ min: 0, max: 200 }), async (rows, plain) => {
			const all = [...Array.from({ length: plain }, () => ['p', 'q', 'r']), ...rows];
			const expected = stringify([['a', 'b', 'c'], ...all], {
				record_delimiter: 'windows',
				quoted_match: /[\r\n]|^\s|\s$/,
			});
			expect(await written(all)).toBe(expected);
		}),
		RUNS,
	);
});
