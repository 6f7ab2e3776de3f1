/** Characters that cannot be seen: spaces, format characters and the fillers of Hangul and Braille. */
const VISIBLE = /[^\s\p{Cf}\u115f\u1160\u3164\uffa0\u2800]/u;
const SPACE = 0x20;
const DELETE = 0x7f;

/** Whether there is anything in a field: a text that can be seen, a list with entries, or any other value. */
export function hasValue(value: unknown): boolean {
	if (value === undefined || value === null) return false;
	if (typeof value === 'string') {
		// Nearly all values begin with a letter or a digit of ASCII; the pattern takes five times as long.
		const first = value.charCodeAt(0);
		return (first > SPACE && first < DELETE) || VISIBLE.test(value);
	}
	return !Array.isArray(value) || value.length > 0;
}

/** Whether a value is text or a number of this form. */
export function looksLike(value: unknown, form: RegExp | undefined): boolean {
	if (form === undefined) return true;
	return (typeof value === 'string' || typeof value === 'number') && form.test(String(value));
}

function textOf(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim();
	return ['number', 'boolean', 'bigint'].includes(typeof value) ? String(value) : undefined;
}

/** Whether two values say the same; lists and objects are compared as JSON. */
export function isSameValue(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	const text = textOf(one);
	if (text !== undefined) return text === textOf(other);
	try {
		return JSON.stringify(one) === JSON.stringify(other);
	} catch {
		return false;
	}
}

/** Names that a person had once, or that others use, by FHIR's `HumanName.use`. */
const LESSER_USES: readonly unknown[] = ['temp', 'nickname', 'anonymous', 'old', 'maiden'];

/** How good an entry of a list of names is, 0 for the best one. Sources: `metadata` Google People API, `use` FHIR R4. */
function rankOf({ metadata, use }: Readonly<Record<string, unknown>>): number {
	if ((isObject(metadata) && metadata.primary === true) || use === 'official') return 0;
	if (use === 'usual') return 1;
	return LESSER_USES.includes(use) ? 3 : 2;
}

/** The object under a well-known name; of a list of names the one that the person goes by, or the first one. */
export function objectIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
	if (typeof value !== 'object' || value === null || value instanceof Date) return undefined;
	if (!Array.isArray(value)) return value as Record<string, unknown>;
	const entries = value.slice(0, MOST_ENTRIES).filter(isObject);
	return entries.sort((one, other) => rankOf(one) - rankOf(other))[0];
}

const MOST_ENTRIES = 10;

/** Whether a value is an object that is not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list with an object in it. */
export function isListOfObjects(value: unknown): boolean {
	return Array.isArray(value) && value.some(isObject);
}
