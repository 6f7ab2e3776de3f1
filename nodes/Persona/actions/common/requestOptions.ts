import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { KeyInflection } from '../../pipeline/types';
import { DEFAULT_PERSONA_VERSION } from '../../transport/version';
import { ParameterReader, readText, throwConfigError } from './parameters';

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

/** What every request to Persona carries beside its purpose. */
export interface RequestSettings {
	keyInflection: KeyInflection;
	headers: Record<string, string>;
	query: Record<string, string>;
}

type FieldsOption = { values?: Array<{ type?: unknown; attributes?: unknown } | undefined> };

function listOf(text: string): string {
	return text
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '')
		.join(',');
}

/** Names as Persona takes them, separated by commas; also from an expression that gives them as a list. */
function readNames(
	context: IExecuteFunctions,
	value: unknown,
	field: { displayName: string },
): string {
	const names = Array.isArray(value) ? value : [value];
	const text = listOf(names.map((name) => readText(context, name, field)).join());
	if (text.isWellFormed()) return text;
	return throwConfigError(
		context,
		`'${field.displayName}' holds half of a character`,
		'Write the names as Persona does, in letters, dashes and underscores.',
	);
}

/** `fields[type]=a,b`, a map as Persona takes it; entries that are only half filled in are stopped before sending. */
function fieldsQuery(context: IExecuteFunctions, value: unknown): Record<string, string> {
	const query: Record<string, string> = {};
	const read = (names: unknown) => readNames(context, names, fields);
	for (const entry of (value as FieldsOption | null)?.values ?? []) {
		const type = read(entry?.type);
		const attributes = read(entry?.attributes);
		if (type === '' && attributes === '') continue;
		if (!/^[\w/-]+$/.test(type)) {
			throwConfigError(
				context,
				`An entry of '${fields.displayName}' has no usable type`,
				"Give it the name of a resource as Persona writes it, such as 'importer'.",
			);
		}
		const name = `fields[${type}]`;
		query[name] = listOf([query[name], attributes].filter(Boolean).join(','));
	}
	return query;
}

/**
 * Reads version, inflection, include and fields from the node's options.
 *
 * @param itemIndex the input item that the options are read for, where each has its own request
 * @throws NodeOperationError for options that cannot be sent
 */
export function readRequestSettings(context: IExecuteFunctions, itemIndex = 0): RequestSettings {
	const reader = new ParameterReader(context, itemIndex);
	const inflection = reader.choice<KeyInflection>(keyInflection);
	const version = String(reader.option(personaVersion));
	if (!/^(\d{4}-\d{2}-\d{2})?$/.test(version)) {
		throwConfigError(
			context,
			"'API Version' is not a date such as 2025-12-08",
			'Choose one from its list, or Set by the API Key.',
		);
	}
	const headers: Record<string, string> = {};
	if (version !== '') headers['Persona-Version'] = version;
	if (inflection !== '') headers['Key-Inflection'] = inflection;
	const query = fieldsQuery(context, reader.option(fields));
	const included = readNames(context, reader.option(include), include);
	if (included !== '') query.include = included;
	return { keyInflection: inflection, headers, query };
}
