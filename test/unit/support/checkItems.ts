import { checkRows } from '../../../nodes/Persona/pipeline/checkRows';
import { ACCOUNT_IMPORT } from '../../../nodes/Persona/pipeline/columns';
import { settleDuplicates } from '../../../nodes/Persona/pipeline/duplicates';
import { warnOfRepeats } from '../../../nodes/Persona/pipeline/repeats';
import type { RuleContext } from '../../../nodes/Persona/pipeline/rules';
import type { ImportKind } from '../../../nodes/Persona/pipeline/types';
import { sourceOf } from './rows';
import { ruleContext } from './rules';

/** What came of items: by item the cells that are sent, or the codes of what is wrong; and the warnings by code and column. */
export interface CheckedItems {
	items: Readonly<Record<number, readonly string[]>>;
	blankRows: number;
	warnings: Readonly<Record<string, readonly number[]>>;
	/** Messages of the rejected rows, each once. */
	messages: readonly string[];
}

/** Checks items whose fields have the names of the columns, as the node does, with Detect as the format unless told otherwise. */
export async function checkItems(
	items: readonly Readonly<Record<string, unknown>>[],
	changes: Partial<RuleContext> = {},
	kind: ImportKind = ACCOUNT_IMPORT,
): Promise<CheckedItems> {
	const context = ruleContext({ birthdateFormat: 'detect', ...changes });
	const columns = kind.columns.filter(({ name }) => items.some((item) => name in item));
	const all = await checkRows(sourceOf(columns, items), items.length, context);
	const settled = await settleDuplicates(all, kind.uniqueColumn, 'reject');
	const { rows, rejected, blankRows, warnings } = await warnOfRepeats(settled, kind.uniqueColumn);
	const sent = rows.map(({ itemIndex, cells }) => [itemIndex, cells] as const);
	const codes = rejected.map(
		({ itemIndex, problems }) => [itemIndex, problems.map(({ code }) => code)] as const,
	);
	const messages = rejected.flatMap(({ problems }) => problems.map(({ message }) => message));
	return {
		items: Object.fromEntries([...sent, ...codes]),
		blankRows,
		warnings: Object.fromEntries(
			warnings.map(({ code, column, items: named }) => [`${code} ${column}`.trim(), named]),
		),
		messages: [...new Set(messages)],
	};
}

/** Rows of a small table, each cell under the name of its column. */
export function table(...lines: readonly string[]): Record<string, string>[] {
	const [header = [], ...rows] = lines.map((line) => line.split(','));
	return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
}
