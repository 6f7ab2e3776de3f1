import { badRequest } from './answer';

/** The decoded query parameters; of one that is repeated, the last counts. */
export function parseQuery(url: string): Record<string, string> {
	const start = url.indexOf('?');
	return start < 0 ? {} : Object.fromEntries(new URLSearchParams(url.slice(start + 1)));
}

/**
 * Throws 400 for a parameter that the endpoint does not document.
 * `allowed` holds names as sent, such as `page[size]`; `fields` stands for every `fields[type]`.
 */
export function checkQuery(query: Record<string, string>, allowed: readonly string[]): void {
	for (const name of Object.keys(query)) {
		const family = /^fields\[[^[\]]+\]$/.test(name) ? 'fields' : name;
		if (!allowed.includes(family) || name === 'fields') throw badRequest(`${name} is not allowed`);
	}
}
