import type { Row } from './types';

/** Cuts rows into parts of at most `size`, in their order, one when it is asked for; without rows there are no parts. */
export function* splitIntoParts(rows: readonly Row[], size: number): Generator<readonly Row[]> {
	for (let start = 0; start < rows.length; start += size) {
		yield rows.slice(start, start + size);
	}
}

/** Cuts a part that is too large for Persona in two. */
export function halve(rows: readonly Row[]): Array<readonly Row[]> {
	return [...splitIntoParts(rows, Math.ceil(rows.length / 2))];
}
