import { warningSentence, type WarningCode } from './rules';
import type { Warning } from './types';

/** Items that a warning names. */
const MOST_ITEMS = 10;

interface Entry {
	code: WarningCode;
	column: string;
	count: number;
	items: number[];
}

/** Counts what looks unusual, by column and code. */
export class WarningTally {
	private readonly entries = new Map<string, Entry>();

	/** Counts one row; the first rows are named whatever the order in which they are counted. */
	add(column: string, code: WarningCode, itemIndex: number): void {
		const key = `${code} ${column}`;
		const entry = this.entries.get(key) ?? { code, column, count: 0, items: [] };
		if (entry.count === 0) this.entries.set(key, entry);
		entry.count++;
		const { items } = entry;
		if (items.length === MOST_ITEMS && items[MOST_ITEMS - 1]! < itemIndex) return;
		const place = items.findIndex((item) => item > itemIndex);
		items.splice(place < 0 ? items.length : place, 0, itemIndex);
		items.length = Math.min(items.length, MOST_ITEMS);
	}

	/** All of them, in the order in which they were first seen. */
	list(): Warning[] {
		return [...this.entries.values()].map(({ code, column, count, items }) => {
			return { code, column, count, items, message: warningSentence(code, column, count) };
		});
	}
}
