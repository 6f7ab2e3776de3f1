import type { IExecuteFunctions } from 'n8n-workflow';

import type { KeyInflection } from '../../import/types';
import { DEFAULT_PERSONA_VERSION } from '../../transport/version';
import { refuse, refuseUnlessOneOf } from './refuse';

/** What every request to Persona carries beside its purpose. */
export interface RequestSettings {
	keyInflection: KeyInflection;
	headers: Record<string, string>;
	query: Record<string, string>;
}

interface RequestOptions {
	fields?: { values?: Array<{ type?: string; attributes?: string }> };
	include?: string;
	keyInflection?: string;
	personaVersion?: string;
}

function listOf(text: unknown): string {
	return String(text ?? '')
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '')
		.join(',');
}

/** `fields[type]=a,b`, a map as Persona takes it; entries that are only half filled in are stopped before sending. */
function fieldsQuery(context: IExecuteFunctions, options: RequestOptions): Record<string, string> {
	const query: Record<string, string> = {};
	for (const entry of options.fields?.values ?? []) {
		const type = String(entry.type ?? '').trim();
		const attributes = listOf(entry.attributes);
		if (type === '' && attributes === '') continue;
		if (!/^[\w/-]+$/.test(type)) {
			refuse(
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
	refuseUnlessOneOf(context, 'keyInflection', keyInflection, ['kebab', 'camel', 'snake', '']);
	if (!/^(\d{4}-\d{2}-\d{2})?$/.test(String(personaVersion))) {
		refuse(context, "'API Version' is not a version", 'Choose one from the list.');
	}
	const headers: Record<string, string> = {};
	if (personaVersion !== '') headers['Persona-Version'] = String(personaVersion);
	if (keyInflection !== '') headers['Key-Inflection'] = String(keyInflection);
	const query = fieldsQuery(context, options);
	const include = listOf(options.include);
	if (include !== '') query.include = include;
	return { keyInflection: keyInflection as KeyInflection, headers, query };
}
