import type { RowSource } from '../../../nodes/Persona/pipeline/checkRows';
import type { CheckedRows, Column, Row, RuleName } from '../../../nodes/Persona/pipeline/types';

/** A column with a rule, and nothing else about it. */
export function columnOf(name: string, rule: RuleName = 'text', required = false): Column {
	return { name, displayName: name, rule, required, names: [] };
}

/** Rows with these cells, as they come out of the checks. */
export function rowsOf(...cells: readonly (readonly string[])[]): Row[] {
	return cells.map((texts, itemIndex) => ({ itemIndex, cells: texts }));
}

/** `count` rows of one cell each. */
export function manyRows(count: number): Row[] {
	return Array.from({ length: count }, (_, itemIndex) => ({
		itemIndex,
		cells: [`row ${itemIndex}`],
	}));
}

/** A row that takes so long to be looked at that a pause follows. */
export function slowRow(...cells: readonly string[]): Row {
	return {
		itemIndex: 0,
		get cells() {
			const end = performance.now() + 20;
			while (performance.now() < end);
			return cells;
		},
	};
}

/** Reads each column from the field of the same name. */
export function sourceOf(
	columns: readonly Column[],
	items: readonly Readonly<Record<string, unknown>>[],
): RowSource {
	return { columns, read: (itemIndex) => columns.map(({ name }) => items[itemIndex]?.[name]) };
}

/** Checked rows of one unique column. */
export function checkedOf(columns: readonly Column[], rows: readonly Row[]): CheckedRows {
	return {
		columns,
		rows,
		rejected: [],
		blankRows: 0,
		merged: [],
		warnings: [],
		rejectedIds: new Map(),
	};
}
