import { referenceKey } from './duplicates';
import { inSlices } from './slices';
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
 * @param signal see {@link inSlices}
 */
export async function placesOf<Part extends { rows: readonly Row[] }>(
	parts: readonly Part[],
	rows: readonly Row[],
	referenceIdOf: (row: Row) => string,
	signal?: AbortSignal,
): Promise<Places<Part>> {
	const places: Places<Part> = { sent: new Map(), merged: new Map() };
	const byKey = new Map<string, Part>();
	for (const part of parts) {
		const place = (row: Row) => {
			places.sent.set(row.itemIndex, part);
			byKey.set(referenceKey(referenceIdOf(row)), part);
		};
		await inSlices(part.rows.length, (index) => place(part.rows[index]!), signal);
	}
	const placeMerged = (row: Row) => {
		if (places.sent.has(row.itemIndex)) return;
		const part = byKey.get(referenceKey(referenceIdOf(row)));
		if (part !== undefined) places.merged.set(row.itemIndex, part);
	};
	await inSlices(rows.length, (index) => placeMerged(rows[index]!), signal);
	return places;
}
