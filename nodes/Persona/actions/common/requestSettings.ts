import type { IExecuteFunctions } from 'n8n-workflow';

import type { KeyInflection } from '../../pipeline/types';
import { DEFAULT_PERSONA_VERSION } from '../../transport/version';
import { readText, requireOneOf } from './readOption';
import { throwConfigError } from './refuse';
import {
	fields as fieldsOption,
	include as includeOption,
	keyInflection as keyInflectionOption,
} from './requestOptions';

/** What every request to Persona carries beside its purpose. */
export interface RequestSettings {
	keyInflection: KeyInflection;
	headers: Record<string, string>;
	query: Record<string, string>;
}

interface RequestOptions {
	fields?: { values?: Array<{ type?: unknown; attributes?: unknown } | undefined> };
	include?: unknown;
	keyInflection?: string;
	personaVersion?: unknown;
}

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
function fieldsQuery(context: IExecuteFunctions, options: RequestOptions): Record<string, string> {
	const query: Record<string, string> = {};
	const read = (value: unknown) => readNames(context, value, fieldsOption);
	for (const entry of options.fields?.values ?? []) {
		const type = read(entry?.type);
		const attributes = read(entry?.attributes);
		if (type === '' && attributes === '') continue;
		if (!/^[\w/-]+$/.test(type)) {
			throwConfigError(
				context,
				"An entry of 'Fields' has no usable type",
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
	const options = context.getNodeParameter('options', itemIndex, {}) as RequestOptions;
	const { keyInflection = 'kebab', personaVersion = DEFAULT_PERSONA_VERSION } = options;
	requireOneOf(context, keyInflectionOption, keyInflection);
	if (!/^(\d{4}-\d{2}-\d{2})?$/.test(String(personaVersion))) {
		throwConfigError(
			context,
			"'API Version' is not a date such as 2025-12-08",
			'Choose one from its list, or Set by the API Key.',
		);
	}
	const headers: Record<string, string> = {};
	if (personaVersion !== '') headers['Persona-Version'] = String(personaVersion);
	if (keyInflection !== '') headers['Key-Inflection'] = String(keyInflection);
	const query = fieldsQuery(context, options);
	const include = readNames(context, options.include, includeOption);
	if (include !== '') query.include = include;
	return { keyInflection: keyInflection as KeyInflection, headers, query };
}
