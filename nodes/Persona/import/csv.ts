import { stringify } from 'csv-stringify/sync';

import { inSlices } from './slices';
import type { Column, Row } from './types';

/** Rows that are handed to csv-stringify at once. */
const ROWS_A_CALL = 200;

// csv-stringify quotes what holds a comma, a quote or a whole CRLF; RFC 4180 also wants a lone CR or LF quoted, and blanks at
// either end only survive readers that trim if they are quoted.
const NEEDS_QUOTES = /[\r\n]|^\s|\s$/;

const OPTIONS = { record_delimiter: 'windows', quoted_match: NEEDS_QUOTES } as const;

/**
 * Writes rows as CSV: RFC 4180, UTF-8 without BOM, header first, columns in the given order, every value as text. No value
 * is escaped against spreadsheet formulas: a machine reads this, and the data must arrive as it is.
 *
 * @param check see {@link inSlices}
 */
export async function writeCsv(
	columns: readonly Column[],
	rows: readonly Row[],
	check?: () => void,
): Promise<Buffer> {
	const header = stringify([columns.map((column) => column.name)], OPTIONS);
	const chunks = [Buffer.from(header)];
	await inSlices(
		Math.ceil(rows.length / ROWS_A_CALL),
		(index) => {
			const start = index * ROWS_A_CALL;
			const records = rows.slice(start, start + ROWS_A_CALL).map((row) => row.cells);
			chunks.push(Buffer.from(stringify(records as string[][], OPTIONS)));
		},
		check,
	);
	return Buffer.concat(chunks);
}
