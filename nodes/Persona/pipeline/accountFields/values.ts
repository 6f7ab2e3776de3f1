import { DateTime } from 'luxon';

import type { RowSource } from '../checkRows';
import { inSlices, mergeInOrder } from '../slices';
import type { CheckedRows, Column, Problem, RejectedRow, Row } from '../types';
import type { AccountFields } from './columns';
import { BY_TYPE, type Typed } from './typeRules';

/** A cell as it goes into a row of JSON. */
type JsonValue = string | number | boolean | readonly string[] | null;

const isDate = (value: unknown): value is Date =>
	Object.prototype.toString.call(value) === '[object Date]';

const isNumeric = (type: string | undefined) => type === 'number' || type === 'integer';

function dateText(value: unknown): unknown {
	const moment = isDate(value) ? DateTime.fromJSDate(value, { zone: 'utc' }) : value;
	if (!DateTime.isDateTime(moment)) return value;
	return moment.toISO() ?? 'invalid';
}

/** Writes a value of a type that text has no form for as text, which the check of the row takes. */
function asText(value: unknown, type: string | undefined): unknown {
	if (typeof value === 'boolean' && type === 'boolean') return String(value);
	if (typeof value === 'number' && isNumeric(type)) return String(value);
	if (type === 'date' || type === 'datetime') return dateText(value);
	if (type !== 'multi-choices' || !Array.isArray(value)) return value;
	return value.every((one) => typeof one === 'string') ? JSON.stringify(value) : value;
}

/** A source whose values are texts where the field's type has other ones too, such as true, a date or a list of choices. */
export function typedSource(source: RowSource, { specs }: AccountFields): RowSource {
	const types = source.columns.map(({ name, rule }) =>
		rule === 'field' ? specs.get(name)?.type : undefined,
	);
	const read = (itemIndex: number) =>
		source.read(itemIndex).map((value, place) => asText(value, types[place]));
	return { ...source, read };
}

function typeRow(
	{ itemIndex, cells }: Row,
	checks: ReadonlyArray<Check | undefined>,
): Row | RejectedRow {
	const problems: Problem[] = [];
	const typed = cells.map((cell, place) => {
		const check = checks[place];
		if (check === undefined || cell === '') return cell;
		const found = check.run(cell);
		if (typeof found === 'string') return found;
		const [code, message] = found;
		problems.push({ column: check.column, code, message });
		return cell;
	});
	return problems.length > 0 ? { itemIndex, problems } : { itemIndex, cells: typed };
}

interface Check {
	column: string;
	run: (cell: string) => Typed;
}

function checkFor({ name }: Column, { specs }: AccountFields, timeZone: string): Check | undefined {
	const spec = specs.get(name);
	if (spec === undefined) return undefined;
	const run = BY_TYPE[spec.type];
	return run && { column: name, run: (cell) => run(cell, spec, timeZone) };
}

/**
 * Checks cells by the types of their fields, and writes each in the one form that {@link jsonRow} reads.
 *
 * @param timeZone the workflow's, by its IANA name
 * @param signal see {@link inSlices}
 */
export async function checkTypes(
	checked: CheckedRows,
	fields: AccountFields,
	timeZone: string,
	signal?: AbortSignal,
): Promise<CheckedRows> {
	const checks = checked.columns.map((column) => checkFor(column, fields, timeZone));
	const rows: Row[] = [];
	const rejected: RejectedRow[] = [];
	const rejectedIds = new Map(checked.rejectedIds);
	const idPlace = checked.columns.findIndex(({ rule }) => rule === 'referenceId');
	const step = (index: number) => {
		const { itemIndex, cells } = checked.rows[index]!;
		const row = typeRow(checked.rows[index]!, checks);
		if ('cells' in row) rows.push(row);
		else {
			rejected.push(row);
			if (cells[idPlace]) rejectedIds.set(itemIndex, cells[idPlace]);
		}
	};
	await inSlices(checked.rows.length, step, signal);
	return {
		...checked,
		rows,
		rejectedIds,
		rejected: await mergeInOrder(checked.rejected, rejected, signal),
	};
}

function jsonValue(cell: string, type: string | undefined, tagSeparator: string): JsonValue {
	if (isNumeric(type)) return Number(cell);
	if (type === 'boolean') return cell === 'true';
	if (type === 'multi-choices') return JSON.parse(cell) as string[];
	if (type !== 'tags') return cell;
	const tags = cell.split(tagSeparator).map((tag) => tag.trim());
	return tags.filter((tag) => tag !== '');
}

/** How the cells of rows become JSON. */
export interface JsonForm {
	/** What an empty cell becomes: nothing, or null. */
	emptyValues: 'omit' | 'clear';
	tagSeparator: string;
}

/**
 * Writes one row as Persona takes it: a flat object by field.
 *
 * @returns a function for the rows of these columns
 */
export function jsonRows(
	columns: readonly Column[],
	{ specs }: AccountFields,
	{ emptyValues, tagSeparator }: JsonForm,
): (row: Pick<Row, 'cells'>) => Record<string, JsonValue> {
	const types = columns.map(({ name, rule }) => (rule === 'tags' ? 'tags' : specs.get(name)?.type));
	return ({ cells }) => {
		const row: Record<string, JsonValue> = {};
		for (const [place, { name }] of columns.entries()) {
			const cell = cells[place]!;
			if (cell !== '') row[name] = jsonValue(cell, types[place], tagSeparator);
			else if (emptyValues === 'clear') row[name] = null;
		}
		return row;
	};
}
