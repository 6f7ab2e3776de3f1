/** What a copy of some fields of an item holds. */
export interface FieldCopy {
	json: Record<string, unknown>;
	/** Roughly its size in memory, in characters. */
	size: number;
}

/** Larger values are evaluated with their own item, where n8n copies only what an expression reads of them. */
const LARGEST_SIZE = 100_000;
const DEEPEST = 20;

function isPlainNumber(value: number): boolean {
	return Number.isFinite(value) && !Object.is(value, -0);
}

/** The size of a value that means the same in n8n's isolate as outside of it; Infinity for all others. */
function sizeOf(value: unknown, depth = 0): number {
	if (typeof value === 'string') return value.isWellFormed() ? value.length + 10 : Infinity;
	if (typeof value === 'number') return isPlainNumber(value) ? 10 : Infinity;
	if (value === null || typeof value === 'boolean') return 10;
	if (typeof value !== 'object' || depth === DEEPEST) return Infinity;
	const isList = Array.isArray(value);
	if (Object.getPrototypeOf(value) !== (isList ? Array.prototype : Object.prototype)) {
		return Infinity;
	}
	let size = 10;
	const names = Object.keys(value);
	if (isList && names.length !== value.length) return Infinity;
	for (const name of names) {
		if (name === '__proto__') return Infinity;
		size += name.length + sizeOf((value as Record<string, unknown>)[name], depth + 1);
		if (size > LARGEST_SIZE) return Infinity;
	}
	return size;
}

/**
 * Takes the named fields out of an item, so that not everything in it has to be copied into n8n's isolate.
 *
 * @returns undefined where a value may mean something else there, such as a date, or is very large
 */
export function copyFields(source: unknown, fields: Iterable<string>): FieldCopy | undefined {
	if (source === null || typeof source !== 'object') return undefined;
	const prototype: unknown = Object.getPrototypeOf(source);
	if (prototype !== null && prototype !== Object.prototype) return undefined;
	const json: Record<string, unknown> = {};
	let size = 0;
	for (const name of fields) {
		const value = (source as Record<string, unknown>)[name];
		if (value === undefined) continue;
		size += name.length + sizeOf(value);
		if (size > LARGEST_SIZE) return undefined;
		json[name] = value;
	}
	return { json, size };
}
