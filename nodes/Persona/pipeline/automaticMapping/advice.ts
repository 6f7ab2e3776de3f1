import type { IDataObject } from 'n8n-workflow';

import { listNames, looksLikeValue, quoteNames } from '../fieldNames';
import { fitsOf } from '../fits';
import type { Column } from '../types';
import type { FieldsByName, Findings, InputField } from './types';
import { isObject } from './values';

type Path = ReadonlyArray<string | number>;

/** Where in the items something fits a column. */
export interface Place {
	column: Column;
	path: Path;
}

/** Items, depth, and entries of one object or list that are looked at. */
const MOST_ITEMS = 20;
const DEEPEST = 4;
const MOST_ENTRIES = 200;
const MOST_NAMES = 2000;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const UNSAFE = /[{}\u2028\u2029<>&]/g;

function escape(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function step(name: string | number): string {
	if (typeof name === 'number') return `[${name}]`;
	if (IDENTIFIER.test(name)) return `.${name}`;
	// Braces would end the expression, and angle brackets are markup to the editor.
	return `[${JSON.stringify(name).replace(UNSAFE, escape)}]`;
}

/** What is between the braces of an expression that reads this field of an item. */
export function pathText(path: Path): string {
	return `$json${path.map(step).join('')}`;
}

/** The expression to paste that reads this field of an item. */
export function expressionFor(path: Path): string {
	return `{{ ${pathText(path)} }}`;
}

function entriesOf(value: unknown): Array<[string | number, unknown]> {
	if (Array.isArray(value)) return value.slice(0, 1).map((first) => [0, first]);
	return isObject(value) ? Object.entries(value).slice(0, MOST_ENTRIES) : [];
}

function fitOf(name: string | number, columns: readonly Column[]) {
	if (typeof name === 'number' || looksLikeValue(name)) return undefined;
	return fitsOf(name, columns).find((fit) => fit.beside === undefined);
}

/**
 * Looks for fitting names in the objects and lists of the first items, below the top.
 *
 * @returns the closest one for each column, in the order of the columns
 */
export function findPlaces(
	items: readonly (IDataObject | undefined)[],
	columns: readonly Column[],
): Place[] {
	const best = new Map<Column, { distance: number; path: Path }>();
	let left = MOST_NAMES;
	const look = (value: unknown, path: Path): void => {
		for (const [name, inner] of entriesOf(value)) {
			if (left-- <= 0) return;
			const here = [...path, name];
			const fit = path.length === 0 || isObject(inner) ? undefined : fitOf(name, columns);
			const distance = fit === undefined ? Infinity : fit.distance + here.length;
			if (fit !== undefined && distance < (best.get(fit.column)?.distance ?? Infinity)) {
				best.set(fit.column, { distance, path: here });
			}
			const isHidden = typeof name === 'string' && looksLikeValue(name);
			if (!isHidden && here.length < DEEPEST) look(inner, here);
		}
	};
	for (const json of items.slice(0, MOST_ITEMS)) look(json ?? {}, []);
	return columns.flatMap((column) => {
		const found = best.get(column);
		return found === undefined ? [] : [{ column, path: found.path }];
	});
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

function allFields(byName: FieldsByName): InputField[] {
	return [...byName.values()].flatMap((ofObject) => [...ofObject.values()]);
}

export function fullNameField({ byName }: Findings): InputField | undefined {
	const fields = allFields(byName).filter(({ isFullName }) => isFullName);
	return fields.find(({ container }) => container === undefined) ?? fields[0];
}

/** A field by the name that people see, which is in the items. */
export function fieldByName(byName: FieldsByName, name: string): InputField {
	return allFields(byName).find((field) => field.name === name)!;
}
