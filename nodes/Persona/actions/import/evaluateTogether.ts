import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Code } from '../../pipeline/expressions/code';
import { copyFields } from '../../pipeline/expressions/copies';
import {
	decode,
	freeField,
	rowExpression,
	sliceExpression,
} from '../../pipeline/expressions/together';

/** Rows evaluated at once, in less time than the event loop may be kept. */
const ROWS_A_SLICE = 100;
/** Characters copied into n8n's isolate at once; its memory has a limit. */
const SIZE_A_SLICE = 500_000;

/** The values of a row's code, in order, or undefined where they cannot be had in this way; see {@link decode}. */
type RowValues = readonly unknown[] | undefined;

/** Evaluates the code of several columns at once. */
export interface Evaluator {
	valuesOf(itemIndex: number): RowValues;
	/** Evaluates just these rows, for a check. */
	check(itemIndexes: readonly number[]): RowValues[];
}

/** Evaluates an expression that gives a list; an empty one if the engine cannot. */
function evaluateList(
	context: IExecuteFunctions,
	expression: string,
	itemIndex: number,
): unknown[] {
	try {
		const found = context.evaluateExpression(expression, itemIndex) as unknown;
		return Array.isArray(found) ? (found as unknown[]) : [];
	} catch {
		return [];
	}
}

/** All code of a row in one evaluation, for its own item. */
export function byRow(context: IExecuteFunctions, codes: readonly Code[]): Evaluator {
	const expression = rowExpression(codes);
	let known = -1;
	let row: RowValues;
	const evaluate = (itemIndex: number) => {
		const values = evaluateList(context, expression, itemIndex);
		return values.length === codes.length ? values.map(decode) : undefined;
	};
	return {
		valuesOf(itemIndex) {
			if (known !== itemIndex) row = evaluate(itemIndex);
			known = itemIndex;
			return row;
		},
		check: (itemIndexes) => itemIndexes.map(evaluate),
	};
}

/** Copies of rows as input items, until there are enough of them. */
function copyRows(
	items: readonly INodeExecutionData[],
	rows: readonly number[],
	fields: ReadonlySet<string>,
	rowField: string,
) {
	const slice: INodeExecutionData[] = [];
	let size = 0;
	let taken = 0;
	while (taken < rows.length && size < SIZE_A_SLICE) {
		const row = rows[taken++]!;
		const copy = copyFields(items[row]?.json, fields);
		if (copy === undefined) continue;
		copy.json[rowField] = row;
		slice.push({ json: copy.json as IDataObject });
		size += copy.size;
	}
	return { slice, rows: rows.slice(0, taken) };
}

/** The values in what came back for a row, if it is that row's. */
function valuesIn(found: unknown, row: number, count: number): RowValues {
	if (!Array.isArray(found) || found[0] !== row || found.length !== count + 1) return undefined;
	return found.slice(1).map(decode);
}

/**
 * All code of many rows in one evaluation. The rows are handed over as the node's input: `connectionInputData` is no
 * published part of n8n, so that what comes back is taken for a row only if it says that it is that row's.
 */
export function bySlice(context: IExecuteFunctions, codes: readonly Code[]): Evaluator {
	const fields = new Set(codes.flatMap((code) => [...code.fields]));
	const rowField = freeField(fields);
	const expression = sliceExpression(codes, rowField);
	const items = context.getInputData();
	let known = new Map<number, RowValues>();
	let isUsable = true;

	const evaluate = (wanted: readonly number[]) => {
		const { slice, rows } = copyRows(items, wanted, fields, rowField);
		const values = new Map<number, RowValues>(rows.map((row) => [row, undefined]));
		if (slice.length === 0 || !isUsable) return values;
		const narrowed = Object.create(context, {
			connectionInputData: { value: slice },
		}) as IExecuteFunctions;
		const found = evaluateList(narrowed, expression, 0);
		// As after too much time or memory, of which the next slice would take as much.
		isUsable = found.length === slice.length;
		for (const [index, { json }] of isUsable ? slice.entries() : []) {
			const row = json[rowField] as number;
			values.set(row, valuesIn(found[index], row, codes.length));
		}
		return values;
	};
	return {
		valuesOf(itemIndex) {
			if (!known.has(itemIndex)) {
				const count = Math.min(ROWS_A_SLICE, items.length - itemIndex);
				known = evaluate(Array.from({ length: count }, (_, index) => itemIndex + index));
			}
			return known.get(itemIndex);
		},
		check(itemIndexes) {
			const values = evaluate(itemIndexes);
			return itemIndexes.map((itemIndex) => values.get(itemIndex));
		},
	};
}
