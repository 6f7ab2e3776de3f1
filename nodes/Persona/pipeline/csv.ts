import { stringify } from 'csv-stringify/sync';

import { inSlices } from './slices';
import type { Column, Row } from './types';

/** Rows that become text at once: about a millisecond. */
const ROWS_A_PIECE = 1000;

// csv-stringify quotes what holds a comma, a quote or a whole CRLF; RFC 4180 also wants a lone CR or LF quoted, and spaces at
// either end only survive readers that trim if they are quoted.
const NEEDS_QUOTES = /[\r\n]|^\s|\s$/;
/** All that is not written unchanged. */
const NOT_PLAIN = /[",\r\n]|^\s|\s$/;

const LINE_END = '\r\n';
const OPTIONS = { record_delimiter: LINE_END, quoted_match: NEEDS_QUOTES } as const;

type Cells = readonly string[];

function isPlain(cells: Cells): boolean {
	for (const cell of cells) if (NOT_PLAIN.test(cell)) return false;
	return true;
}

/** Most rows need no quotes, and joining those is several times faster than csv-stringify. */
function writeLine(cells: Cells): string {
	return isPlain(cells) ? cells.join(',') + LINE_END : stringify([[...cells]], OPTIONS);
}

function writePiece(records: readonly Cells[]): string {
	let text = '';
	for (const cells of records) text += writeLine(cells);
	return text;
}

/** One buffer of all pieces; each is let go once it has been copied. */
async function join(pieces: Array<Buffer | undefined>, signal?: AbortSignal): Promise<Buffer> {
	const whole = Buffer.allocUnsafe(pieces.reduce((sum, piece) => sum + piece!.length, 0));
	let end = 0;
	const copy = (index: number) => {
		end += pieces[index]!.copy(whole, end);
		pieces[index] = undefined;
	};
	await inSlices(pieces.length, copy, signal);
	return whole;
}

/**
 * Writes rows as CSV: RFC 4180, UTF-8 without BOM, header first, columns in the given order, every value as text. No value
 * is escaped against spreadsheet formulas: a machine reads this, and the data must arrive as it is.
 *
 * @param signal see {@link inSlices}
 */
export async function writeCsv(
	columns: readonly Column[],
	rows: readonly Row[],
	signal?: AbortSignal,
): Promise<Buffer> {
	const pieces = [Buffer.from(writePiece([columns.map(({ name }) => name)]))];
	const write = (index: number) => {
		const start = index * ROWS_A_PIECE;
		const records = rows.slice(start, start + ROWS_A_PIECE).map(({ cells }) => cells);
		pieces.push(Buffer.from(writePiece(records)));
	};
	await inSlices(Math.ceil(rows.length / ROWS_A_PIECE), write, signal);
	return await join(pieces, signal);
}

/**
 * Copies rows for a preview: what a column's mask hides is replaced as a whole. Empty cells stay empty, so that it shows
 * which rows have a value.
 *
 * @param signal see {@link inSlices}
 */
export async function maskRows(
	columns: readonly Column[],
	rows: readonly Row[],
	signal?: AbortSignal,
): Promise<Row[]> {
	const masked: Row[] = [];
	const hide = (cell: string, index: number) => (cell === '' ? '' : (columns[index]!.mask ?? cell));
	const step = (index: number) => {
		const { itemIndex, cells } = rows[index]!;
		masked.push({ itemIndex, cells: cells.map(hide) });
	};
	await inSlices(rows.length, step, signal);
	return masked;
}
