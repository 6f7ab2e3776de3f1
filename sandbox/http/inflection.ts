import type { KeyInflection } from './requestHeaders';

const inflectors: Record<KeyInflection, (key: string) => string> = {
	kebab: (key) => key.replaceAll('_', '-'),
	snake: (key) => key.replaceAll('-', '_'),
	camel: (key) => key.replace(/[-_]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
};

/** The account attribute whose keys Persona documents as never inflected, and the row of a batch job (see choices.ts). */
const UNTOUCHED_KEYS = ['fields', 'row'];

/** A copy of a document with every key in the given casing; values and field names stay. */
export function inflectKeys(value: unknown, inflection: KeyInflection): unknown {
	if (value === null || typeof value !== 'object') return value;
	if (Array.isArray(value)) return value.map((item) => inflectKeys(item, inflection));
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			inflectors[inflection](key),
			UNTOUCHED_KEYS.includes(key) ? inner : inflectKeys(inner, inflection),
		]),
	);
}

/** A key of any of the three casings in kebab-case. */
export function toKebab(key: string): string {
	return key
		.replaceAll('_', '-')
		.replace(/[A-Z]|(?<=[A-Za-z])\d/g, (letter) => `-${letter.toLowerCase()}`);
}
