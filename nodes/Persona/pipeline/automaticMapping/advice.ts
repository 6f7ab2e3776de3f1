import type { IDataObject } from 'n8n-workflow';

import { listNames, quoteNames, type KnownFields } from '../fieldNames';
import type { Column } from '../types';
import type { FieldsByName, InputField } from './fields';
import { expressionFor, findPlaces, pathText, type Place } from './paths';
import type { Plan } from './plans';
import type { Survey } from './survey';

/** Everything that is known about the fields and their values. */
export interface Findings {
	items: readonly (IDataObject | undefined)[];
	columns: readonly Column[];
	byName: FieldsByName;
	plans: readonly Plan[];
	survey: Survey;
	/** Names of all fields that fit nothing. */
	ignored: readonly string[];
	known: KnownFields;
	/** Whether the items carry files. */
	hasFile: boolean;
}

export const BY_HAND = "set 'Mapping Column Mode' to Map Each Column Manually";
export const LIKE_VALUES =
	'The names of the fields look like values: the header line may be missing in the source.';
/** Fields that a text names with an expression. */
export const MOST_EXPRESSIONS = 4;
const WEBHOOK = ['headers', 'query', 'body'];

export const rowsText = (count: number) => (count === 1 ? '1 row' : `${count} rows`);
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
export const orText = (texts: readonly string[]) => texts.join(' or ');
export const labels = (columns: readonly Column[]) => columns.map(({ displayName }) => displayName);

/** Whether the items come from a Webhook node. Source: what it gives, in nodes-base, `nodes/Webhook/Webhook.node.ts`. */
export function isFromWebhook(byName: FieldsByName): boolean {
	const names = byName.get('')!;
	return WEBHOOK.every((name) => names.has(name));
}

export const pathOf = ({ inside, key }: Pick<InputField, 'inside' | 'key'>) =>
	inside === undefined ? [key] : [inside, key];

/** "Paste {{ … }} into First Name and {{ … }} into Last Name." */
export function pasteText(places: readonly Place[]): string {
	const shown = places.slice(0, MOST_EXPRESSIONS);
	const pastes = shown.map(
		({ column, path }) => `${expressionFor(path)} into ${column.displayName}`,
	);
	return `${capital(BY_HAND)} and paste ${pastes.join(', ')}.`;
}

export function placesText({ items, columns, byName }: Findings): string | undefined {
	const places = findPlaces(items, columns);
	const [first] = places.filter(({ column }) => column.identifies === true);
	if (first === undefined) return undefined;
	const list = first.path.findIndex((name) => typeof name === 'number');
	if (list >= 0) {
		return `There are fitting fields in the list ${pathText(first.path.slice(0, list))}: put a Split Out node before this one, so that each person is an item.`;
	}
	const where = isFromWebhook(byName)
		? "These items come from a Webhook node, which puts what it received into 'body'."
		: `There are fitting fields inside ${quoteNames([String(first.path[0])])}.`;
	return `${where} ${pasteText(places)}`;
}

export function fieldsText({ byName, known }: Findings, wanted: readonly Column[]): string {
	const list = listNames([...byName.get('')!.keys()], known);
	const fields = list === '' ? LIKE_VALUES : `The fields are: ${list}.`;
	const names = wanted.map(({ name }) => name).join(', ');
	return `${fields} Rename them to ${names}, or ${BY_HAND}.`;
}

/** How to make two columns of one field. */
export function splitText(field: Pick<InputField, 'inside' | 'key'>): string {
	const path = pathText(pathOf(field));
	return `${capital(BY_HAND)}, map the other columns, and paste {{ ${path}?.split(" ").slice(0, -1).join(" ") }} into First Name and {{ ${path}?.split(" ").at(-1) }} into Last Name; look at names of three words and more. To send rows without names, leave the two columns empty there.`;
}

export function fullNameField({ byName }: Findings): InputField | undefined {
	const fields = [...byName.values()].flatMap((ofObject) => [...ofObject.values()]);
	return (
		fields.find(({ isFullName, container }) => isFullName && container === undefined) ??
		fields.find(({ key, isFullName }) => isFullName && key !== '')
	);
}

export function fieldByName(
	byName: FieldsByName,
	name: string,
): Pick<InputField, 'inside' | 'key'> {
	for (const fields of byName.values()) {
		for (const field of fields.values()) if (field.name === name) return field;
	}
	return { key: name };
}
