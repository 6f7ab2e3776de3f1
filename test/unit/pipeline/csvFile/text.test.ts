import fc from 'fast-check';

import type { UnusableFile } from '../../../../nodes/Persona/pipeline/csvFile/problems';
import {
	finishReading,
	readPiece,
	startReading,
} from '../../../../nodes/Persona/pipeline/csvFile/records';
import { anyText, RUNS } from '../../support/property';

function read(pieces: Buffer[]) {
	const reading = startReading();
	const text = pieces.map((piece) => readPiece(reading, piece)).join('');
	return { text, records: finishReading(reading) };
}

function problemOf(pieces: Buffer[]): string {
	try {
		read(pieces);
		return 'none';
	} catch (error) {
		return (error as UnusableFile).problems.map(({ message }) => message).join();
	}
}

const pieceSize = fc.integer({ min: 1, max: 7 });

function cut(bytes: Buffer, size: number): Buffer[] {
	const pieces: Buffer[] = [];
	for (let start = 0; start < bytes.length; start += size) {
		pieces.push(bytes.subarray(start, start + size));
	}
	return pieces;
}

it('reads any text in pieces of any size', () => {
	const text = anyText.map((any) => any.replace(/[\0"]/g, ''));
	fc.assert(
		fc.property(text, pieceSize, (any, size) => {
			expect(read(cut(Buffer.from(any), size)).text).toBe(any);
		}),
		RUNS,
	);
});

it('takes bytes for UTF-8 exactly when they are', () => {
	const bytes = fc.uint8Array({ maxLength: 12 }).map((any) => Buffer.from(any.filter(Boolean)));
	const isUtf8 = (any: Buffer) => Buffer.from(any.toString()).equals(any);
	fc.assert(
		fc.property(bytes, pieceSize, (any, size) => {
			fc.pre(!any.includes('"'));
			expect(problemOf(cut(any, size)) === 'none').toBe(isUtf8(any));
		}),
		RUNS,
	);
});

it.each([
	['a lead byte alone', [0x61, 0xc3]],
	['half of four bytes at the end', [0x61, 0xf0, 0x9f]],
	['a continuation alone', [0x61, 0x80, 0x62]],
	['an overlong form', [0xc0, 0xaf]],
	['a surrogate', [0xed, 0xa0, 0x80]],
	['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
	['four continuations', [0x80, 0x80, 0x80, 0x80]],
])('refuses %s, in one piece and byte by byte', (_, bytes) => {
	const file = Buffer.from([0x78, 0x0a, ...bytes]);
	const message = 'is not UTF-8 in row 2; it may be Windows-1252 or Latin-1';
	expect(problemOf([file])).toBe(message);
	expect(problemOf(cut(file, 1))).toBe(message);
});

it('takes a byte order mark for text, wherever it is', () => {
	const mark = Buffer.from('\ufeff');
	expect(read([mark, mark, Buffer.from('a')]).text).toBe('\ufeff\ufeffa');
});

it.each([
	['below other characters than ASCII', ['Zoë\nZoë\n'], 3],
	['below blank lines', ['\n\n'], 3],
	['in a piece that begins with a line end', ['a', '\nb\nc'], 3],
	['below a line end inside quotes', ['a\n"b\nc"\n'], 3],
])('names the row of what is not UTF-8 %s', (_, texts, row) => {
	const pieces = texts.map((text) => Buffer.from(text));
	pieces.push(Buffer.concat([pieces.pop()!, Buffer.from([0xff]), Buffer.from('\nx\n')]));
	expect(problemOf(pieces)).toContain(`in row ${row};`);
});

it.each([1, 3, 100])('names the row of a quote that stays open, in pieces of %i bytes', (size) => {
	expect(problemOf(cut(Buffer.from('a\n\n"b\nc\n'), size))).toBe(
		'has a quotation mark in row 3 that is never closed',
	);
});

it.each([1, 3, 100])('names the row of NUL, in pieces of %i bytes', (size) => {
	expect(problemOf(cut(Buffer.from('a\n"b\nc"\n\n\0'), size))).toBe(
		'holds a NUL character in row 4',
	);
});
