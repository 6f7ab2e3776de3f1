import type { IDataObject } from 'n8n-workflow';

import { looksLikeValue } from '../fieldNames';
import { fitsOf } from '../fits';
import type { Column } from '../types';
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
	if (Array.isArray(value)) return value.length > 0 ? [[0, value[0]]] : [];
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
