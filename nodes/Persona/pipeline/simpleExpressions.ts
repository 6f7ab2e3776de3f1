import { isSafeObjectProperty } from 'n8n-workflow';

/** A mapped value that needs no expression engine: a path into the current item, or always the same value. */
export type SimpleValue = { path: readonly string[] } | { constant: unknown };

/** Stands for a value about which only n8n's expression engine can say what an expression makes of it. */
export const ASK_ENGINE = Symbol('for the expression engine');

const BLANK = '[ \\t\\r\\n]*';
/** No escapes, no braces and no line ends: what n8n's own parsers could read in another way. */
const quoted = (quote: string) => `${quote}([^${quote}\\\\{}\\p{Cc}\\u2028\\u2029]*)${quote}`;
const INDEX = '(0|[1-9]\\d{0,8})';
const BRACKETS = `\\[${BLANK}(?:${quoted('"')}|${quoted("'")}|${INDEX})${BLANK}\\]`;
const STEP = `${BLANK}(?:\\.${BLANK}([A-Za-z_$][\\w$]*)|${BRACKETS})`;
const PATH = new RegExp(`^=\\{\\{${BLANK}\\$json((?:${STEP})+)${BLANK}\\}\\}$`, 'u');
const STEPS = new RegExp(STEP, 'gu');

/** Has a meaning of its own in n8n's checks of expressions. */
const SPECIAL_NAMES = ['$', 'globalThis'];

/** Names that objects inherit, and names that n8n forbids, are not simply read. */
export function isOrdinary(name: string): boolean {
	const inherited = name in Object.prototype;
	return !inherited && isSafeObjectProperty(name) && !SPECIAL_NAMES.includes(name);
}

/**
 * n8n caches expressions in an object, so that one that reads like an inherited name is not text to it; and it refuses
 * whatever looks like a call of a constructor.
 */
function isOrdinaryText(text: string): boolean {
	return !text.includes('{{') && !text.includes('constructor') && !(text in Object.prototype);
}

function pathOf(expression: string): readonly string[] | undefined {
	const [, steps] = PATH.exec(expression) ?? [];
	if (steps === undefined || !steps.isWellFormed() || /\.\s*constructor/.test(steps))
		return undefined;
	const path = [...steps.matchAll(STEPS)].map((step) =>
		step.slice(1).find((name) => name !== undefined)!,
	);
	return path.every(isOrdinary) ? path : undefined;
}

/**
 * Recognises mapped values that can be read without n8n's expression engine, which takes up to half a millisecond for
 * each: `={{ $json.a }}`, `={{ $json["a b"].c[0] }}` with any spacing, and constants.
 *
 * @param raw what the parameter holds: an expression begins with `=`
 * @returns undefined for everything else; the engine has to evaluate that for each item
 */
export function simpleValueOf(raw: unknown): SimpleValue | undefined {
	if (typeof raw === 'number' || typeof raw === 'boolean') return { constant: raw };
	if (typeof raw !== 'string') return undefined;
	if (!raw.startsWith('=')) return { constant: raw };
	const text = raw.slice(1);
	if (isOrdinaryText(text)) return { constant: text };
	const path = pathOf(raw);
	return path === undefined ? undefined : { path };
}

function isPrimitive(value: unknown): boolean {
	return ['string', 'number', 'boolean', 'undefined'].includes(typeof value) || value === null;
}

/** Whether reading a name from a value gives the same inside and outside of the sandbox that expressions run in. */
function canBeEntered(value: object, name: string): boolean {
	if (Array.isArray(value)) return name === 'length' || /^(?:0|[1-9]\d{0,8})$/.test(name);
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}

/** Whether a value leaves the engine as it went in: plain values, lists of them, and dates as databases give them. */
function isHandedOver(value: unknown): boolean {
	if (isPrimitive(value)) return true;
	if (!Array.isArray(value)) return Object.getPrototypeOf(value) === Date.prototype;
	for (let index = 0; index < value.length; index++) {
		if (value[index] === undefined || !isPrimitive(value[index])) return false;
	}
	return true;
}

/**
 * Reads what `$json` followed by this path is for an item, exactly as n8n's expression engines do: a step into nothing
 * gives undefined.
 *
 * @returns {@link ASK_ENGINE} where the engines may give something else, such as for functions and for objects
 */
export function readPath(json: unknown, path: readonly string[]): unknown {
	let value = json;
	for (const name of path) {
		if (value === null || value === undefined) return undefined;
		if (!isPrimitive(value) && !canBeEntered(value as object, name)) return ASK_ENGINE;
		value = (value as Record<string, unknown>)[name];
	}
	return isHandedOver(value) ? value : ASK_ENGINE;
}
