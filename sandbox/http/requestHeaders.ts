import { DEFAULT_KEY_INFLECTION, DEFAULT_PERSONA_VERSION } from '../choices';
import { badRequest } from './answer';

/**
 * The values of `Persona-Version` in persona-id/persona-openapi,
 * `2020-05-18/components/schemas/api-version.yaml`. 2021-05-14 has a folder there but is no value.
 */
export const PERSONA_VERSIONS = [
	'2026-09-29',
	'2025-12-08',
	'2025-10-27',
	'2023-01-05',
	'2022-09-01',
	'2021-08-18',
	'2021-07-05',
	'2021-02-21',
	'2020-05-18',
] as const;

/** The values of `Key-Inflection`, same source, `components/parameters/key-inflection-header.yaml`. */
export const KEY_INFLECTIONS = ['kebab', 'camel', 'snake'] as const;

export type KeyInflection = (typeof KEY_INFLECTIONS)[number];

/** What the two headers decide about an answer. */
export interface AnswerShape {
	version: string;
	inflection: KeyInflection;
}

/** The header's value if it is one of `allowed`, the default without a header, otherwise a 400. */
function oneOf<Value extends string>(
	header: string,
	value: string | undefined,
	allowed: readonly Value[],
	byDefault: Value,
): Value {
	const found = allowed.find((candidate) => candidate === (value ?? byDefault));
	if (found === undefined) {
		throw badRequest(`${header} must be one of: ${allowed.join(', ')}`);
	}
	return found;
}

/** The two headers that shape an answer. Throws 400 for a value that Persona does not know. */
export function readRequestHeaders(headers: Record<string, string>): AnswerShape {
	return {
		version: oneOf(
			'Persona-Version',
			headers['persona-version'],
			PERSONA_VERSIONS,
			DEFAULT_PERSONA_VERSION,
		),
		inflection: oneOf(
			'Key-Inflection',
			headers['key-inflection'],
			KEY_INFLECTIONS,
			DEFAULT_KEY_INFLECTION,
		),
	};
}
