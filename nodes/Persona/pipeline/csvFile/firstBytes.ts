import { FILE_PROBLEMS, UnusableFile, type FileProblem } from './problems';

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
