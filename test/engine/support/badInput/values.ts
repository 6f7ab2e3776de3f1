import type { BadInput } from './types';

/** Shorter ones occur in sentences by chance. */
const SHORTEST = 5;
/** Words of Persona's own, which mean nobody. */
const WORDS = ['domain', 'email_address'];
/** Enough of a long value to find it by. */
const ENOUGH = 60;

function leavesOf(value: unknown, seen = new Set<unknown>()): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value === 'number' || typeof value === 'bigint') return [String(value)];
	if (typeof value !== 'object' || value === null || seen.has(value)) return [];
	seen.add(value);
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? [] : [value.toISOString()];
	return Object.values(value).flatMap((child) => leavesOf(child, seen));
}

function cellsOf(content: string | Buffer): string[] {
	const [, ...lines] = content.toString('utf8').split(/[\r\n]+/);
	return lines.flatMap((line) => line.split(/[,;\t|"]/));
}

/** Every value of the input that is long enough to be recognised, wherever it turns up. */
export function valuesOf({ rows = [], items = [], files = [] }: BadInput): string[] {
	const values = [
		...rows.flatMap((row) => leavesOf(row)),
		...items.flatMap(({ json }) => leavesOf(json)),
		...files.flatMap(({ content }) => cellsOf(content)),
	];
	const long = values.map((value) => value.trim().slice(0, ENOUGH));
	return [...new Set(long)].filter((value) => value.length >= SHORTEST && !WORDS.includes(value));
}
