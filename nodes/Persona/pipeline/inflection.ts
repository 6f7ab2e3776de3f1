import type { KeyInflection } from './types';

/** Writes a camelCase key in another inflection; without one, Persona's default (kebab) is used. */
export function inflect(key: string, inflection: KeyInflection): string {
	if (inflection === 'camel') return key;
	const separator = inflection === 'snake' ? '_' : '-';
	return key.replace(/[A-Z]/g, (letter) => separator + letter.toLowerCase());
}
