import type { IDataObject } from 'n8n-workflow';

import { fitsOf } from '../fits';
import type { Column } from '../types';
import type { FieldsByName } from './types';

/** Names, and items, that are looked at. */
const MOST_NAMES = 1000;
const MOST_ITEMS = 10;
const MOST_CELLS = 500;
const DELIMITERS: ReadonlyArray<readonly [string, string]> = [
	[';', 'semicolons'],
	['\t', 'tabs'],
	['|', 'vertical bars'],
];

/** How many different columns these names fit. */
function countFitting(names: readonly string[], columns: readonly Column[]): number {
	const fitting = new Set<Column>();
	for (const name of names) {
		const [fit] = fitsOf(name, columns);
		if (fit !== undefined) fitting.add(fit.column);
	}
	return fitting.size;
}

function delimiterIn(names: readonly string[], columns: readonly Column[]): string | undefined {
	for (const [delimiter, called] of DELIMITERS) {
		const isJoined = names.some((name) => {
			const parts = name.split(delimiter, MOST_CELLS);
			return parts.length > 1 && (names.length === 1 || countFitting(parts, columns) > 0);
		});
		if (isJoined) {
			return `The columns are separated by ${called}. In the Extract from File node, set the option 'Delimiter' to '${delimiter === '\t' ? '\\t' : delimiter}'`;
		}
	}
	return undefined;
}

function isHeader(json: IDataObject | undefined, columns: readonly Column[]): boolean {
	const cells = Object.values(json ?? {})
		.slice(0, MOST_CELLS)
		.filter((cell): cell is string => typeof cell === 'string' && cell.trim() !== '');
	const fitting = countFitting(cells, columns);
	return fitting > 1 && fitting * 2 >= cells.length;
}

/** What may have gone wrong when a table was read, with what to do about it. */
export interface TableFault {
	code: 'encoding' | 'delimiter' | 'headerBelow';
	help: string;
}

/**
 * Finds out from the names of fields why a table was not read well.
 *
 * Source of the options: n8n's Extract from File node (nodes-base, `nodes/SpreadsheetFile/description.ts`).
 *
 * @param found how many columns have a field
 */
export function findTableFault(
	items: readonly (IDataObject | undefined)[],
	byName: FieldsByName,
	columns: readonly Column[],
	found: number,
): TableFault | undefined {
	const names = [...byName.get('')!.keys()].slice(0, MOST_NAMES);
	// Half of the bytes of UTF-16 are NUL where text is in Latin letters; the first two are no UTF-8.
	const isGarbled = (name: string) =>
		name.includes('\0') || (found === 0 && /^(?:ÿþ|þÿ|\ufffd\ufffd)/.test(name));
	if (names.some(isGarbled)) {
		return {
			code: 'encoding',
			help: "The file was read with the wrong encoding; it is likely written in UTF-16. In the Extract from File node, set the option 'Encoding' to UTF-16 (utf16le)",
		};
	}
	const delimiter = found < 2 ? delimiterIn(names, columns) : undefined;
	if (delimiter !== undefined) return { code: 'delimiter', help: delimiter };
	if (found < 2 && items.slice(0, MOST_ITEMS).some((json) => isHeader(json, columns))) {
		return {
			code: 'headerBelow',
			help: "The names of the columns are in a row further down: there may be a title above them. In the Extract from File node, set the option 'Range' (for CSV: 'Starting Line') so that it begins with the names",
		};
	}
	return undefined;
}
