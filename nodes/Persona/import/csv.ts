import { stringify } from 'csv-stringify/sync';

import { inSlices } from './slices';
import type { Column, Row } from './types';

/** Rows that become text at once. */
const ROWS_A_PIECE = 200;
/** Of these, the most that are worth a call of csv-stringify each; with more of them it gets the whole piece. */
const MOST_SINGLE_CALLS = 10;

// csv-stringify quotes what holds a comma, a quote or a whole CRLF; RFC 4180 also wants a lone CR or LF quoted, and blanks at
// either end only survive readers that trim if they are quoted.
const NEEDS_QUOTES = /[\r\n]|^\s|\s$/;
/** All that is not written as it is. */
const NOT_PLAIN = /[",\r\n]|^\s|\s$/;

const LINE_END = '\r\n';
const OPTIONS = { record_delimiter: 'windows', quoted_match: NEEDS_QUOTES } as const;

type Cells = readonly string[];

function quote(records: readonly Cells[]): string {
	return stringify(records as string[][], OPTIONS);
}

function isPlain(cells: Cells): boolean {
	for (const cell of cells) if (NOT_PLAIN.test(cell)) return false;
	return true;
}

/** Most rows need no quotes, and joining them is several times faster than csv-stringify. */
function writePiece(records: readonly Cells[]): string {
	let text = '';
	let calls = 0;
	for (const cells of records) {
		if (isPlain(cells)) text += cells.join(',') + LINE_END;
		else if (++calls > MOST_SINGLE_CALLS) return quote(records);
		else text += quote([cells]);
	}
	return text;
}

/** One buffer of all pieces; each is let go once it has been copied. */
async function join(pieces: Array<Buffer | undefined>, check?: () => void): Promise<Buffer> {
	const whole = Buffer.allocUnsafe(pieces.reduce((sum, piece) => sum + piece!.length, 0));
	let end = 0;
	const copy = (index: number) => {
		end += pieces[index]!.copy(whole, end);
		pieces[index] = undefined;
	};
	await inSlices(pieces.length, copy, check);
	return whole;
}

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
	const pieces = [Buffer.from(quote([columns.map(({ name }) => name)]))];
	const write = (index: number) => {
		const start = index * ROWS_A_PIECE;
		const records = rows.slice(start, start + ROWS_A_PIECE).map(({ cells }) => cells);
		pieces.push(Buffer.from(writePiece(records)));
	};
	await inSlices(Math.ceil(rows.length / ROWS_A_PIECE), write, check);
	return await join(pieces, check);
}
