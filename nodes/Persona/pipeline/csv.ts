import { stringify } from 'csv-stringify/sync';

import { forEachInSlices, inSlices } from './slices';
import type { Column, Row } from './types';

/** Bytes of which one piece is made; a longer row gets a piece of its own. */
const PIECE = 65_536;
/** UTF-8 takes at most so many bytes for each unit of a string. */
const MOST_BYTES_A_UNIT = 3;

// csv-stringify quotes what holds a comma, a quote or a whole CRLF; RFC 4180 also wants a lone CR or LF quoted, and spaces at
// either end only survive readers that trim if they are quoted.
const NEEDS_QUOTES = /[\r\n]|^\s|\s$/;
/** All that is not written unchanged. */
const NOT_PLAIN = /[",\r\n]|^\s|\s$/;
const LINE_END = '\r\n';
const OPTIONS = { record_delimiter: LINE_END, quoted_match: NEEDS_QUOTES } as const;

const [COMMA, CR, LF] = [...Buffer.from(`,${LINE_END}`)] as [number, number, number];
const SPACE = 0x20;
/** By its code, whether a character is copied into CSV as one byte, wherever it stands. */
const IS_COPIED = Uint8Array.from({ length: 128 }, (_, code) => {
	return /[!#-+--~]/.test(String.fromCharCode(code)) ? 1 : 0;
});

type Cells = readonly string[];

/** CSV that grows row by row, as bytes: strings that are joined would cost several times as much. */
class CsvWriter {
	private readonly pieces: Array<Buffer | undefined> = [];
	private piece = Buffer.allocUnsafe(PIECE);
	private end = 0;

	add(cells: Cells): void {
		this.reserve(cells);
		const start = this.end;
		for (const cell of cells) {
			if (!this.copy(cell)) {
				// csv-stringify writes all of a row that needs quotes somewhere.
				this.end = start;
				this.end += this.piece.write(stringify([[...cells]], OPTIONS), start);
				return;
			}
			this.piece[this.end++] = COMMA;
		}
		this.piece[this.end - 1] = CR;
		this.piece[this.end++] = LF;
	}

	/** One buffer of all pieces; each is let go once it has been copied. */
	async join(signal?: AbortSignal): Promise<Buffer> {
		const { pieces } = this;
		pieces.push(this.piece.subarray(0, this.end));
		const whole = Buffer.allocUnsafe(pieces.reduce((sum, piece) => sum + piece!.length, 0));
		let end = 0;
		const copy = (index: number) => {
			end += pieces[index]!.copy(whole, end);
			pieces[index] = undefined;
		};
		await inSlices(pieces.length, copy, signal);
		return whole;
	}

	private reserve(cells: Cells): void {
		let units = LINE_END.length;
		// A quote may be doubled, and there are two around the cell and a comma after it.
		for (const { length } of cells) units += length * 2 + 3;
		if (this.end + units * MOST_BYTES_A_UNIT <= this.piece.length) return;
		this.pieces.push(this.piece.subarray(0, this.end));
		this.piece = Buffer.allocUnsafe(Math.max(PIECE, units * MOST_BYTES_A_UNIT));
		this.end = 0;
	}

	/** Copies a cell, unless it needs quotes. */
	private copy(cell: string): boolean {
		const { piece } = this;
		let { end } = this;
		const last = cell.length - 1;
		for (let index = 0; index <= last; index++) {
			const code = cell.charCodeAt(index);
			if (IS_COPIED[code] !== 1 && (code !== SPACE || index === 0 || index === last))
				return this.encode(cell);
			piece[end++] = code;
		}
		this.end = end;
		return true;
	}

	private encode(cell: string): boolean {
		if (NOT_PLAIN.test(cell)) return false;
		this.end += this.piece.write(cell, this.end);
		return true;
	}
}

/**
 * Writes rows as CSV: RFC 4180, UTF-8 without BOM, header first, columns in the given order, every value as text. No value
 * is escaped against spreadsheet formulas: a machine reads this, and the data must arrive as it is.
 *
 * @param signal see {@link forEachInSlices}
 */
export async function writeCsv(
	columns: readonly Column[],
	rows: readonly Row[],
	signal?: AbortSignal,
): Promise<Buffer> {
	const writer = new CsvWriter();
	writer.add(columns.map(({ name }) => name));
	await forEachInSlices(rows, ({ cells }) => writer.add(cells), signal);
	return await writer.join(signal);
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
