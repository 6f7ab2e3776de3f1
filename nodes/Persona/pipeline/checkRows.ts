import { orderEvidence, type OrderEvidence } from './days/order';
import { draftRow, putInto, settleDraft, type Drafting, type RowDraft } from './rowDraft';
import { RULES, settleBirthdate, type Checked, type Rule, type RuleContext } from './rules';
import { forEachInSlices, inSlices, mergeInOrder } from './slices';
import type { CheckedRows, Column, RejectedRow, Row, RuleName } from './types';
import { warningTally, type WarningTally } from './warningTally';

export { problemOf } from './problems';
export { BROKEN_TEXT, UNRESOLVED } from './unresolved';

/** Where the values of a row come from. */
export interface RowSource {
	/** The columns in use, in the order in which they are written. */
	columns: readonly Column[];
	/** The values of one input item, in the order of `columns`. */
	read(itemIndex: number): readonly unknown[];
	/**
	 * The user's own name for what fills a column in one item; undefined where nothing does, where it is more than a field, and
	 * where the name may be a value.
	 */
	fieldOf?(itemIndex: number, column: string): string | undefined;
}

/** Rows on their way to where they belong. */
interface Sorting {
	rows: Row[];
	rejected: RejectedRow[];
	rejectedIds: Map<number, string>;
	blankRows: number;
	tally: WarningTally;
	/** Where the reference IDs are, or -1. */
	idIndex: number;
}

function newSorting(columns: readonly Column[], tally = warningTally()): Sorting {
	const idIndex = columns.findIndex(({ rule }) => rule === 'referenceId');
	return { rows: [], rejected: [], rejectedIds: new Map(), blankRows: 0, tally, idIndex };
}

function sort(draft: RowDraft, drafting: Drafting, sorting: Sorting): void {
	const row = settleDraft(draft, drafting);
	if (row === undefined) {
		sorting.blankRows++;
	} else if ('cells' in row) {
		sorting.rows.push(row);
		draft.warnings?.forEach(({ code, index }) => {
			sorting.tally.add(drafting.columns[index]!.name, code, row.itemIndex);
		});
	} else {
		sorting.rejected.push(row);
		const id = sorting.idIndex < 0 ? '' : draft.cells[sorting.idIndex]!;
		if (id !== '') sorting.rejectedIds.set(row.itemIndex, id);
	}
}

/** Adds what a row says about the order of day and month in its columns. */
function collect({ dates }: RowDraft, evidenceOf: Map<number, OrderEvidence>): void {
	dates?.forEach(({ day, index }) => {
		const evidence = evidenceOf.get(index) ?? orderEvidence();
		evidenceOf.set(index, evidence);
		evidence.add(day);
	});
}

async function joined(sorted: Sorting, later: Sorting, signal?: AbortSignal) {
	return {
		rows: await mergeInOrder(sorted.rows, later.rows, signal),
		rejected: await mergeInOrder(sorted.rejected, later.rejected, signal),
		rejectedIds: new Map([...sorted.rejectedIds, ...later.rejectedIds]),
		blankRows: sorted.blankRows + later.blankRows,
		warnings: sorted.tally.list(),
	};
}

/** Rules whose columns have the same value in many rows: first names, tags, countries. */
const REPEATING: readonly RuleName[] = ['text', 'tags', 'field'];
/** Different values of a column whose verdict is remembered. */
const MOST_REMEMBERED = 10_000;

/** A rule that looks at the same text only once. */
function remembering(rule: Rule): Rule {
	const verdicts = new Map<unknown, Checked>();
	return (value, context, other) => {
		const remembered = verdicts.get(value);
		if (remembered !== undefined) return remembered;
		const verdict = rule(value, context, other);
		const isKept = typeof value === 'string' && verdicts.size < MOST_REMEMBERED;
		if (isKept) verdicts.set(value, verdict);
		return verdict;
	};
}

function draftingOf(columns: readonly Column[], context: RuleContext): Drafting {
	const others = columns.map(({ dependsOn }) =>
		columns.findIndex(({ name }) => dependsOn !== undefined && name === dependsOn),
	);
	const rules = columns.map(({ rule }) =>
		REPEATING.includes(rule) ? remembering(RULES[rule]) : RULES[rule],
	);
	return { columns, others, rules, context };
}

/**
 * Reads and checks every input item. Rows without a value in any column are blank: counted, not sent. Rows with dates of
 * which it is not written what is the month are settled after all others were read.
 *
 * @param count number of input items
 * @param signal see {@link inSlices}
 */
export async function checkRows(
	source: RowSource,
	count: number,
	context: RuleContext,
	signal?: AbortSignal,
): Promise<CheckedRows> {
	const { columns } = source;
	const drafting = draftingOf(columns, context);
	const evidenceOf = new Map<number, OrderEvidence>();
	const waiting: RowDraft[] = [];
	const sorted = newSorting(columns);
	const check = (itemIndex: number) => {
		const draft = draftRow(itemIndex, source.read(itemIndex), drafting);
		collect(draft, evidenceOf);
		if (draft.dates === undefined) sort(draft, drafting, sorted);
		else waiting.push(draft);
	};
	await inSlices(count, check, signal);
	const later = newSorting(columns, sorted.tally);
	const settle = (draft: RowDraft) => {
		draft.dates!.forEach(({ day, index }) => {
			putInto(draft, index, settleBirthdate(day, evidenceOf.get(index)!, context));
		});
		sort(draft, drafting, later);
	};
	await forEachInSlices(waiting, settle, signal);
	return { columns, merged: [], ...(await joined(sorted, later, signal)) };
}
