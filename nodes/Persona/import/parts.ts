import type { Row } from './types';

/** Cuts rows into parts of at most `size`, in their order; without rows there are no parts. */
export function splitIntoParts(rows: readonly Row[], size: number): Array<readonly Row[]> {
	const parts: Array<readonly Row[]> = [];
	for (let start = 0; start < rows.length; start += size) {
		parts.push(rows.slice(start, start + size));
	}
	return parts;
}

/** Cuts a part that is too large for Persona in two. */
export function halve(rows: readonly Row[]): Array<readonly Row[]> {
	return splitIntoParts(rows, Math.ceil(rows.length / 2));
}
