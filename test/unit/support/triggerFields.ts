import type { INodeProperties } from 'n8n-workflow';

import { PersonaTrigger } from '../../../nodes/Persona/PersonaTrigger.node';

const { description } = new PersonaTrigger();

/** The fields of the trigger's panel, those in its collection `options` among them. */
export const TRIGGER_FIELDS: readonly INodeProperties[] = description.properties
	.filter(({ type }) => type !== 'notice')
	.flatMap((field) =>
		field.name === 'options' ? ((field.options ?? []) as INodeProperties[]) : [field],
	);

/** What a field lets people choose from, in the editor's words and as stored. */
export function choicesIn({ type, options = [] }: INodeProperties) {
	if (type !== 'options' && type !== 'multiOptions') return [];
	return options.flatMap((option) =>
		'value' in option ? [{ name: option.name, value: String(option.value) }] : [],
	);
}

/** All names that the editor shows for the trigger. */
export function triggerNames(): string[] {
	const fields = TRIGGER_FIELDS.flatMap((field) => [
		field.displayName,
		...choicesIn(field).map(({ name }) => name),
	]);
	return [description.displayName, ...fields];
}
