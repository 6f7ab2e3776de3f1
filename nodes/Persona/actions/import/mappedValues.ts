import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';

import type { RowSource } from '../../pipeline/checkRows';
import { ASK_ENGINE, readPath, simpleValueOf } from '../../pipeline/simpleExpressions';
import type { Column, ImportKind } from '../../pipeline/types';
import { UNRESOLVED } from '../../pipeline/unresolved';

/** Gives a parameter's value for an item; UNRESOLVED where its expression cannot be resolved. */
export type Read = (itemIndex: number) => unknown;

// The engine stores what an expression could not do with the execution; a value of a row may be in there, so it is dropped.
function askEngine(context: IExecuteFunctions, parameter: string): Read {
	return (itemIndex) => {
		try {
			const value = context.getNodeParameter(parameter, itemIndex, null, {
				skipValidation: true,
			}) as unknown;
			// What n8n makes of Luxon objects when it resolves all columns at once.
			return DateTime.isDateTime(value) ? value.toString() : value;
		} catch {
			return UNRESOLVED;
		}
	};
}

/** Whether `$json` is what the input items hold, which n8n decides for each way of running a node. */
function isJsonTheItem(context: IExecuteFunctions): boolean {
	const items = context.getInputData();
	const last = items.length - 1;
	try {
		return context.getWorkflowDataProxy(last).$json === items[last]?.json;
	} catch {
		return false;
	}
}

/**
 * How to read a parameter for each item, without n8n's expression engine where that gives the same.
 *
 * @param parameter its path, such as `columns.value.tags`
 * @param raw its text, which is an expression if it begins with `=`
 */
export function readerFor(context: IExecuteFunctions, parameter: string, raw: unknown): Read {
	const throughEngine = askEngine(context, parameter);
	const plain = simpleValueOf(raw);
	if (plain === undefined) return throughEngine;
	if ('constant' in plain) return () => plain.constant;
	if (!isJsonTheItem(context)) return throughEngine;
	const items = context.getInputData();
	return (itemIndex) => {
		const value = readPath(items[itemIndex]!.json, plain.path);
		return value === ASK_ENGINE ? throughEngine(itemIndex) : value;
	};
}

/** All columns in one call, which costs less than one call each; alone only where one of them cannot be resolved. */
function readTogether(
	context: IExecuteFunctions,
	columns: readonly Column[],
	alone: RowSource['read'],
): RowSource['read'] {
	return (itemIndex) => {
		try {
			const values = context.getNodeParameter('columns.value', itemIndex, null, {
				skipValidation: true,
			}) as Record<string, unknown>;
			return columns.map(({ name }) => values[name]);
		} catch {
			return alone(itemIndex);
		}
	};
}

/** Rows whose values are mapped by hand, each with an expression or a fixed value. */
export function mappedSource(context: IExecuteFunctions, kind: ImportKind): RowSource {
	const raw = (context.getNodeParameter('columns.value', 0, {}, { rawExpressions: true }) ??
		{}) as Record<string, unknown>;
	const inUse = ({ name }: Column) => ![undefined, null, ''].includes(raw[name] as never);
	const columns = kind.columns.filter(inUse);
	const readers = columns.map(({ name }) => readerFor(context, `columns.value.${name}`, raw[name]));
	const alone = (itemIndex: number) => readers.map((read) => read(itemIndex));
	const isEngineForAll = columns.every(({ name }) => simpleValueOf(raw[name]) === undefined);
	return { columns, read: isEngineForAll ? readTogether(context, columns, alone) : alone };
}
