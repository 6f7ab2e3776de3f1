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

/** The keys that more than one row has, those included that are rejected already: their IDs are taken all the same. */
async function repeatedKeys(
	{ rows, rejectedIds }: CheckedRows,
	columnIndex: number,
	signal?: AbortSignal,
): Promise<Set<string>> {
	const seen = new Set<string>();
	const repeated = new Set<string>();
	let known = 0;
	const note = (id: string) => {
		const key = referenceKey(id);
		if (key === '') return;
		// One look-up a row: a set that does not grow knew the key already.
		if (seen.add(key).size > known) known++;
		else repeated.add(key);
	};
	await forEachInSlices(rows, ({ cells }) => note(cells[columnIndex]!), signal);
	await forEachInSlices([...rejectedIds.values()], note, signal);
	return repeated;
}

/** The holders of these keys, in the order of the items. */
async function holdersOf(
	keys: ReadonlySet<string>,
	{ rows, rejectedIds }: CheckedRows,
	columnIndex: number,
	signal?: AbortSignal,
): Promise<Holder[]> {
	const ofRows: Holder[] = [];
	const ofRejected: Holder[] = [];
	const addTo = (holders: Holder[], itemIndex: number, id: string) => {
		if (keys.has(referenceKey(id))) holders.push({ itemIndex, id });
	};
	const addRow = ({ itemIndex, cells }: Row) => addTo(ofRows, itemIndex, cells[columnIndex]!);
	await forEachInSlices(rows, addRow, signal);
	const addRejected = ([itemIndex, id]: [number, string]) => addTo(ofRejected, itemIndex, id);
	await forEachInSlices([...rejectedIds], addRejected, signal);
	ofRejected.sort((a, b) => a.itemIndex - b.itemIndex);
	return await mergeInOrder(ofRows, ofRejected, signal);
}

/** By key, the first two that hold it. */
async function firstTwoOf(
	holders: readonly Holder[],
	signal?: AbortSignal,
): Promise<Map<string, Holder[]>> {
	const firstTwo = new Map<string, Holder[]>();
	const note = (holder: Holder) => {
		const key = referenceKey(holder.id);
		const found = firstTwo.get(key);
		if (found === undefined) firstTwo.set(key, [holder]);
		else if (found.length < 2) found.push(holder);
	};
	await forEachInSlices(holders, note, signal);
	return firstTwo;
}

function problemWith({ itemIndex, id }: Holder, column: string, pair: readonly Holder[]): Problem {
	const other = pair[0]!.itemIndex === itemIndex ? pair[1]! : pair[0]!;
	const code = id.trim() === other.id.trim() ? 'duplicate' : 'duplicateExceptCase';
	return problemOf(column, code, duplicateSentence(code, other.itemIndex));
}

/** What is wrong with rows that share an ID, by item. */
async function findDuplicates(
	checked: CheckedRows,
	columnIndex: number,
	signal?: AbortSignal,
): Promise<Map<number, Problem>> {
	const problems = new Map<number, Problem>();
	const repeated = await repeatedKeys(checked, columnIndex, signal);
	if (repeated.size === 0) return problems;
	const holders = await holdersOf(repeated, checked, columnIndex, signal);
	const firstTwo = await firstTwoOf(holders, signal);
	const { name } = checked.columns[columnIndex]!;
	const note = (holder: Holder) => {
		const pair = firstTwo.get(referenceKey(holder.id))!;
		problems.set(holder.itemIndex, problemWith(holder, name, pair));
	};
	await forEachInSlices(holders, note, signal);
	return problems;
}

async function rejectAll(
	checked: CheckedRows,
	columnIndex: number,
	signal?: AbortSignal,
): Promise<CheckedRows> {
	const problems = await findDuplicates(checked, columnIndex, signal);
	if (problems.size === 0) return checked;
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
