import { FILE_PROBLEMS, UnusableFile } from './problems';
import { countRecords, startCount, totalOf, type RecordCount } from './records';

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

// In one go: that is several times faster than TextDecoder's own streaming.
function decode(bytes: Buffer): string | undefined {
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
