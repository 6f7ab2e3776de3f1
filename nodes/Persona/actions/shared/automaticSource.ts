import type { INodeExecutionData } from 'n8n-workflow';

import { matchFields, type FieldMatch } from '../../import/mapping';
import type { RowSource } from '../../import/rows';
import type { ImportKind } from '../../import/types';

/** The names of all fields of all items, each once, in the order in which they were seen. */
function fieldNames(items: readonly INodeExecutionData[]): string[] {
	const names = new Set<string>();
	for (const { json } of items) {
		for (const name of Object.keys(json)) names.add(name);
	}
	return [...names];
}

/** Rows whose values come from the input fields with fitting names. */
export function automaticSource(
	items: readonly INodeExecutionData[],
	kind: ImportKind,
): { source: RowSource; match: FieldMatch; names: string[] } {
	const names = fieldNames(items);
	const match = matchFields(names, kind.columns);
	const columns = kind.columns.filter(({ name }) => match.fieldOf.has(name));
	const taken = columns.map(({ name }) => match.fieldOf.get(name)!);
	const read = (itemIndex: number) => {
		const { json } = items[itemIndex]!;
		return taken.map((field) => json[field]);
	};
	return { source: { columns, read }, match, names };
}
