import { problemOf } from './rows';
import type { CheckedRows, Row } from './types';

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

/** Row index → index of the first (or last) row with the same key; rows without a key are left out. */
function groupByKey(rows: readonly Row[], columnIndex: number, keepLast: boolean) {
	const kept = new Map<string, number>();
	const repeated = new Set<string>();
	rows.forEach((row, index) => {
		const key = keyOf(row, columnIndex);
		if (key === '') return;
		if (kept.has(key)) repeated.add(key);
		if (keepLast || !kept.has(key)) kept.set(key, index);
	});
	return { kept, repeated };
}

/**
 * Applies the policy to rows that share a value in `uniqueColumn`: `reject` turns away all of them, because nobody but the
 * user knows which is right; `keepFirst` and `keepLast` keep one and count the others as merged; `send` leaves them.
 *
 * Source of "without regard to case": Persona's help centre on reference IDs.
 */
export function settleDuplicates(
	checked: CheckedRows,
	uniqueColumn: string | undefined,
	policy: DuplicatePolicy,
): CheckedRows {
	const columnIndex = checked.columns.findIndex((column) => column.name === uniqueColumn);
	if (columnIndex < 0 || policy === 'send') return checked;
	const { kept, repeated } = groupByKey(checked.rows, columnIndex, policy === 'keepLast');
	if (repeated.size === 0) return checked;
	const rows: Row[] = [];
	const rejected = [...checked.rejected];
	checked.rows.forEach((row, index) => {
		const key = keyOf(row, columnIndex);
		if (!repeated.has(key)) rows.push(row);
		else if (policy === 'reject') {
			const problems = [problemOf(uniqueColumn!, 'duplicate')];
			rejected.push({ itemIndex: row.itemIndex, problems });
		} else if (kept.get(key) === index) rows.push(row);
	});
	rejected.sort((a, b) => a.itemIndex - b.itemIndex);
	const mergedDuplicates = policy === 'reject' ? 0 : checked.rows.length - rows.length;
	return { ...checked, rows, rejected, mergedDuplicates };
}
