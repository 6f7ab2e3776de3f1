import type { IDataObject } from 'n8n-workflow';

import { inflect } from './inflection';

const INFLECTIONS = ['kebab', 'camel', 'snake'] as const;

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
