import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { PersonaApi } from '../../../credentials/PersonaApi.credentials';
import { Persona } from '../../../nodes/Persona/Persona.node';

/** The names that the documents use for these options; the editor gets them too. */
export const RENAMED: Readonly<Record<string, string>> = {
	fields: 'Response Fields',
	idempotency: 'Repeated Runs',
	include: 'Response Include',
	keyInflection: 'Response Key Style',
};

/** A field that the editor shows, with its name there. */
export interface Field extends INodeProperties {
	shownAs: string;
}

const asField = (field: INodeProperties): Field => ({
	...field,
	shownAs: RENAMED[field.name] ?? field.displayName,
});

const isField = (
	entry: INodeProperties | INodePropertyOptions | INodePropertyCollection,
): entry is INodeProperties => 'displayName' in entry && 'type' in entry;

/** The fields of the node's panel, once for each operation that has them, without those in collections. */
export const PARAMETERS: readonly Field[] = new Persona().description.properties.map(asField);

/** The fields in the collection `options`, each name once; of those that imports of accounts and of lists have, the first. */
export const OPTIONS: readonly Field[] = uniqueByName(
	PARAMETERS.filter(({ name }) => name === 'options').flatMap(({ options = [] }) =>
		options.filter(isField).map(asField),
	),
);

function uniqueByName(fields: readonly Field[]): Field[] {
	return fields.filter(({ name }, index) => index === fields.findIndex((one) => one.name === name));
}

/** The values that a field lets people choose from, in the editor's words and as stored. */
export function choicesOf(field: INodeProperties): { name: string; value: string }[] {
	const modes = (field.modes ?? []).map(({ displayName, name }) => ({
		name: displayName,
		value: name,
	}));
	const options = field.type === 'options' ? (field.options ?? []) : [];
	const values = options
		.filter((option): option is INodePropertyOptions => 'value' in option)
		.map(({ name, value }) => ({ name, value: String(value) }));
	return [...values, ...modes];
}

/** An option, by its stored name. Throws when there is none. */
export function option(name: string): Field {
	const found = OPTIONS.find((field) => field.name === name);
	if (found === undefined) throw new Error(`The node has no option '${name}'`);
	return found;
}

/** All names that the editor shows for the node and its credential. */
export function namesInEditor(): Set<string> {
	const { description } = new Persona();
	const credential = new PersonaApi();
	const fields = [...PARAMETERS, ...OPTIONS, ...credential.properties.map(asField)];
	const actions = PARAMETERS.flatMap(({ options = [] }) =>
		options.flatMap((entry) => ('action' in entry ? [entry.action] : [])),
	);
	return new Set(
		[
			description.displayName,
			credential.displayName,
			...actions,
			...fields.flatMap((field) => [field.shownAs, ...choicesOf(field).map(({ name }) => name)]),
		].filter((name) => name !== undefined),
	);
}
