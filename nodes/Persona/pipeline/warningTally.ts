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
	const entries: Entry[] = [];
	const byColumn = new Map<string, Map<WarningCode, Entry>>();
	const entryFor = (column: string, code: WarningCode): Entry => {
		const byCode = byColumn.get(column) ?? new Map<WarningCode, Entry>();
		const entry = byCode.get(code) ?? { code, column, count: 0, items: [] };
		if (entry.count === 0) {
			entries.push(entry);
			byColumn.set(column, byCode.set(code, entry));
		}
		return entry;
	};
	return {
		add(column, code, itemIndex) {
			const entry = entryFor(column, code);
			entry.count++;
			addItem(entry.items, itemIndex);
		},
		list: () =>
			entries.map(({ code, column, count, items }) => {
				return { code, column, count, items, message: warningSentence(code, column, count) };
			}),
	};
}
