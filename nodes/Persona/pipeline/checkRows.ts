import { RULES, PROBLEM_SENTENCES, type ProblemCode, type RuleContext } from './rules';
import { inSlices } from './slices';
import type { CheckedRows, Column, Problem, RejectedRow, Row } from './types';

/** Stands for a value whose expression could not be resolved. */
export const UNRESOLVED = Symbol('unresolved expression');

/** Stands for a text that an expression put together from a field that is missing or is no text. */
export const BROKEN_TEXT = Symbol('text with a missing value in it');

/** Where the values of a row come from. */
export interface RowSource {
	/** The columns in use, in the order in which they are written. */
	columns: readonly Column[];
	/** The values of one input item, in the order of `columns`. */
	read(itemIndex: number): readonly unknown[];
}

/** Says what is wrong with a value in a column. */
export function problemOf(column: string, code: ProblemCode): Problem {
	return { column, code, message: PROBLEM_SENTENCES[code] };
}

function checkCell(
	value: unknown,
	column: Column,
	context: RuleContext,
	other: unknown,
): string | Problem {
	if (value === UNRESOLVED) return problemOf(column.name, 'expression');
	if (value === BROKEN_TEXT) return problemOf(column.name, 'brokenText');
	const checked = RULES[column.rule](value, context, other);
	return typeof checked === 'string' ? checked : problemOf(column.name, checked.code);
}

function missingProblems(cells: readonly string[], columns: readonly Column[]): Problem[] {
	return columns
		.filter((column, index) => column.required && cells[index]!.trim() === '')
		.map((column) => problemOf(column.name, 'missing'));
}

function otherValue(
	{ dependsOn }: Column,
	{ columns }: RowSource,
	values: readonly unknown[],
): unknown {
	if (dependsOn === undefined) return undefined;
	return values[columns.findIndex(({ name }) => name === dependsOn)];
}

/** Checks the values of one item: a row, what is wrong with it, or undefined for a blank one. */
function checkRow(
	itemIndex: number,
	source: RowSource,
	context: RuleContext,
): Row | RejectedRow | undefined {
	const { columns } = source;
	const cells = new Array<string>(columns.length);
	const problems: Problem[] = [];
	const values = source.read(itemIndex);
	for (let index = 0; index < columns.length; index++) {
		const column = columns[index]!;
		const checked = checkCell(values[index], column, context, otherValue(column, source, values));
		if (typeof checked === 'string') cells[index] = checked;
		else problems.push(checked);
	}
	if (problems.length > 0) return { itemIndex, problems };
	if (cells.every((cell) => cell.trim() === '')) return undefined;
	const missing = missingProblems(cells, source.columns);
	return missing.length > 0 ? { itemIndex, problems: missing } : { itemIndex, cells };
}

/**
 * Reads and checks every input item. Rows without a value in any column are blank: counted, not sent.
 *
 * @param count number of input items
 * @param signal see {@link inSlices}
 */
export async function checkRows(
	source: RowSource,
	count: number,
	context: RuleContext,
	signal?: AbortSignal,
): Promise<CheckedRows> {
	const rows: Row[] = [];
	const rejected: RejectedRow[] = [];
	let blankRows = 0;
	await inSlices(
		count,
		(itemIndex) => {
			const row = checkRow(itemIndex, source, context);
			if (row === undefined) blankRows++;
			else if ('cells' in row) rows.push(row);
			else rejected.push(row);
		},
		signal,
	);
	return { columns: source.columns, rows, rejected, blankRows, merged: [] };
}
