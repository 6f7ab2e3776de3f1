import type { IDataObject } from 'n8n-workflow';

import { inSlices } from '../slices';
import type { Column } from '../types';
import { readField } from './fields';
import { openNotes, type AddNote } from './notes';
import { watchPeople, type WatchPeople } from './people';
import type { Choice, FieldUse, Plan, Survey } from './types';
import { hasValue, isListOfObjects, isSameValue, looksLike } from './values';

const NAMES = new Set(['name_first', 'name_last']);

/** The value of a field that fits, or undefined where it has none. */
function valueOf({ field, fit }: Choice, json: IDataObject | undefined): unknown {
	const value = readField(field, json);
	return hasValue(value) && looksLike(value, fit.nameClass?.looksLike) ? value : undefined;
}

/** The closest field with a value in an item, by its place among the choices, or -1. */
export function findTaken(choices: readonly Choice[], json: IDataObject | undefined): number {
	for (let index = 0; index < choices.length; index++) {
		if (valueOf(choices[index]!, json) !== undefined) return index;
	}
	return -1;
}

/** The value of the closest field that has one in an item; undefined for none. */
export function takeValue(choices: readonly Choice[], json: IDataObject | undefined): unknown {
	for (let index = 0; index < choices.length; index++) {
		const value = valueOf(choices[index]!, json);
		if (value !== undefined) return value;
	}
	return undefined;
}

/** What has to be said whenever a field is used. */
function noteUse({ field, fit }: Choice, item: number, add: AddNote): void {
	if (fit.nameClass?.doubtful === true) add('likelyOtherId', fit.column, item, field.name);
	if (fit.nameClass?.alone === true) add('secondName', fit.column, item, field.name);
	if (fit.isRepeated === true) add('repeatedColumn', fit.column, item, field.name);
}

/** What has to be said where another field has a value that is different. */
function noteDifference(
	used: Choice,
	other: Choice,
	otherValue: unknown,
	item: number,
	add: AddNote,
): void {
	const { column } = used.fit;
	if (used.fit.level === other.fit.level) {
		const asks = column.names.some((nameClass) => nameClass.asks === true);
		// A list of objects, as FHIR's `identifier`, is no ID that the row could have instead.
		if (asks && isListOfObjects(otherValue)) return;
		add(asks ? 'twoIds' : 'severalFields', column, item, used.field.name, other.field.name);
	} else if (other.fit.person !== undefined && column.identifies === true) {
		add('severalFields', column, item, used.field.name, other.field.name);
	} else if (other.fit.isRepeated === true) {
		add('repeatedColumn', column, item, used.field.name, other.field.name);
	}
}

function isPlain({ fit: { nameClass, isRepeated } }: Choice): boolean {
	const { doubtful, alone, looksLike: form } = nameClass ?? {};
	return doubtful !== true && alone !== true && form === undefined && isRepeated !== true;
}

function usesOf(
	{ choices }: Plan,
	uses: ReadonlyArray<Map<string, FieldUse>>,
): ReadonlyArray<readonly FieldUse[]> {
	return choices.map((ofColumn, place) =>
		ofColumn.map((choice) => {
			const known = uses[place]!.get(choice.field.name);
			if (known !== undefined) return known;
			const use = { choice, used: 0, passed: 0, isPlain: isPlain(choice) };
			uses[place]!.set(choice.field.name, use);
			return use;
		}),
	);
}

function surveyColumn(
	choices: readonly Choice[],
	uses: readonly FieldUse[],
	json: IDataObject | undefined,
	item: number,
	add: AddNote,
	people: WatchPeople,
): boolean {
	if (choices.length === 1 && uses[0]!.isPlain) {
		if (!hasValue(readField(choices[0]!.field, json))) return false;
		uses[0]!.used++;
		people.use(choices[0]!);
		return true;
	}
	const index = findTaken(choices, json);
	if (index < 0) return false;
	const taken = choices[index]!;
	const value = valueOf(taken, json);
	uses[index]!.used++;
	noteUse(taken, item, add);
	people.use(taken);
	for (let other = index + 1; other < choices.length; other++) {
		const choice = choices[other]!;
		const otherValue = valueOf(choice, json);
		if (otherValue === undefined) continue;
		if (isSameValue(value, otherValue)) {
			people.agree(choice);
			continue;
		}
		uses[other]!.passed++;
		people.pass(taken, choice);
		noteDifference(taken, choice, otherValue, item, add);
	}
	return true;
}

/** The fields in order, without those whose values never looked like the column's: these fit nothing after all. */
function settled(ofColumn: ReadonlyMap<string, FieldUse>): ReadonlyMap<string, FieldUse> {
	const fitting = [...ofColumn].filter(
		([, { choice, used, passed }]) =>
			choice.fit.nameClass?.looksLike === undefined || used + passed > 0,
	);
	fitting.sort(([, one], [, other]) => one.choice.fit.distance - other.choice.fit.distance);
	return new Map(fitting);
}

/** Notes an item that would go without a first and a last name although it has a whole name. */
function noteFullName(
	{ fullNames }: Plan,
	column: Column,
	json: IDataObject | undefined,
	item: number,
	add: AddNote,
): void {
	const found = fullNames.find((field) => {
		const value = readField(field, json);
		return typeof value === 'string' && hasValue(value);
	});
	if (found !== undefined) add('fullName', column, item, found.name);
}

/**
 * Looks at the values of all items, to find out which fields feed the columns and what is doubtful about it.
 *
 * @param planOf the plan of an item
 * @param signal see {@link inSlices}
 */
export async function surveyItems(
	items: readonly (IDataObject | undefined)[],
	columns: readonly Column[],
	planOf: (itemIndex: number) => Plan,
	signal?: AbortSignal,
): Promise<Survey> {
	const uses = columns.map(() => new Map<string, FieldUse>());
	const usesOfPlan = new Map<Plan, ReadonlyArray<readonly FieldUse[]>>();
	const filled = columns.map(() => 0);
	const { notes, add } = openNotes();
	const people = watchPeople(add);
	const idColumn = columns.find(({ names }) => names.some(({ asks }) => asks === true));
	const firstName = columns.find(({ name }) => NAMES.has(name));
	const step = (item: number) => {
		const plan = planOf(item);
		let planUses = usesOfPlan.get(plan);
		if (planUses === undefined) usesOfPlan.set(plan, (planUses = usesOf(plan, uses)));
		let [isNamed, isIdentified, isFilled] = [false, false, false];
		for (let place = 0; place < columns.length; place++) {
			const choices = plan.choices[place]!;
			if (choices.length === 0) continue;
			if (!surveyColumn(choices, planUses[place]!, items[item], item, add, people)) continue;
			filled[place]!++;
			isFilled = true;
			isIdentified ||= columns[place]!.identifies === true;
			isNamed ||= NAMES.has(columns[place]!.name);
		}
		people.settle(item);
		if (idColumn !== undefined && isFilled && !isIdentified) add('onlyId', idColumn, item, '');
		if (firstName !== undefined && !isNamed && plan.fullNames.length > 0) {
			noteFullName(plan, firstName, items[item], item, add);
		}
	};
	await inSlices(items.length, step, signal);
	return { uses: uses.map(settled), notes, filled };
}
