import type { IDataObject } from 'n8n-workflow';

import { CONTAINERS } from '../columns/containers';
import { looksLikeValue } from '../fieldNames';
import { fitsOf, isFullName, repeatedFits, repeatedName } from '../fits';
import { foldName, foldShort } from '../foldName';
import type { Column } from '../types';
import type { InputField } from './types';
import { isObject, objectIn } from './values';

const LISTS_OF_NAMES = new Set(['name', 'names']);

/** The object that a field holds; a list only where lists of names are usual. */
export function contentOf(
	field: string,
	value: unknown,
): Readonly<Record<string, unknown>> | undefined {
	if (Array.isArray(value) && !LISTS_OF_NAMES.has(foldName(field))) return undefined;
	return objectIn(value);
}

/** Reads a field of an item. Old versions of HubSpot's API give `{ firstname: { value } }`. */
export function readField({ key, inside }: InputField, json: IDataObject | undefined): unknown {
	if (inside === undefined) return json?.[key];
	const value = contentOf(inside, json?.[inside])?.[key];
	return isObject(value) && Object.hasOwn(value, 'value') ? value.value : value;
}

/** Whether a field can change what becomes of an item. */
export function matters({ fits, isFullName: isName, mayRepeat }: InputField): boolean {
	return fits.length > 0 || isName || mayRepeat;
}

function describe(key: string, inside: string, columns: readonly Column[]): InputField {
	const folded = foldShort(key);
	const own = fitsOf(key, columns, folded);
	// `name: { given, family }`, as in FHIR.
	const isInName = own.length === 0 && LISTS_OF_NAMES.has(foldName(inside));
	const fits = isInName ? fitsOf(`name ${key}`, columns) : own;
	const mayRepeat = fits.length === 0 && repeatedName(key) !== undefined;
	// What may be a value is never shown, so nothing is made of it that needs its name in a text.
	const isShown = !looksLikeValue(key);
	const field = { key, fits, isFullName: isShown && isFullName(key, folded), mayRepeat };
	if (inside !== '') return { ...field, name: `${inside}.${key}`, inside, isNested: true };
	return { ...field, name: key, container: isShown ? CONTAINERS.get(folded) : undefined };
}

/**
 * Looks up fields, each once by name, however many items have it.
 *
 * @returns `find` a field at the top, or in the object of that name
 */
export function openCatalogue(columns: readonly Column[]) {
	const byName = new Map([['', new Map<string, InputField>()]]);
	const find = (key: string, inside = ''): InputField => {
		let fields = byName.get(inside);
		if (fields === undefined) byName.set(inside, (fields = new Map<string, InputField>()));
		let field = fields.get(key);
		if (field === undefined) fields.set(key, (field = describe(key, inside, columns)));
		return field;
	};
	return { byName, find };
}

/** Gives a numbered field what the field without number fits, where that one is there too. */
export function settleRepeated(field: InputField, others: ReadonlyMap<string, InputField>): void {
	if (!field.mayRepeat) return;
	const first = others.get(repeatedName(field.key)!);
	if (first === undefined || first.mayRepeat) return;
	field.fits = repeatedFits(first.fits);
	field.isFullName = first.isFullName;
}
