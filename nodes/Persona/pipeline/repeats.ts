import { inSlices } from './slices';
import type { CheckedRows, Row } from './types';
import { warningTally } from './warningTally';

/** The numbers that more than one row has; rows without a number are left aside. */
async function repeatedNumbers(
	count: number,
	numberOf: (index: number) => number | undefined,
	signal?: AbortSignal,
): Promise<Set<number | undefined>> {
	const seen = new Set<number>();
	const repeated = new Set<number | undefined>();
	let known = 0;
	const note = (index: number) => {
		const number = numberOf(index);
		if (number === undefined) return;
		// One look-up a row: a set that does not grow knew the number already.
		if (seen.add(number).size > known) known++;
		else repeated.add(number);
	};
	await inSlices(count, note, signal);
	return repeated;
}

/** Multiplier and start of a hash. Source: FNV-1a, 32 bits. */
const FNV_PRIME = 0x01000193;
const FNV_START = 0x811c9dc5;
/** Makes a second hash of the same text. */
const OTHER_START = 0x9e3779b9;
const BITS_OF_SECOND = 21;

/** A number of 53 bits that says which row this is: a million rows share none by chance. */
function fingerprint(cells: readonly string[]): number {
	let one = FNV_START;
	let other = OTHER_START;
	for (const cell of cells) {
		for (let index = 0; index < cell.length; index++) {
			const code = cell.charCodeAt(index);
			one = Math.imul(one ^ code, FNV_PRIME);
			other = Math.imul(other + code, FNV_START) ^ (other >>> 15);
		}
		one = Math.imul(one ^ 0x1f, FNV_PRIME);
		other = Math.imul(other + 0x1f, OTHER_START);
	}
	return (one >>> 0) * 2 ** BITS_OF_SECOND + (other >>> (32 - BITS_OF_SECOND));
}

const ZERO = '0'.charCodeAt(0);

/** A social security number without its hyphens; nine digits are few enough for a number that takes no memory of its own. */
function numberOfDigits(text: string): number {
	let number = 0;
	for (let index = 0; index < text.length; index++) {
		if (text[index] !== '-') number = number * 10 + text.charCodeAt(index) - ZERO;
	}
	return number;
}

async function countRepeats(
	rows: readonly Row[],
	numberOf: (index: number) => number | undefined,
	count: (row: Row) => void,
	signal?: AbortSignal,
): Promise<void> {
	const repeated = await repeatedNumbers(rows.length, numberOf, signal);
	if (repeated.size === 0) return;
	const step = (index: number) => {
		if (repeated.has(numberOf(index))) count(rows[index]!);
	};
	await inSlices(rows.length, step, signal);
}

/**
 * Adds warnings about rows that share a social security number, and about rows without an ID that are the same in all
 * columns.
 *
 * @param uniqueColumn the column of the IDs; undefined where rows have none, so that equal rows do no harm
 * @param signal see {@link inSlices}
 */
export async function warnOfRepeats(
	checked: CheckedRows,
	uniqueColumn: string | undefined,
	signal?: AbortSignal,
): Promise<CheckedRows> {
	const { columns, rows } = checked;
	const tally = warningTally();
	const ssn = columns.findIndex(({ rule }) => rule === 'socialSecurityNumber');
	if (ssn >= 0) {
		const { name } = columns[ssn]!;
		const numberOf = (index: number) => {
			const cell = rows[index]!.cells[ssn]!;
			return cell === '' ? undefined : numberOfDigits(cell);
		};
		const count = (row: Row) => tally.add(name, 'repeatedSocialSecurityNumber', row.itemIndex);
		await countRepeats(rows, numberOf, count, signal);
	}
	if (uniqueColumn !== undefined) {
		const id = columns.findIndex(({ name }) => name === uniqueColumn);
		const numberOf = (index: number) => {
			const { cells } = rows[index]!;
			return id >= 0 && cells[id] !== '' ? undefined : fingerprint(cells);
		};
		const count = (row: Row) => tally.add('', 'repeatedRow', row.itemIndex);
		await countRepeats(rows, numberOf, count, signal);
	}
	const repeats = tally.list();
	return repeats.length === 0
		? checked
		: { ...checked, warnings: [...checked.warnings, ...repeats] };
}
