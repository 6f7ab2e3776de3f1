import type { Code } from './code';

/**
 * Calls a function and gives what can leave n8n's isolate unchanged; an empty list in place of everything else, and of a
 * value whose code throws. `[0]` stands for undefined.
 */
const READ = `(get) => { try { return ((value) => Object(value) === value || value !== value || value === Infinity || value === -Infinity ? [] : value === undefined ? [0] : value)(get()); } catch (caught) { return []; } }`;

/** Stands for a value that the engine has to be asked for alone. */
export const NOT_TOGETHER = Symbol('to be evaluated alone');

// No quotes before the code: n8n looks for calls of extension functions after it has taken out the first quoted text.
const list = (before: string, codes: readonly Code[]) =>
	`[${[before, ...codes.map(({ text }) => `read(() => (${text}\n))`)].filter(Boolean).join(', ')}]`;

/** One expression for all that a row needs, to be evaluated for its item. */
export function rowExpression(codes: readonly Code[]): string {
	return `{{ ((read) => ${list('', codes)})(${READ}) }}`;
}

/**
 * One expression for all items of the input, giving a list for each: which row it is, and the values.
 *
 * @param rowField a field that holds the number of the row
 */
export function sliceExpression(codes: readonly Code[], rowField: string): string {
	const row = `(($json) => ${list(`$json.${rowField}`, codes)})(item.json)`;
	return `{{ ((read) => $input.all().map((item) => ${row}))(${READ}) }}`;
}

/** What a value of such an expression stands for. */
export function decode(value: unknown): unknown {
	if (!Array.isArray(value)) return value;
	return value.length === 1 ? undefined : NOT_TOGETHER;
}

/** A name for the field that holds the number of the row, which no code reads. */
export function freeField(fields: ReadonlySet<string>): string {
	let name = 'row';
	while (fields.has(name)) name += '0';
	return name;
}
