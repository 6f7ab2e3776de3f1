import { problemOf } from './checkRows';
import { inSlices } from './slices';
import type { CheckedRows, RejectedRow, Row } from './types';

/** What happens to rows that share a value in the unique column. */
export type DuplicatePolicy = 'reject' | 'keepFirst' | 'keepLast' | 'send';

/**
 * What two reference IDs have in common that Persona takes for the same: it compares them without regard to case, and
 * blanks around one are a typing slip. Empty for no ID.
 */
export function referenceKey(referenceId: string): string {
	return referenceId.trim().toLowerCase();
}

function keyOf(row: Row, columnIndex: number): string {
	return referenceKey(row.cells[columnIndex]!);
}

/** The keys that more than one row has. */
async function repeatedKeys(
	rows: readonly Row[],
	columnIndex: number,
	signal?: AbortSignal,
): Promise<Set<string>> {
	const seen = new Set<string>();
	const repeated = new Set<string>();
	let withKey = 0;
	const note = (index: number) => {
		const key = keyOf(rows[index]!, columnIndex);
		if (key === '') return;
		// One look-up a row: a set that does not grow knew the key already.
		if (seen.add(key).size > withKey) withKey++;
		else repeated.add(key);
	};
	await inSlices(rows.length, note, signal);
	return repeated;
}

/** Joins two lists of rows, each in the order of the items, into one. */
async function mergeRejected(
	some: readonly RejectedRow[],
	others: readonly RejectedRow[],
	signal?: AbortSignal,
): Promise<RejectedRow[]> {
	const merged: RejectedRow[] = [];
	let taken = 0;
	const takeNext = (index: number) => {
		const one = some[taken];
		const other = others[index - taken];
		const isOne = other === undefined || (one !== undefined && one.itemIndex < other.itemIndex);
		if (isOne) taken++;
		merged.push((isOne ? one : other)!);
	};
	await inSlices(some.length + others.length, takeNext, signal);
	return merged;
}

/**
 * Applies the policy to rows that share a value in `uniqueColumn`: `reject` turns away all of them, because nobody but the
 * user knows which is right; `keepFirst` and `keepLast` keep one and count the others as merged; `send` leaves them.
 *
 * Source of "without regard to case": Persona's help centre on reference IDs.
 *
 * @param signal see {@link inSlices}
 */
export async function settleDuplicates(
	checked: CheckedRows,
	uniqueColumn: string | undefined,
	policy: DuplicatePolicy,
	signal?: AbortSignal,
): Promise<CheckedRows> {
	const columnIndex = checked.columns.findIndex((column) => column.name === uniqueColumn);
	if (columnIndex < 0 || policy === 'send') return checked;
	const repeated = await repeatedKeys(checked.rows, columnIndex, signal);
	if (repeated.size === 0) return checked;
	const kept = new Map<string, Row>();
	const keep = (index: number) => {
		const row = checked.rows[index]!;
		const key = keyOf(row, columnIndex);
		if (repeated.has(key) && (policy === 'keepLast' || !kept.has(key))) kept.set(key, row);
	};
	if (policy !== 'reject') await inSlices(checked.rows.length, keep, signal);
	const rows: Row[] = [];
	const duplicates: RejectedRow[] = [];
	const problems = [problemOf(uniqueColumn!, 'duplicate')];
	const settle = (index: number) => {
		const row = checked.rows[index]!;
		const key = keyOf(row, columnIndex);
		if (!repeated.has(key) || kept.get(key) === row) rows.push(row);
		else if (policy === 'reject') duplicates.push({ itemIndex: row.itemIndex, problems });
	};
	await inSlices(checked.rows.length, settle, signal);
	const rejected = await mergeRejected(checked.rejected, duplicates, signal);
	const mergedDuplicates = policy === 'reject' ? 0 : checked.rows.length - rows.length;
	return { ...checked, rows, rejected, mergedDuplicates };
}
