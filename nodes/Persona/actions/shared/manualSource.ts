import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';

import { ASK_ENGINE, plainValueOf, readPath } from '../../import/plainFields';
import { UNRESOLVED, type RowSource } from '../../import/rows';
import type { Column, ImportKind } from '../../import/types';

type Read = (itemIndex: number) => unknown;

// The engine stores what an expression could not do with the execution; a value of a row may be in there, so it is dropped.
function askEngine(context: IExecuteFunctions, column: string): Read {
	return (itemIndex) => {
		try {
			const value = context.getNodeParameter(`columns.value.${column}`, itemIndex, null, {
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

function readerFor(context: IExecuteFunctions, column: string, raw: unknown): Read {
	const throughEngine = askEngine(context, column);
	const plain = plainValueOf(raw);
	if (plain === undefined) return throughEngine;
	if ('constant' in plain) return () => plain.constant;
	if (!isJsonTheItem(context)) return throughEngine;
	const items = context.getInputData();
	return (itemIndex) => {
		const value = readPath(items[itemIndex]!.json, plain.path);
		return value === ASK_ENGINE ? throughEngine(itemIndex) : value;
	};
}

/** Rows whose values are mapped by hand, each with an expression or a fixed value. */
export function manualSource(context: IExecuteFunctions, kind: ImportKind): RowSource {
	const raw = (context.getNodeParameter('columns.value', 0, {}, { rawExpressions: true }) ??
		{}) as Record<string, unknown>;
	const inUse = ({ name }: Column) => ![undefined, null, ''].includes(raw[name] as never);
	const columns = kind.columns.filter(inUse);
	const readers = columns.map(({ name }) => readerFor(context, name, raw[name]));
	return { columns, read: (itemIndex) => readers.map((read) => read(itemIndex)) };
}
