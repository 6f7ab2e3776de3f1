import { capital } from './csvFile/problems';
import { describeProblem, whereIs } from './results';
import { forEachInSlices } from './slices';
import type { Problem, RejectedRow } from './types';

/** Items that a group names. */
const MOST_ITEMS = 3;

/** Rows that break one rule in one column. */
export interface ProblemGroup {
	problem: Problem;
	count: number;
	/** The first of their items. */
	items: readonly number[];
}

/** Groups of rejected rows, those first that were seen first. */
export interface ProblemGroups {
	groups: readonly ProblemGroup[];
	/** Rows that are in none of these groups, because there are more groups than were asked for. */
	otherRows: number;
}

/**
 * Groups what is wrong with rows by column and sentence.
 *
 * @param most groups that are wanted
 * @param signal see {@link forEachInSlices}
 */
export async function groupProblems(
	rejected: readonly RejectedRow[],
	most: number,
	signal?: AbortSignal,
): Promise<ProblemGroups> {
	const groups = new Map<string, { problem: Problem; count: number; items: number[] }>();
	let otherRows = 0;
	const add = ({ itemIndex, problems }: RejectedRow) => {
		let isNamed = false;
		for (const problem of problems) {
			const key = `${problem.column}\0${problem.field}\0${problem.message}`;
			const group = groups.get(key);
			if (group === undefined && groups.size === most) continue;
			isNamed = true;
			if (group === undefined) groups.set(key, { problem, count: 1, items: [itemIndex] });
			else if (++group.count <= MOST_ITEMS) group.items.push(itemIndex);
		}
		if (!isNamed) otherRows++;
	};
	await forEachInSlices(rejected, add, signal);
	return { groups: [...groups.values()], otherRows };
}

/** "Item 3, column 'tags': …" for one row, "Column 'birthdate' (your field 'DOB'), 300 rows (items 0, 1, 2 …): …" for several. */
export function describeGroup({ problem, count, items }: ProblemGroup): string {
	if (count === 1) return describeProblem(items[0]!, problem);
	const rows = `${count} rows (items ${items.join(', ')}${count > items.length ? ' …' : ''})`;
	const where = problem.column === '' ? rows : `${capital(whereIs(problem))}, ${rows}`;
	return `${where}: ${problem.message}`;
}
