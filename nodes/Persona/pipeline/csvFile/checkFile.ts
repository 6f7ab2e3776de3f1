import { takeTurns } from '../slices';
import type { ImportKind } from '../types';
import { readHeader, type Header } from './header';
import { FILE_PROBLEMS, UnusableFile, type FileProblem } from './problems';
import { finishReading, readPiece, startReading, type TextReading } from './records';

/** Bytes that are looked at in one go. */
export const PIECE = 64 * 1024;

function* slicesOf(bytes: Buffer): Generator<Buffer> {
	for (let start = 0; start < bytes.length; start += PIECE) {
		yield bytes.subarray(start, start + PIECE);
	}
}

/**
 * A file in pieces of at most {@link PIECE} bytes. The first is not shorter unless the file is, however small the chunks
 * that it comes in; there is always a first. A chunk is not looked at any more when the next one is asked for.
 */
export async function* piecesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
	let head: Buffer | undefined = Buffer.alloc(0);
	for await (const chunk of chunks) {
		if (head === undefined) {
			yield* slicesOf(chunk);
			continue;
		}
		head = Buffer.concat([head, chunk]);
		if (head.length < PIECE) continue;
		yield* slicesOf(head);
		head = undefined;
	}
	if (head !== undefined) yield head;
}

/** How files of other types begin, in Latin-1. */
const SIGNATURES: ReadonlyArray<[string, () => FileProblem]> = [
	['PK\x03\x04', FILE_PROBLEMS.workbook],
	['\xd0\xcf\x11\xe0', FILE_PROBLEMS.oldWorkbook],
	['\x1f\x8b', FILE_PROBLEMS.gzip],
	['%PDF-', FILE_PROBLEMS.pdf],
];

const BYTE_ORDER_MARK = '\xef\xbb\xbf';
/** Enough to tell types apart. */
const LENGTH = 64;

// The first letters are those of a column's name, so in UTF-16 every other byte is zero.
function isUtf16([a, b, c, d]: Buffer): boolean {
	if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
	return (a === 0 && b !== 0 && c === 0 && d !== 0) || (a !== 0 && b === 0 && c !== 0 && d === 0);
}

function problemWith(start: Buffer): FileProblem | undefined {
	const text = start.toString('latin1', 0, LENGTH);
	const known = SIGNATURES.find(([signature]) => text.startsWith(signature));
	if (known !== undefined) return known[1]();
	if (isUtf16(start)) return FILE_PROBLEMS.utf16();
	const first = text.replace(BYTE_ORDER_MARK, '').trimStart();
	if (first === '' && text.length < LENGTH) return FILE_PROBLEMS.empty();
	if (first.startsWith('<')) return FILE_PROBLEMS.page();
	return /^[{[]/.test(first) ? FILE_PROBLEMS.json() : undefined;
}

/**
 * Tells by its first bytes whether a file can be CSV in UTF-8 at all.
 *
 * @returns how many bytes of a byte order mark it begins with
 * @throws UnusableFile when it is something else
 */
export function checkFirstBytes(start: Buffer): number {
	const problem = problemWith(start);
	if (problem !== undefined) throw new UnusableFile([problem]);
	return start.toString('latin1', 0, LENGTH).startsWith(BYTE_ORDER_MARK)
		? BYTE_ORDER_MARK.length
		: 0;
}

/** A file that can be sent. */
export interface CheckedFile {
	header: Header;
	/** Records below the header; blank lines are none. */
	rows: number;
}

/** What is done with a file while it is read. */
export interface Reading {
	/** Gets the bytes that will be sent, in order. */
	keep: (bytes: Buffer) => void;
	/** See {@link takeTurns}. */
	signal?: AbortSignal;
}

function takeHead(piece: Buffer, text: TextReading, kind: ImportKind, { keep }: Reading): Header {
	const mark = checkFirstBytes(piece);
	const rest = piece.subarray(mark);
	const header = readHeader(readPiece(text, rest), piece.length < PIECE, kind);
	keep(header.line);
	keep(rest.subarray(header.replaces));
	return { ...header, replaces: header.replaces + mark };
}

/**
 * Reads a file once from start to end: its header is checked against the columns of the kind, all of it has to be CSV in
 * UTF-8, and nothing of it is held.
 *
 * @throws UnusableFile, and the reason of the signal when it is aborted
 */
export async function checkFile(
	chunks: AsyncIterable<Buffer>,
	kind: ImportKind,
	reading: Reading,
): Promise<CheckedFile> {
	const text = startReading();
	const turn = takeTurns(reading.signal);
	let header: Header | undefined;
	for await (const piece of piecesOf(chunks)) {
		if (header === undefined) {
			header = takeHead(piece, text, kind, reading);
		} else {
			readPiece(text, piece);
			reading.keep(piece);
		}
		await turn();
	}
	const rows = finishReading(text) - 1;
	if (rows < 1) throw new UnusableFile([FILE_PROBLEMS.noRows()]);
	return { header: header!, rows };
}
