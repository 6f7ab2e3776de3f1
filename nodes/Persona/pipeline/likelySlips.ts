import { forEachInSlices } from './slices';
import type { CheckedRows, Row } from './types';
import { warningTally, type WarningTally } from './warningTally';

/** Whether the last name is in the column of the first name too, or the other way round. */
function isWholeName(first: string, last: string): boolean {
	if (first === '') return false;
	if (last === '') return first.includes(' ');
	if (first === last) return true;
	const ends = first.includes(' ') && first.endsWith(` ${last}`);
	return ends || (last.includes(' ') && last.startsWith(`${first} `));
}

async function warnOfWholeNames(
	{ columns, rows }: CheckedRows,
	tally: WarningTally,
	signal?: AbortSignal,
): Promise<void> {
	const first = columns.findIndex(({ name }) => name === 'name_first');
	const last = columns.findIndex(({ name }) => name === 'name_last');
	if (first < 0 || last < 0) return;
	const look = ({ itemIndex, cells }: Row) => {
		if (isWholeName(cells[first]!, cells[last]!)) tally.add('name_first', 'wholeName', itemIndex);
	};
	await forEachInSlices(rows, look, signal);
}

/** Rows from which on it is no chance that most have the same birthdate. */
const MANY = 10;

/** The birthdate that more than half of the rows have, if there is one. Source: Boyer and Moore's vote, 1981. */
async function likelyCommon(
	rows: readonly Row[],
	place: number,
	signal?: AbortSignal,
): Promise<string> {
	let candidate = '';
	let lead = 0;
	const vote = ({ cells }: Row) => {
		if (lead === 0) candidate = cells[place]!;
		lead += cells[place] === candidate ? 1 : -1;
	};
	await forEachInSlices(rows, vote, signal);
	return candidate;
}

async function warnOfCommonBirthdate(
	{ columns, rows }: CheckedRows,
	tally: WarningTally,
	signal?: AbortSignal,
): Promise<void> {
	const place = columns.findIndex(({ name }) => name === 'birthdate');
	if (place < 0 || rows.length < MANY) return;
	const common = await likelyCommon(rows, place, signal);
	if (common === '') return;
	const same: Row[] = [];
	const look = (row: Row) => {
		if (row.cells[place] === common) same.push(row);
	};
	await forEachInSlices(rows, look, signal);
	if (same.length * 2 <= rows.length) return;
	const count = ({ itemIndex }: Row) => tally.add('birthdate', 'commonBirthdate', itemIndex);
	await forEachInSlices(same, count, signal);
}

/**
 * Adds warnings about what is likely a slip in how the rows were made: names that are whole in one column, and a birthdate
 * that most rows have.
 *
 * @param signal see {@link forEachInSlices}
 */
export async function warnOfLikelySlips(
	checked: CheckedRows,
	signal?: AbortSignal,
): Promise<CheckedRows> {
	const tally = warningTally();
	await warnOfWholeNames(checked, tally, signal);
	await warnOfCommonBirthdate(checked, tally, signal);
	return { ...checked, warnings: [...checked.warnings, ...tally.list()] };
}
