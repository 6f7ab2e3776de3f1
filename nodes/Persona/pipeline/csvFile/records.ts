import { FILE_PROBLEMS, UnusableFile } from './problems';

/** Where the reading of CSV text stands. */
export interface RecordCount {
	/** Records that have ended; blank lines are none. */
	records: number;
	/** Lines that have ended, blank ones included; a line end inside quotes is none. */
	lines: number;
	/** Whether the text so far ends inside quotes. */
	quoted: boolean;
	/** Whether the current record has anything in it yet. */
	begun: boolean;
	/** The character before the current piece. */
	last: string;
	/** Where a quote would be the second half of an escaped one, counted from the start of the current piece. */
	reopensAt: number;
}

export function startCount(): RecordCount {
	return { records: 0, lines: 0, quoted: false, begun: false, last: '\n', reopensAt: -1 };
}

/** Whether a stretch of text is more than what may belong to a line end. */
function hasContent(text: string, start: number, end: number): boolean {
	for (let at = start; at < end; at++) if (text[at] !== '\r') return true;
	return false;
}

function passQuote(count: RecordCount, text: string, at: number): void {
	const before = at === 0 ? count.last : text[at - 1];
	if (count.quoted) {
		count.quoted = false;
		count.reopensAt = at + 1;
	} else {
		count.quoted = before === ',' || before === '\n' || at === count.reopensAt;
	}
}

function passLineEnd(count: RecordCount, text: string, start: number, at: number): void {
	if (count.begun || hasContent(text, start, at)) count.records++;
	count.lines++;
	count.begun = false;
}

/**
 * Counts the records of CSV text that arrives in pieces. A line end inside quotes does not end a record; as in RFC 4180,
 * quotes only open at the start of a cell.
 */
export function countRecords(count: RecordCount, text: string): void {
	let start = 0;
	let quote = text.indexOf('"');
	let newline = text.indexOf('\n');
	while (quote >= 0 || (newline >= 0 && !count.quoted)) {
		if (quote >= 0 && (count.quoted || newline < 0 || quote < newline)) {
			passQuote(count, text, quote);
			if (newline >= 0 && newline < quote) newline = text.indexOf('\n', quote);
			quote = text.indexOf('"', quote + 1);
		} else {
			passLineEnd(count, text, start, newline);
			start = newline + 1;
			newline = text.indexOf('\n', start);
		}
	}
	count.begun ||= hasContent(text, start, text.length);
	count.reopensAt -= text.length;
	count.last = text.at(-1) ?? count.last;
}

/** All records, once the whole text has been counted. */
export function totalOf({ records, begun }: RecordCount): number {
	return records + (begun ? 1 : 0);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Where the reading of CSV bytes stands. */
export interface TextReading {
	count: RecordCount;
	/** The beginning of a character whose rest is in the next piece. */
	cutOff: Buffer;
}

export function startReading(): TextReading {
	return { count: startCount(), cutOff: Buffer.alloc(0) };
}

/** Where the last character of some UTF-8 begins if it is cut off there, else their end. */
function endOfWholeCharacters(bytes: Buffer): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back]!;
		if ((byte & 0xc0) === 0x80) continue;
		const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
		return length > back ? bytes.length - back : bytes.length;
	}
	return bytes.length;
}

/** What Buffer writes for bytes that are not UTF-8, and what a file may hold. */
const REPLACEMENT_CHARACTER = '\ufffd';

/** Text, or undefined for bytes that are not UTF-8. Buffer decodes nearly twice as fast as TextDecoder, which tells for sure. */
function decode(bytes: Buffer): string | undefined {
	const text = bytes.toString('utf8');
	if (!text.includes(REPLACEMENT_CHARACTER)) return text;
	try {
		return decoder.decode(bytes);
	} catch {
		return undefined;
	}
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
	for (let start = 0; start < bytes.length;) {
		const newline = bytes.indexOf('\n', start);
		const end = newline < 0 ? bytes.length : newline + 1;
		yield bytes.subarray(start, end);
		start = end;
	}
}

/** Goes through bytes that are not fit to be read once more, line by line, for the number of the row. */
function throwConfigError({ count }: TextReading, bytes: Buffer): never {
	for (const line of linesOf(bytes)) {
		const text = decode(line);
		if (text === undefined) break;
		if (text.includes('\0')) throw new UnusableFile([FILE_PROBLEMS.nul(count.lines + 1)]);
		countRecords(count, text);
	}
	throw new UnusableFile([FILE_PROBLEMS.notUtf8(count.lines + 1)]);
}

/**
 * Reads the next piece of a CSV file.
 *
 * @returns its text
 * @throws UnusableFile for bytes that are not UTF-8, and for NUL
 */
export function readPiece(reading: TextReading, piece: Buffer): string {
	const { cutOff } = reading;
	const bytes = cutOff.length === 0 ? piece : Buffer.concat([cutOff, piece]);
	const end = endOfWholeCharacters(bytes);
	reading.cutOff = Buffer.from(bytes.subarray(end));
	const whole = bytes.subarray(0, end);
	const text = decode(whole);
	if (text === undefined || text.includes('\0')) return throwConfigError(reading, whole);
	countRecords(reading.count, text);
	return text;
}

/**
 * Ends the reading.
 *
 * @returns how many records there were, the header included
 * @throws UnusableFile when the text breaks off in the middle of a character or inside quotes
 */
export function finishReading(reading: TextReading): number {
	const { count, cutOff } = reading;
	if (cutOff.length > 0) throwConfigError(reading, cutOff);
	if (count.quoted) throw new UnusableFile([FILE_PROBLEMS.openQuote(count.lines + 1)]);
	return totalOf(count);
}
