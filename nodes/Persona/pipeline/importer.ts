import type { IDataObject } from 'n8n-workflow';

import type { KeyInflection } from './types';

const INFLECTIONS = ['kebab', 'camel', 'snake'] as const;

/** Writes a camelCase key in another inflection; without one, Persona's default (kebab) is used. */
export function inflect(key: string, inflection: KeyInflection): string {
	if (inflection === 'camel') return key;
	const separator = inflection === 'snake' ? '_' : '-';
	return key.replace(/[A-Z]/g, (letter) => separator + letter.toLowerCase());
}

/**
 * An attribute of one of Persona's objects, under its name in any inflection: the API key may decide on it.
 *
 * @param name in camelCase
 */
export function attributeOf(object: IDataObject, name: string): unknown {
	const attributes = (object.attributes ?? {}) as IDataObject;
	return INFLECTIONS.map((inflection) => attributes[inflect(name, inflection)]).find(
		(value) => value !== undefined,
	);
}

/** The counters of an importer. Persona documents their names, not what they count. */
export interface ImporterCounts {
	successful: number;
	duplicate: number;
	error: number;
}

export function statusOf(importer: IDataObject): unknown {
	return attributeOf(importer, 'status');
}

/** When the importer was made, as Persona writes it; undefined where the answer does not say. */
export function createdAtOf(importer: IDataObject): string | undefined {
	const value = attributeOf(importer, 'createdAt');
	return typeof value === 'string' ? value : undefined;
}

/** A counter that the answer leaves out counts as 0, its documented default. */
export function countsOf(importer: IDataObject): ImporterCounts {
	const count = (name: string) => Number(attributeOf(importer, name) ?? 0);
	return {
		successful: count('successfulCount'),
		duplicate: count('duplicateCount'),
		error: count('errorCount'),
	};
}

/** Whether Persona could not process the import at all. */
export function hasFailed(importer: IDataObject): boolean {
	return statusOf(importer) === 'errored';
}

/**
 * Whether Persona has finished. `pending` and every status that is not known here mean that it has not.
 *
 * Source: `importer-shared-attributes.yaml` in Persona's OpenAPI, which warns of further values.
 */
export function isFinished(importer: IDataObject): boolean {
	return statusOf(importer) === 'ready' || hasFailed(importer);
}
