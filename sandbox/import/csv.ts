import { isUtf8 } from 'node:buffer';
import { Readable, pipeline } from 'node:stream';
import { setImmediate as otherWork } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import {
	DELIMITER,
	LINE_ENDS,
	MAXIMUM_HEADER_BYTES,
	ROWS_PER_SLICE,
	STRIP_BYTE_ORDER_MARK,
} from '../choices';
import type { Row } from './rules';

/** RFC 4180 as csv-parse checks it: no ragged rows, no stray quotes. */
const OPTIONS = { bom: STRIP_BYTE_ORDER_MARK, delimiter: DELIMITER, record_delimiter: LINE_ENDS };

const BYTES_PER_SLICE = 64 * 1024;

/** A file that is not UTF-8 CSV. It says no more, as csv-parse's own errors quote the file. */
export class UnparseableFile extends Error {}

/** The cells of the first line, or `undefined` if it cannot be parsed. */
export function readHeader(file: Buffer): string[] | undefined {
	try {
		const start = file.subarray(0, MAXIMUM_HEADER_BYTES);
		return (parseAtOnce(start, { ...OPTIONS, to: 1 }) as string[][])[0];
	} catch {
		return undefined;
	}
}

/** The cells below one name of the header; none if the file does not have it or cannot be parsed. */
export function readColumn(file: Buffer, name: string): string[] {
	try {
		const [header = [], ...rows] = parseAtOnce(file, OPTIONS) as string[][];
		const index = header.indexOf(name);
		return rows.map((cells) => cells[index] ?? '');
	} catch {
		return [];
	}
}

function* slicesOf(file: Buffer): Generator<Buffer> {
	for (let start = 0; start < file.length; start += BYTES_PER_SLICE) {
		yield file.subarray(start, start + BYTES_PER_SLICE);
	}
}

async function* readCells(file: Buffer): AsyncGenerator<string[]> {
	if (!isUtf8(file)) throw new UnparseableFile();
	const parser = parse(OPTIONS);
	pipeline(Readable.from(slicesOf(file)), parser, () => undefined);
	try {
		yield* parser as AsyncIterable<string[]>;
	} catch (error) {
		throw error instanceof CsvError ? new UnparseableFile() : error;
	}
}

/**
 * The rows below the header, as they come, giving other requests a turn every few hundred rows.
 * Throws UnparseableFile, possibly after some rows.
 */
export async function* readRows(file: Buffer): AsyncGenerator<Row> {
	let columns: string[] | undefined;
	let count = 0;
	for await (const cells of readCells(file)) {
		if (columns === undefined) {
			columns = cells;
			continue;
		}
		yield Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
		count += 1;
		if (count % ROWS_PER_SLICE === 0) await otherWork();
	}
}
