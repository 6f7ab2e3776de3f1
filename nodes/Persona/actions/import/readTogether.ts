import type { IExecuteFunctions } from 'n8n-workflow';

import { NOT_TOGETHER } from '../../pipeline/expressions/together';
import { codesOf, fill, type Template } from '../../pipeline/expressions/template';
import { bySlice, byRow, type Evaluator } from './evaluateTogether';

/** Gives a parameter's value for an item. */
type Read = (itemIndex: number) => unknown;

/** A column with an expression that only reads. */
export interface ReadingColumn {
	template: Template;
	/** Asks n8n's engine for this column alone. */
	alone: Read;
}

/** With fewer rows, checking costs more than is gained. */
const FEWEST_ROWS = 5;

const codesOfAll = (columns: readonly ReadingColumn[]) =>
	columns.flatMap(({ template }) => codesOf(template));

/** Finds the values of one column among those of a row; {@link NOT_TOGETHER} if one of them is missing. */
function valueFinder(columns: readonly ReadingColumn[], column: ReadingColumn) {
	const start = codesOfAll(columns.slice(0, columns.indexOf(column))).length;
	const count = codesOf(column.template).length;
	return (row: readonly unknown[] | undefined) => {
		const values = row?.slice(start, start + count) ?? [];
		const isWhole = values.length === count && !values.includes(NOT_TOGETHER);
		return isWhole ? fill(column.template, values) : NOT_TOGETHER;
	};
}

/** The columns for which the first and the last row are what n8n's engine gives for them alone. */
function checked<Reading extends ReadingColumn>(
	evaluator: Evaluator,
	columns: readonly Reading[],
	lastRow: number,
): Reading[] {
	const rows = evaluator.check([0, lastRow]);
	return columns.filter((column) => {
		const find = valueFinder(columns, column);
		return [0, lastRow].every((itemIndex, index) => {
			const value = find(rows[index]);
			return value === NOT_TOGETHER || Object.is(value, column.alone(itemIndex));
		});
	});
}

/** Adds the readers of those columns that can be evaluated in this way. */
function addReaders<Reading extends ReadingColumn>(
	readers: Map<Reading, Read>,
	context: IExecuteFunctions,
	open: typeof byRow,
	columns: readonly Reading[],
): void {
	if (columns.length === 0) return;
	const evaluator = open(context, codesOfAll(columns));
	const good = checked(evaluator, columns, context.getInputData().length - 1);
	for (const column of good) {
		const find = valueFinder(columns, column);
		readers.set(column, (itemIndex) => {
			const value = find(evaluator.valuesOf(itemIndex));
			return value === NOT_TOGETHER ? column.alone(itemIndex) : value;
		});
	}
}

const isChained = ({ template }: ReadingColumn) => codesOf(template).some((code) => code.isChained);

const readsFieldsOnly = ({ template }: ReadingColumn) =>
	codesOf(template).every((code) => code.readsFieldsOnly);

/**
 * Readers that evaluate columns for many rows at once where they can, or else together for a row: n8n's engine takes half a
 * millisecond for each evaluation, however little it does. Whatever cannot be had in this way is asked for alone.
 *
 * @param isJsonTheItem whether `$json` is what the input items hold
 * @returns none for a column that gains nothing
 */
export function readersTogether<Reading extends ReadingColumn>(
	context: IExecuteFunctions,
	columns: readonly Reading[],
	isJsonTheItem: boolean,
): ReadonlyMap<Reading, Read> {
	const readers = new Map<Reading, Read>();
	if (context.getInputData().length < FEWEST_ROWS) return readers;
	const sliced = columns.filter((column) => isJsonTheItem && readsFieldsOnly(column));
	// n8n rewrites `?.` if any of the code that it evaluates at once calls an extension function.
	for (const column of sliced.filter(isChained)) addReaders(readers, context, bySlice, [column]);
	const plain = sliced.filter((column) => !isChained(column));
	addReaders(readers, context, bySlice, plain);
	const others = columns.filter((column) => !readers.has(column) && !isChained(column));
	if (others.length > 1) addReaders(readers, context, byRow, others);
	return readers;
}
