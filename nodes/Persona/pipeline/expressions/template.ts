import { readCode, type Code } from './code';

/** A mapped value that may be evaluated together with others: text and code, in order. */
export type Template = readonly (string | Code)[];

/** Splits at the brackets, as n8n does; what it would read with escapes or to the end is left to n8n. */
function split(text: string): Template | undefined {
	const parts: (string | Code)[] = [];
	let end = 0;
	for (let start = text.indexOf('{{'); start !== -1; start = text.indexOf('{{', end)) {
		const close = text.indexOf('}}', start + 2);
		if (close === -1) return undefined;
		const code = readCode(text.slice(start + 2, close));
		if (code === undefined) return undefined;
		parts.push(text.slice(end, start), code);
		end = close + 2;
	}
	return [...parts, text.slice(end)].filter((part) => part !== '');
}

/**
 * Recognises expressions that only read, so that they can be evaluated for many rows at once, or together with others.
 *
 * @param raw what the parameter holds: an expression begins with `=`
 * @returns undefined for everything else; the engine has to evaluate that by itself
 */
export function templateOf(raw: unknown): Template | undefined {
	if (typeof raw !== 'string' || !raw.startsWith('=')) return undefined;
	if (raw.includes('constructor') || /\\(?=\{\{|\}\})/.test(raw)) return undefined;
	const parts = split(raw.slice(1));
	if (parts === undefined || codesOf(parts).length === 0) return undefined;
	return parts.some((part) => typeof part === 'string' && part.includes('\\')) ? undefined : parts;
}

export function codesOf(template: Template): Code[] {
	return template.filter((part) => typeof part !== 'string');
}

/** What n8n puts into a text: nothing for a value that is not there. */
function asText(value: unknown): string {
	return value === null || value === undefined ? '' : String(value as string | number | boolean);
}

/**
 * What n8n makes of a template.
 *
 * @param values of its code, in order: text, numbers, true, false, null or undefined
 */
export function fill(template: Template, values: readonly unknown[]): unknown {
	if (template.length === 1) return values[0];
	let next = 0;
	return template
		.map((part) => (typeof part === 'string' ? part : asText(values[next++])))
		.join('');
}
