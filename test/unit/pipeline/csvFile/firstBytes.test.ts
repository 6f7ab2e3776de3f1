import fc from 'fast-check';

import { checkFirstBytes } from '../../../../nodes/Persona/pipeline/csvFile/checkFile';
import { UnusableFile } from '../../../../nodes/Persona/pipeline/csvFile/problems';

const BOM = '\ufeff';

/** Bytes of the byte order mark, or what stands against the file. */
function tell(start: Buffer): number | string {
	try {
		return checkFirstBytes(start);
	} catch (error) {
		if (!(error instanceof UnusableFile)) throw error;
		return error.problems.map(({ code, message }) => `${code}: ${message}`).join();
	}
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const EMPTY = 'fileEmpty: is empty';
const PAGE = 'fileType: is a web page (HTML or XML), not CSV';
const JSON_FILE = 'fileType: is JSON, not CSV';
const UTF16 = 'fileEncoding: is written in UTF-16, not in UTF-8';

it.each([
	['PK\x03\x04\x14\0', 'fileType: is an Excel workbook or another ZIP archive, not CSV'],
	['\xd0\xcf\x11\xe0\xa1', 'fileType: is an old Excel workbook, not CSV'],
	['\x1f\x8b\x08', 'fileType: is compressed (gzip), not CSV'],
	['%PDF-1.7', 'fileType: is a PDF document, not CSV'],
])('knows a file of another type: %j', (start, expected) => {
	expect(tell(latin1(start))).toBe(expected);
	expect(tell(latin1(`a${start}`))).toBe(0);
});

it.each([
	['<!DOCTYPE html>', PAGE],
	[' \r\n<?xml', PAGE],
	[`${BOM}<html>`, PAGE],
	['a<b', 0],
	['{"a":1}', JSON_FILE],
	[`${BOM}\n [1]`, JSON_FILE],
	['a{[', 0],
])('knows text that is not CSV: %j', (start, expected) => {
	expect(tell(Buffer.from(start))).toBe(expected);
});

it.each([
	['', EMPTY],
	[' \r\n\t', EMPTY],
	[BOM, EMPTY],
	[' '.repeat(63), EMPTY],
	// From here on more may follow than was looked at.
	[' '.repeat(64), 0],
	[BOM + ' '.repeat(61), 3],
])('knows an empty file: %j', (start, expected) => {
	expect(tell(Buffer.from(start))).toBe(expected);
});

it('tells whether there is a byte order mark, which stands at the start alone', () => {
	expect(tell(Buffer.from(`${BOM}reference_id\n`))).toBe(3);
	expect(tell(Buffer.from('reference_id\n'))).toBe(0);
	expect(tell(Buffer.from(`reference_id${BOM}\n`))).toBe(0);
});

it.each(['{}', '\xd0\xcf\x11\xe0'])('says what to do about %j', (start) => {
	expect(() => checkFirstBytes(latin1(start))).toThrow(
		expect.objectContaining({
			problems: [
				expect.objectContaining({
					help: "Put an Extract from File node before this one and set 'Import From' to Input Items.",
				}),
			],
		}),
	);
});

describe('UTF-16', () => {
	it('is known by its byte order mark', () => {
		expect(tell(Buffer.from(`${BOM}山田`, 'utf16le'))).toBe(UTF16);
		expect(tell(Buffer.from(`${BOM}山田`, 'utf16le').swap16())).toBe(UTF16);
		for (const bytes of [[0xff, 0xff], [0xfe, 0xfe], [0xff], [0xfe, 0x61]]) {
			expect(tell(Buffer.from(bytes))).toBe(0);
		}
	});

	it('without a mark is known by any two letters that it begins with', () => {
		const letters = fc.string({ unit: 'grapheme-ascii', minLength: 2 });
		fc.assert(
			fc.property(letters, (text) => {
				expect(tell(Buffer.from(text, 'utf16le'))).toBe(UTF16);
				expect(tell(Buffer.from(text, 'utf16le').swap16())).toBe(UTF16);
				expect(tell(Buffer.from(`a${text}`))).toBe(0);
			}),
		);
	});

	it.each([
		[[0x61, 0, 0x62]],
		[[0x61, 0x62, 0x63, 0]],
		[[0x61, 0, 0, 0]],
		[[0, 0, 0x62, 0]],
		[[0x61, 0, 0x62, 0x63]],
		[[0x61, 0x62, 0, 0x63]],
		[[0, 0, 0, 0x63]],
		[[0, 0x61, 0x62, 0x63]],
		[[0, 0x61, 0, 0]],
	])('is not seen in NUL alone: %j', (bytes) => {
		expect(tell(Buffer.from(bytes))).toBe(0);
	});
});
