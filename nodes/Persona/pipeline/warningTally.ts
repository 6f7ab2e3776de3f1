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
export interface WarningTally {
	/** Counts one row; the first rows are named whatever the order in which they are counted. */
	add(column: string, code: WarningCode, itemIndex: number): void;
	/** All of them, in the order in which they were first seen. */
	list(): Warning[];
}

function addItem(items: number[], itemIndex: number): void {
	if (items.length === MOST_ITEMS && items.at(-1)! < itemIndex) return;
	items.push(itemIndex);
	items.sort((one, other) => one - other);
	items.splice(MOST_ITEMS);
}

/** An empty tally. */
export function warningTally(): WarningTally {
	const entries = new Map<string, Entry>();
	return {
		add(column, code, itemIndex) {
			const key = `${code} ${column}`;
			const entry = entries.get(key) ?? { code, column, count: 0, items: [] };
			entries.set(key, entry);
			entry.count++;
			addItem(entry.items, itemIndex);
		},
		list: () =>
			[...entries.values()].map(({ code, column, count, items }) => {
				return { code, column, count, items, message: warningSentence(code, column, count) };
			}),
	};
}
