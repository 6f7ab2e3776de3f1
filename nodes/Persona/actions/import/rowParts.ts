import { forEachInSlices } from '../../pipeline/slices';
import type { Row } from '../../pipeline/types';
import { repeatedBy, type Redaction } from '../../transport/errors';
import type { FailedUpload } from './upload';

/** Cuts rows into parts of at most `size`, in their order, one when it is asked for; without rows there are no parts. */
export function* splitRows(rows: readonly Row[], size: number): Generator<readonly Row[]> {
	for (let start = 0; start < rows.length; start += size) {
		yield rows.slice(start, start + size);
	}
}

/** Shorter pieces of a value tell nothing of it. */
const SHORTEST_PIECE = 3;

/** A value that was sent, and the words and tags in it: Persona may repeat one of them alone. */
function piecesOf(cell: string): string[] {
	const pieces = cell.split(/[\s,;|]+/).filter(({ length }) => length >= SHORTEST_PIECE);
	return [cell, ...pieces];
}

/**
 * What of an answer has to be masked, because it repeats a value of these rows.
 *
 * @throws the cancel signal's reason
 */
export async function redactionOfRows(
	rows: readonly Row[],
	result: FailedUpload['result'],
	signal: AbortSignal | undefined,
): Promise<Redaction> {
	const isRepeated = repeatedBy(result);
	const found: string[] = [];
	if (isRepeated === undefined) return {};
	const look = ({ cells }: Row) => {
		for (const cell of cells) {
			for (const piece of piecesOf(cell)) if (isRepeated(piece)) found.push(piece);
		}
	};
	await forEachInSlices(rows, look, signal);
	return { values: () => found };
}
