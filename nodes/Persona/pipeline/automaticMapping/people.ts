import type { IDataObject } from 'n8n-workflow';

import type { AddNote } from './notes';
import type { Choice, Plan } from './types';
import { isSameValue } from './values';

type Read = (choice: Choice, json: IDataObject | undefined) => unknown;

/** Whose field it is, where its name says so: the patient's, or that of the second person in the row. */
function personOf({ fit }: Choice): string | undefined {
	return fit.isRepeated === true ? '2' : fit.person;
}

/** Whether the fields may be of several people by their names, so that {@link notePeople} has to look at the items. */
export function mayMixPeople({ choices }: Plan): boolean {
	const people = new Set<string>();
	let hasRivals = false;
	for (const ofColumn of choices) {
		if (ofColumn[0]?.fit.column.identifies !== true) continue;
		const named = ofColumn.flatMap((choice) => personOf(choice) ?? []);
		for (const person of named) people.add(person);
		hasRivals ||= ofColumn.length > 1 && named.length > 0;
	}
	return hasRivals || people.size > 1;
}

/**
 * Notes an item whose values would be those of several people: the patient's name with the policyholder's birthdate, or the
 * birthdate of a student whose name was passed over for a parent's.
 *
 * @param read the value of a field that fits, or undefined where it has none
 */
export function notePeople(
	{ choices }: Plan,
	json: IDataObject | undefined,
	item: number,
	read: Read,
	add: AddNote,
): void {
	const taken = new Map<string, Choice>();
	const passed: Array<readonly [used: Choice, other: Choice]> = [];
	for (const ofColumn of choices) {
		if (ofColumn[0]?.fit.column.identifies !== true) continue;
		const used = ofColumn.find((choice) => read(choice, json) !== undefined);
		if (used === undefined) continue;
		const value = read(used, json);
		const person = personOf(used);
		if (person !== undefined && !taken.has(person)) taken.set(person, used);
		for (const other of ofColumn.slice(ofColumn.indexOf(used) + 1)) {
			const otherValue = personOf(other) === undefined ? undefined : read(other, json);
			if (otherValue !== undefined && !isSameValue(value, otherValue)) passed.push([used, other]);
		}
	}
	const [one, another] = [...taken.values()];
	if (one === undefined) return;
	const mixed = passed.find(
		([used, other]) => taken.has(personOf(other)!) || personOf(used) !== undefined,
	);
	const pair = another === undefined ? mixed : [one, another];
	if (pair === undefined) return;
	const [used, other] = pair as [Choice, Choice];
	add('severalPeople', used.fit.column, item, used.field.name, other.field.name);
}
