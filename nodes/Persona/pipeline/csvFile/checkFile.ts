import { takeTurns } from '../slices';
import type { ImportKind } from '../types';
import { checkFirstBytes } from './firstBytes';
import { readHeader, type Header } from './header';
import { PIECE, piecesOf } from './pieces';
import { FILE_PROBLEMS, UnusableFile } from './problems';
import { finishReading, readPiece, startReading, type TextReading } from './text';

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
