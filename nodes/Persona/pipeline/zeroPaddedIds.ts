import { forEachInSlices } from './slices';
import type { CheckedRows, Row } from './types';
import { warningTally } from './warningTally';

const ZERO = '0'.charCodeAt(0);
const DIGITS = /^\d+$/;

/** Whether an ID is digits of which the first could be gone without a word. Most IDs are through after one character. */
function isPadded(id: string): boolean {
	return id.charCodeAt(0) === ZERO && id.length > 1 && DIGITS.test(id);
}

function withoutZeros(id: string): string {
	return id.replace(/^0+(?=\d)/, '');
}

/** The numbers that are written in more than one way among these IDs. */
async function severalWays(
	padded: readonly string[],
	ids: { rows: readonly Row[]; place: number; rejected: readonly string[] },
	signal?: AbortSignal,
): Promise<Set<string>> {
	const oneWay = new Map<string, string>();
	const several = new Set<string>();
	const note = (id: string) => {
		const number = withoutZeros(id);
		const known = oneWay.get(number);
		if (known === undefined) oneWay.set(number, id);
		else if (known !== id) several.add(number);
	};
	await forEachInSlices(padded, note, signal);
	const look = (id: string) => {
		if (oneWay.has(id)) several.add(id);
	};
	await forEachInSlices(ids.rows, ({ cells }) => look(cells[ids.place]!), signal);
	await forEachInSlices(ids.rejected, look, signal);
	return several;
}

/**
 * Adds a warning about rows whose ID is that of another row apart from leading zeros: most likely a spreadsheet dropped the
 * zeros of the other row, and both are about one person.
 *
 * @param checked the same rows before duplicates were settled, because those left out then are other rows too
 * @param signal see {@link forEachInSlices}
 */
export async function warnOfZeroPaddedIds(
	settled: CheckedRows,
	checked: CheckedRows,
	uniqueColumn: string | undefined,
	signal?: AbortSignal,
): Promise<CheckedRows> {
	const place = settled.columns.findIndex(({ name }) => name === uniqueColumn);
	if (place < 0) return settled;
	const padded: string[] = [];
	const lengths = new Set<number>();
	const keep = (id: string) => {
		if (id !== '') lengths.add(id.length);
		if (isPadded(id)) padded.push(id);
	};
	const rejected = [...checked.rejectedIds.values()];
	await forEachInSlices(checked.rows, ({ cells }) => keep(cells[place]!), signal);
	await forEachInSlices(rejected, keep, signal);
	// Numbers of one length differ in more than their zeros.
	if (padded.length === 0 || lengths.size === 1) return settled;
	const several = await severalWays(padded, { rows: checked.rows, place, rejected }, signal);
	if (several.size === 0) return settled;
	const tally = warningTally();
	const count = ({ itemIndex, cells }: Row) => {
		const id = cells[place]!;
		if (isPadded(id) && several.has(withoutZeros(id)))
			tally.add(uniqueColumn!, 'leadingZeros', itemIndex);
	};
	await forEachInSlices(settled.rows, count, signal);
	return { ...settled, warnings: [...settled.warnings, ...tally.list()] };
}
