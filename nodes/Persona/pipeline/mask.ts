import { inSlices } from './slices';
import type { CheckedRows, Row } from './types';

/** Whether some of the columns hold what is masked in a preview. */
export function hasMaskedColumns({ columns }: Pick<CheckedRows, 'columns'>): boolean {
	return columns.some(({ mask }) => mask !== undefined);
}

/**
 * Copies rows for a preview: what a column's mask hides is replaced as a whole. Empty cells stay empty, so that it shows
 * which rows have a value.
 *
 * @param signal see {@link inSlices}
 */
export async function maskRows(
	{ columns }: Pick<CheckedRows, 'columns'>,
	rows: readonly Row[],
	signal?: AbortSignal,
): Promise<Row[]> {
	const masked: Row[] = [];
	const hide = (cell: string, index: number) => (cell === '' ? '' : (columns[index]!.mask ?? cell));
	const step = (index: number) => {
		const { itemIndex, cells } = rows[index]!;
		masked.push({ itemIndex, cells: cells.map(hide) });
	};
	await inSlices(rows.length, step, signal);
	return masked;
}
