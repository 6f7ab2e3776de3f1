import type { RowSource } from './checkRows';
import type { ImportKind } from './types';

/** Adds the column of the match type where no field fills it: the rows then have the one that is chosen for all. */
export function withMatchType(source: RowSource, { columns }: ImportKind): RowSource {
	const column = columns.find(({ rule }) => rule === 'matchType');
	if (column === undefined || source.columns.includes(column)) return source;
	// The column comes last, so that its value is one that `read` does not give.
	return { ...source, columns: [...source.columns, column], read: (item) => source.read(item) };
}
