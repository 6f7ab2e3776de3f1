import { problemOf } from './checkRows';
import { inSlices, mergeInOrder } from './slices';
import type { CheckedRows, MergedRow, RejectedRow, Row } from './types';

/** What happens to rows that share a value in the unique column. */
export type DuplicatePolicy = 'reject' | 'keepFirst' | 'keepLast' | 'send';

/**
 * What two reference IDs have in common that Persona takes for the same: it compares them without regard to case, and
 * spaces around one are a typing slip. Empty for no ID.
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

/**
 * Applies the policy to rows that share a value in `uniqueColumn`: `reject` rejects all of them, because nobody but the
 * user knows which is right; `keepFirst` and `keepLast` keep one and merge the others into it; `send` leaves them.
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
	const merged: MergedRow[] = [];
	const problems = [problemOf(uniqueColumn!, 'duplicate')];
	const settle = (index: number) => {
		const row = checked.rows[index]!;
		const key = keyOf(row, columnIndex);
		if (!repeated.has(key) || kept.get(key) === row) rows.push(row);
		else if (policy === 'reject') duplicates.push({ itemIndex: row.itemIndex, problems });
		else merged.push({ ...row, keptItemIndex: kept.get(key)!.itemIndex });
	};
	await inSlices(checked.rows.length, settle, signal);
	const rejected = await mergeInOrder(checked.rejected, duplicates, signal);
	return { ...checked, rows, rejected, merged };
}
