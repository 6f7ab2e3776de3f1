import type { IDataObject } from 'n8n-workflow';

import type { RowSource } from '../checkRows';
import { looksLikeValue, namesToShow, type KnownFields } from '../fieldNames';
import { inSlices, takeTurns } from '../slices';
import type { Column, Warning } from '../types';
import { planFor } from './plans';
import { findShapes } from './shapes';
import { findStop } from './stops';
import { findTaken, surveyItems, takeValue } from './survey';
import type { FieldsByName, Findings, Plan, Stop, Survey } from './types';
import { findWarnings } from './warnings';

export type { Stop } from './types';

/** A field that fits a column, but was not used in some item. */
export interface PassedOver {
	field: string;
	column: string;
	/** The field that fed the column instead. */
	taken: string;
	/** Items in which its value is different from the one that was taken. */
	count: number;
}

/** Which fields feed the columns, and where the values of each row come from. */
export interface AutomaticMapping extends RowSource {
	/** Column name → names of the fields that fed it in some item, the closest one first. */
	mapping: Readonly<Record<string, readonly string[]>>;
	/** Names of fields that fit nothing, without those that may be values. */
	ignored: readonly string[];
	/** How many fields fit nothing, with those that are not named. */
	ignoredCount: number;
	passedOver: readonly PassedOver[];
	warnings: readonly Warning[];
	/** Why the run cannot go on without the user. */
	stop?: Stop;
}

export interface MappingOptions {
	/** Whether the items carry files. */
	hasFile?: boolean;
	/** Aborted when the execution is cancelled. */
	signal?: AbortSignal;
}

function mappingOf(columns: readonly Column[], { uses }: Survey) {
	const entries = columns.map(({ name }, place): [string, string[]] => {
		const used = [...uses[place]!.values()].filter((use) => use.used > 0);
		const names = used.map(({ choice }) => choice.field.name);
		return [name, names.filter((field) => !looksLikeValue(field))];
	});
	return Object.fromEntries(entries.filter(([, names]) => names.length > 0));
}

function passedOverOf(columns: readonly Column[], { uses }: Survey): PassedOver[] {
	return columns.flatMap(({ name: column }, place) => {
		const all = [...uses[place]!.values()];
		const taken = (all.find(({ used }) => used > 0) ?? all[0])?.choice.field.name;
		return all
			.filter((use) => use.choice.field.name !== taken && (use.used === 0 || use.passed > 0))
			.map(({ choice, passed }) => ({
				field: choice.field.name,
				column,
				taken: taken!,
				count: passed,
			}))
			.filter(({ field, taken: name }) => !looksLikeValue(field) && !looksLikeValue(name));
	});
}

/** Names of the fields that feed nothing; the fields in an object only where it was entered, and else the object. */
function ignoredFields(byName: FieldsByName, plans: readonly Plan[], { uses }: Survey): string[] {
	const fed = new Set<string>();
	for (const ofColumn of uses) for (const name of ofColumn.keys()) fed.add(name);
	const entered = new Set<string>();
	for (const plan of plans) for (const name of plan.entered) entered.add(name);
	const ignored: string[] = [];
	for (const [inside, fields] of byName) {
		for (const [key, { name }] of fields) {
			const isRead = inside === '' ? entered.has(key) : !entered.has(inside);
			if (!isRead && !fed.has(name)) ignored.push(name);
		}
	}
	return ignored;
}

function knownFields(
	columns: readonly Column[],
	{ uses }: Survey,
	unmatched: readonly string[],
): KnownFields {
	const fieldOf = new Map<string, string>();
	for (const [place, { name }] of columns.entries()) {
		const [closest] = uses[place]!.values();
		if (closest !== undefined) fieldOf.set(name, closest.choice.field.name);
	}
	return { fieldOf, unmatched: [...unmatched] };
}

function openRows(
	items: readonly (IDataObject | undefined)[],
	columns: readonly Column[],
	planOf: (itemIndex: number) => Plan,
	{ uses }: Survey,
): RowSource {
	const places = columns.flatMap((_, place) => (uses[place]!.size > 0 ? [place] : []));
	const read = (itemIndex: number) => {
		const { choices } = planOf(itemIndex);
		const json = items[itemIndex];
		return places.map((place) => takeValue(choices[place]!, json));
	};
	const fieldOf = (itemIndex: number, column: string) => {
		const choices =
			planOf(itemIndex).choices[columns.findIndex(({ name }) => name === column)] ?? [];
		const name = choices[findTaken(choices, items[itemIndex])]?.field.name;
		return name === undefined || looksLikeValue(name) ? undefined : name;
	};
	return { columns: places.map((place) => columns[place]!), read, fieldOf };
}

/**
 * Finds out by the names of the input fields where the values of each row come from: each row takes the closest field with a
 * value in its item. Nothing that it returns holds a value, nor a name that looks like one, but what `read` returns.
 *
 * @param items the JSON of the input items
 * @param columns all columns of the import
 */
export async function mapAutomatically(
	items: readonly (IDataObject | undefined)[],
	columns: readonly Column[],
	{ hasFile = false, signal }: MappingOptions = {},
): Promise<AutomaticMapping> {
	const { shapes, shapeOf, byName } = await findShapes(items, columns, signal);
	const plans: Plan[] = [];
	const plan = (index: number) => plans.push(planFor(shapes[index]!, columns));
	await inSlices(shapes.length, plan, signal);
	const planOf = (itemIndex: number) => plans[shapeOf[itemIndex]!]!;
	const survey = await surveyItems(items, columns, planOf, signal);
	// Each of the next steps takes a few milliseconds for every ten thousand different names.
	const turn = takeTurns(signal);
	const ignored = ignoredFields(byName, plans, survey);
	await turn();
	const known = knownFields(columns, survey, ignored);
	const findings: Findings = { items, columns, byName, plans, survey, ignored, known, hasFile };
	const shown = namesToShow(ignored, known);
	await turn();
	const passedOver = passedOverOf(columns, survey);
	const mapping = mappingOf(columns, survey);
	await turn();
	const stop = findStop(findings);
	await turn();
	const warnings = findWarnings(findings);
	const rows = openRows(items, columns, planOf, survey);
	return {
		...rows,
		mapping,
		ignored: shown,
		ignoredCount: ignored.length,
		passedOver,
		warnings,
		stop,
	};
}
