import type { OrderedDay } from './days/readDate';
import { problemOf } from './problems';
import {
	isOrdered,
	problemSentence,
	readBirthdate,
	type Checked,
	type Rule,
	type ProblemCode,
	type RuleContext,
	type WarningCode,
} from './rules';
import type { Column, Problem, RejectedRow, Row } from './types';
import { BROKEN_TEXT, UNRESOLVED } from './unresolved';

/** A row of which some cells may still wait for the other rows. */
export interface RowDraft {
	itemIndex: number;
	cells: string[];
	/** By index of the column; undefined for none, as in most rows. */
	problems: Array<{ index: number; code: ProblemCode }> | undefined;
	warnings: Array<{ index: number; code: WarningCode }> | undefined;
	/** Dates whose order of day and month all of the column decide. */
	dates: Array<{ index: number; day: OrderedDay }> | undefined;
}

/** How rows become drafts. */
export interface Drafting {
	columns: readonly Column[];
	/** For each column the place of the one that it depends on, or -1. */
	others: readonly number[];
	rules: readonly Rule[];
	context: RuleContext;
}

/** Puts what a rule says about a cell into its row. */
export function putInto(draft: RowDraft, index: number, checked: Checked): void {
	if (typeof checked === 'string') {
		draft.cells[index] = checked;
	} else if ('code' in checked) {
		draft.cells[index] = '';
		(draft.problems ??= []).push({ index, code: checked.code });
	} else {
		draft.cells[index] = checked.text;
		(draft.warnings ??= []).push({ index, code: checked.warning });
	}
}

/** A list of one text or number, as look-ups of databases give it, stands for what is in it. */
function withoutList(value: unknown): unknown {
	if (typeof value !== 'object' || !Array.isArray(value) || value.length !== 1) return value;
	const [only] = value as unknown[];
	return typeof only === 'string' || typeof only === 'number' ? only : value;
}

/** Checks the values of one item, each by the rule of its column. */
export function draftRow(
	itemIndex: number,
	values: readonly unknown[],
	{ columns, others, rules, context }: Drafting,
): RowDraft {
	const cells = values.map(() => '');
	const draft: RowDraft = {
		itemIndex,
		cells,
		problems: undefined,
		warnings: undefined,
		dates: undefined,
	};
	for (let index = 0; index < columns.length; index++) {
		const { rule } = columns[index]!;
		const value = rule === 'tags' ? values[index] : withoutList(values[index]);
		if (value === UNRESOLVED) {
			putInto(draft, index, { code: 'expression' });
		} else if (value === BROKEN_TEXT) {
			putInto(draft, index, { code: 'brokenText' });
		} else if (rule === 'birthdate') {
			const read = readBirthdate(value, context);
			if (isOrdered(read)) (draft.dates ??= []).push({ index, day: read });
			else putInto(draft, index, read);
		} else {
			const other = others[index]! < 0 ? undefined : values[others[index]!];
			putInto(draft, index, rules[index]!(value, context, other));
		}
	}
	return draft;
}

/** Whether no cell of a row has anything in it. */
function isBlank({ cells, problems }: RowDraft): boolean {
	return problems === undefined && cells.every((cell) => cell === '');
}

function addMissing(draft: RowDraft, { columns, context }: Drafting): void {
	for (let index = 0; index < columns.length; index++) {
		if (draft.cells[index] !== '') continue;
		const { rule, required } = columns[index]!;
		if (rule === 'matchType' && context.matchType !== undefined) {
			draft.cells[index] = context.matchType;
		} else if (required) {
			putInto(draft, index, { code: 'missing' });
		}
	}
}

function problemsOf({ problems }: RowDraft, { columns, context }: Drafting): Problem[] {
	return problems!
		.sort((one, other) => one.index - other.index)
		.map(({ index, code }) =>
			problemOf(columns[index]!.name, code, problemSentence(code, context)),
		);
}

/** Decides about a row whose cells are all known: it is ready, rejected, or undefined for a blank one. */
export function settleDraft(draft: RowDraft, drafting: Drafting): Row | RejectedRow | undefined {
	const { itemIndex, cells } = draft;
	if (isBlank(draft)) return undefined;
	if (draft.problems === undefined) addMissing(draft, drafting);
	if (draft.problems === undefined) {
		// Most rows have nothing else to them, and there may be very many.
		return draft.warnings === undefined && draft.dates === undefined ? draft : { itemIndex, cells };
	}
	return { itemIndex, problems: problemsOf(draft, drafting) };
}
