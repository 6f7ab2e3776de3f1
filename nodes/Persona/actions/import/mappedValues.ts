import { DateTime } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';

import { hasValue } from '../../pipeline/automaticMapping/values';
import type { RowSource } from '../../pipeline/checkRows';
import { templateOf } from '../../pipeline/expressions/template';
import { looksLikeValue } from '../../pipeline/fieldNames';
import { ASK_ENGINE, readPath, simpleValueOf } from '../../pipeline/simpleExpressions';
import type { Column, ImportKind } from '../../pipeline/types';
import { BROKEN_TEXT, UNRESOLVED } from '../../pipeline/unresolved';
import { readersTogether } from './readTogether';

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
function readInOneCall(
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

/** What an expression holds when it looks at the current item, and not only at the first, the last or all of them. */
const LOOKS_AT_ITEM = /\$json|\$binary|\$item|\$input\.item|\.item\b|itemMatching/;

/**
 * Whether a parameter can have another value for each item.
 *
 * @param raw its text, which is an expression if it begins with `=`
 */
export function looksAtItem(raw: unknown): raw is string {
	return typeof raw === 'string' && raw.startsWith('=') && LOOKS_AT_ITEM.test(raw);
}

/** What JavaScript writes into a text for a value that is missing or is no text. */
const MISSING_IN_TEXT =
	/undefined|\[object Object\]|(?<![\p{L}\p{N}])(?:null|NaN)(?![\p{L}\p{N}])/u;

/** What is left of a text with expressions in it when none of them gives anything; empty for an expression alone. */
function textAround(raw: unknown): string {
	if (typeof raw !== 'string' || !raw.startsWith('=')) return '';
	return raw.slice(1).replace(/\{\{[^]*?\}\}/g, '');
}

/** The readers of those columns whose expressions are evaluated for more than one value at a time, by name. */
function readersOf(
	context: IExecuteFunctions,
	columns: readonly Column[],
	raw: Record<string, unknown>,
): ReadonlyMap<string, Read> {
	const reading = columns.flatMap(({ name }) => {
		const template = simpleValueOf(raw[name]) === undefined ? templateOf(raw[name]) : undefined;
		const alone = askEngine(context, `columns.value.${name}`);
		return template === undefined ? [] : [{ name, template, alone }];
	});
	if (reading.length === 0) return new Map();
	const readers = readersTogether(context, reading, isJsonTheItem(context));
	return new Map([...readers].map(([{ name }, read]) => [name, read]));
}

/** Rows whose values are mapped by hand, each with an expression or a fixed value. */
export interface MappedSource extends RowSource {
	/** Column name → the field that feeds it, for the columns whose expression is a field and nothing else. */
	mapping: Readonly<Record<string, readonly string[]>>;
	/** The columns with an expression that gave no value for any of the items read so far. */
	emptyColumns(): Column[];
	/** Those of them whose expression found nothing in any item, not even an empty value. */
	goneColumns(): Column[];
	/** Whether any expression gave a value for any of them. */
	hasValue(): boolean;
	/** The columns with brackets in a fixed text, which n8n does not evaluate. */
	unevaluated: readonly Column[];
}

function fieldsOf(
	columns: readonly Column[],
	raw: Readonly<Record<string, unknown>>,
): MappedSource['mapping'] {
	const entries = columns.flatMap(({ name }): Array<[string, string[]]> => {
		const simple = simpleValueOf(raw[name]);
		if (simple === undefined || !('path' in simple)) return [];
		const field = simple.path.join('.');
		return looksLikeValue(field) ? [] : [[name, [field]]];
	});
	return Object.fromEntries(entries);
}

/** Watches what is read: which columns get a value, which items give none, and which texts are broken. */
function watched(
	columns: readonly Column[],
	raw: Readonly<Record<string, unknown>>,
	readAll: RowSource['read'],
): Omit<MappedSource, 'columns' | 'mapping' | 'fieldOf' | 'unevaluated'> {
	const isOfItem = columns.map(({ name }) => looksAtItem(raw[name]));
	const isMade = columns.map(({ name }) => simpleValueOf(raw[name]) === undefined);
	// Tags may be fixed ones with others after them where an item has some.
	const around = columns.map(({ name, rule }) => (rule === 'tags' ? '' : textAround(raw[name])));
	const isFilled = columns.map(() => false);
	const isThere = columns.map(() => false);
	const read = (itemIndex: number) => {
		const values = readAll(itemIndex);
		let isBlank = isOfItem.includes(true);
		const checked = values.map((value, place) => {
			if (value !== undefined && value !== UNRESOLVED) isThere[place] = true;
			if (!isOfItem[place] || !hasValue(value)) return value;
			if (isMade[place] && value === around[place]) return BROKEN_TEXT;
			isBlank = false;
			isFilled[place] = true;
			const isBroken = isMade[place] && typeof value === 'string' && MISSING_IN_TEXT.test(value);
			return isBroken ? BROKEN_TEXT : value;
		});
		return isBlank ? values.map(() => undefined) : checked;
	};
	return {
		read,
		emptyColumns: () => columns.filter((_, place) => isOfItem[place] && !isFilled[place]),
		goneColumns: () => columns.filter((_, place) => isOfItem[place] && !isThere[place]),
		hasValue: () => isFilled.includes(true),
	};
}

/** Rows from *Values to Send*. What is the same for all items does not make a row of an item that gives nothing else. */
export function mappedSource(context: IExecuteFunctions, kind: ImportKind): MappedSource {
	const raw = (context.getNodeParameter('columns.value', 0, {}, { rawExpressions: true }) ??
		{}) as Record<string, unknown>;
	const inUse = ({ name }: Column) => ![undefined, null, ''].includes(raw[name] as never);
	const columns = kind.columns.filter(inUse);
	const together = readersOf(context, columns, raw);
	const readers = columns.map(
		({ name }) => together.get(name) ?? readerFor(context, `columns.value.${name}`, raw[name]),
	);
	const alone = (itemIndex: number) => readers.map((read) => read(itemIndex));
	const isEngineForAll = columns.every(({ name }) => simpleValueOf(raw[name]) === undefined);
	const isOneCallBetter = isEngineForAll && together.size === 0;
	const readAll = isOneCallBetter ? readInOneCall(context, columns, alone) : alone;
	const mapping = fieldsOf(columns, raw);
	const fieldOf = (_: number, column: string) => mapping[column]?.[0];
	const unevaluated = columns.filter(({ name }) => {
		const text = raw[name];
		return typeof text === 'string' && !text.startsWith('=') && text.includes('{{');
	});
	return { columns, mapping, fieldOf, unevaluated, ...watched(columns, raw, readAll) };
}
