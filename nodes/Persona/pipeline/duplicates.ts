import { problemOf } from './problems';
import { referenceKey } from './referenceKey';
import { duplicateSentence } from './rules';
import { forEachInSlices, mergeInOrder } from './slices';
import type { CheckedRows, MergedRow, Problem, RejectedRow, Row } from './types';

/** What happens to rows that share a value in the unique column. */
export type DuplicatePolicy = 'reject' | 'keepFirst' | 'keepLast' | 'send';

/** An item and its ID. */
interface Holder {
	itemIndex: number;
	id: string;
}

/** The first two holders of each key that more than one has. */
async function repeatedKeys(
	holders: readonly Holder[],
	signal?: AbortSignal,
): Promise<Map<string, readonly [Holder, Holder]>> {
	const seen = new Map<string, Holder>();
	const repeated = new Map<string, readonly [Holder, Holder]>();
	const note = (holder: Holder) => {
		const key = referenceKey(holder.id);
		if (key === '') return;
		const first = seen.get(key);
		if (first === undefined) seen.set(key, holder);
		else if (!repeated.has(key)) repeated.set(key, [first, holder]);
	};
	await forEachInSlices(holders, note, signal);
	return repeated;
}

/** Rows with their IDs, and those rejected rows that have one: their IDs are taken all the same. */
async function holdersOf(
	{ rows, rejectedIds }: CheckedRows,
	columnIndex: number,
	signal?: AbortSignal,
): Promise<Holder[]> {
	const holders: Holder[] = [];
	const add = ({ itemIndex, cells }: Row) => {
		holders.push({ itemIndex, id: cells[columnIndex]! });
	};
	await forEachInSlices(rows, add, signal);
	const rejected: Holder[] = [];
	const addRejected = ([itemIndex, id]: [number, string]) => rejected.push({ itemIndex, id });
	await forEachInSlices([...rejectedIds], addRejected, signal);
	return rejected.length === 0 ? holders : await mergeInOrder(holders, rejected, signal);
}

function problemWith({ itemIndex, id }: Holder, column: string, pair: readonly [Holder, Holder]) {
	const other = pair[0].itemIndex === itemIndex ? pair[1] : pair[0];
	const code = id.trim() === other.id.trim() ? 'duplicate' : 'duplicateExceptCase';
	return problemOf(column, code, duplicateSentence(code, other.itemIndex));
}

async function rejectAll(
	checked: CheckedRows,
	columnIndex: number,
	signal?: AbortSignal,
): Promise<CheckedRows> {
	const holders = await holdersOf(checked, columnIndex, signal);
	const repeated = await repeatedKeys(holders, signal);
	if (repeated.size === 0) return checked;
	const { name } = checked.columns[columnIndex]!;
	const problems = new Map<number, Problem>();
	const note = (holder: Holder) => {
		const pair = repeated.get(referenceKey(holder.id));
		if (pair !== undefined) problems.set(holder.itemIndex, problemWith(holder, name, pair));
	};
	await forEachInSlices(holders, note, signal);
	const rows: Row[] = [];
	const duplicates: RejectedRow[] = [];
	const settle = (row: Row) => {
		const problem = problems.get(row.itemIndex);
		if (problem === undefined) rows.push(row);
		else duplicates.push({ itemIndex: row.itemIndex, problems: [problem] });
	};
	await forEachInSlices(checked.rows, settle, signal);
	const before: RejectedRow[] = [];
	const extend = (row: RejectedRow) => {
		const problem = problems.get(row.itemIndex);
		before.push(problem === undefined ? row : { ...row, problems: [...row.problems, problem] });
	};
	await forEachInSlices(checked.rejected, extend, signal);
	const rejected = await mergeInOrder(before, duplicates, signal);
	return { ...checked, rows, rejected };
}

async function keepOne(
	checked: CheckedRows,
	columnIndex: number,
	policy: 'keepFirst' | 'keepLast',
	signal?: AbortSignal,
): Promise<CheckedRows> {
	const keyOf = ({ cells }: Row) => referenceKey(cells[columnIndex]!);
	const kept = new Map<string, Row>();
	const keep = (row: Row) => {
		const key = keyOf(row);
		if (key !== '' && (policy === 'keepLast' || !kept.has(key))) kept.set(key, row);
	};
	await forEachInSlices(checked.rows, keep, signal);
	const rows: Row[] = [];
	const merged: MergedRow[] = [];
	const settle = (row: Row) => {
		const one = kept.get(keyOf(row)) ?? row;
		if (one === row) rows.push(row);
		else merged.push({ ...row, keptItemIndex: one.itemIndex });
	};
	await forEachInSlices(checked.rows, settle, signal);
	return { ...checked, rows, merged };
}

/**
 * Applies the policy to rows that share a value in `uniqueColumn`: `reject` rejects all of them, also those that share it
 * with a row that was rejected before, because nobody but the user knows which is right; `keepFirst` and `keepLast` keep one
 * and merge the others into it; `send` leaves them.
 *
 * Source of "without regard to case": Persona's help centre on reference IDs.
 *
 * @param signal see {@link forEachInSlices}
 */
export async function settleDuplicates(
	checked: CheckedRows,
	uniqueColumn: string | undefined,
	policy: DuplicatePolicy,
	signal?: AbortSignal,
): Promise<CheckedRows> {
	const columnIndex = checked.columns.findIndex((column) => column.name === uniqueColumn);
	if (columnIndex < 0 || policy === 'send') return checked;
	return policy === 'reject'
		? await rejectAll(checked, columnIndex, signal)
		: await keepOne(checked, columnIndex, policy, signal);
}
