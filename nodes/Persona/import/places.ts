import { referenceKey } from './duplicates';
import type { Row } from './types';

/** Where each row went, by the index of its input item. */
export interface Places<Part> {
	/** The rows that were sent. */
	sent: Map<number, Part>;
	/** The rows that were merged into one of those. */
	merged: Map<number, Part>;
}

/**
 * Finds the part of each row; a row that was merged into another is where that one is.
 *
 * @param rows all good rows, also those that were merged
 */
export function placesOf<Part extends { rows: readonly Row[] }>(
	parts: readonly Part[],
	rows: readonly Row[],
	referenceIdOf: (row: Row) => string,
): Places<Part> {
	const places: Places<Part> = { sent: new Map(), merged: new Map() };
	const byKey = new Map<string, Part>();
	for (const part of parts) {
		for (const row of part.rows) {
			places.sent.set(row.itemIndex, part);
			byKey.set(referenceKey(referenceIdOf(row)), part);
		}
	}
	byKey.delete('');
	for (const row of rows) {
		const part = byKey.get(referenceKey(referenceIdOf(row)));
		if (part === undefined || places.sent.has(row.itemIndex)) continue;
		places.merged.set(row.itemIndex, part);
	}
	return places;
}
