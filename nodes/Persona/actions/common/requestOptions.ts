import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_PERSONA_VERSION } from '../../transport/version';

/**
 * The values that Persona accepts. They are not the folders of its specification: 2021-05-14 has one and is
 * refused.
 *
 * Source: `api-version.yaml` in Persona's OpenAPI.
 */
export const personaVersion: INodeProperties = {
	displayName: 'API Version',
	name: 'personaVersion',
	type: 'options',
	options: [
		{ name: '2020-05-18', value: '2020-05-18' },
		{ name: '2021-02-21', value: '2021-02-21' },
		{ name: '2021-07-05', value: '2021-07-05' },
		{ name: '2021-08-18', value: '2021-08-18' },
		{ name: '2022-09-01', value: '2022-09-01' },
		{ name: '2023-01-05', value: '2023-01-05' },
		{ name: '2025-10-27', value: '2025-10-27' },
		{ name: '2025-12-08', value: '2025-12-08' },
		{ name: '2026-09-29', value: '2026-09-29' },
		{ name: 'Set by the API Key', value: '' },
	],
	default: DEFAULT_PERSONA_VERSION,
	description: 'Version of the Persona API to use (header Persona-Version)',
};

export const fields: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Resource Type',
	default: {},
	description:
		'The attributes to return, for each type of resource; without any, Persona returns all of them',
	options: [
		{
			displayName: 'Resource Type',
			name: 'values',
			values: [
				{
					displayName: 'Type',
					name: 'type',
					type: 'string',
					default: '',
					placeholder: 'e.g. importer',
					description: 'Type of the resource, as Persona names it',
				},
				{
					displayName: 'Attributes',
					name: 'attributes',
					type: 'string',
					default: '',
					placeholder: 'e.g. status,created-at',
					description: 'Names of the attributes, separated by commas',
				},
			],
		},
	],
};

export const include: INodeProperties = {
	displayName: 'Include',
	name: 'include',
	type: 'string',
	default: '',
	description: 'Relationships to return along with the object, as paths separated by commas',
};

export const keyInflection: INodeProperties = {
	displayName: 'Key Inflection',
	name: 'keyInflection',
	type: 'options',
	options: [
		{ name: 'Camel Case', value: 'camel', description: 'Such as createdAt' },
		{ name: 'Kebab Case', value: 'kebab', description: 'Such as created-at' },
		{ name: 'Set by the API Key', value: '' },
		{ name: 'Snake Case', value: 'snake', description: 'Such as created_at' },
	],
	default: 'kebab',
	description: 'How the names of attributes are written in the output (header Key-Inflection)',
};

/** What every request for one object takes, in alphabetical order of their names in the editor. */
export const requestOptions: INodeProperties[] = [personaVersion, fields, include, keyInflection];

/** What every request for a list takes. Source: Persona's documentation on serialization allows no `include` there. */
export const listOptions: INodeProperties[] = [personaVersion, fields, keyInflection];

/** @param options in alphabetical order of their names in the editor */
export function optionsField(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	};
}
