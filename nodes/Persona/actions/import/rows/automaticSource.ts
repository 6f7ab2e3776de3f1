import type { IExecuteFunctions } from 'n8n-workflow';

import { matchFields, type FieldMatch } from '../../../pipeline/mapping';
import type { RowSource } from '../../../pipeline/checkRows';
import type { ImportKind } from '../../../pipeline/types';
import { forEachInSlices } from '../../common/slices';

/** The names of all fields of all items, each once, in the order in which they were seen. */
async function fieldNames(context: IExecuteFunctions): Promise<string[]> {
	const names = new Set<string>();
	let known: string[] = [];
	await forEachInSlices(context, context.getInputData(), ({ json }) => {
		const own = Object.keys(json ?? {});
		if (own.length === known.length && own.every((name, index) => name === known[index])) return;
		for (const name of own) names.add(name);
		known = own;
	});
	return [...names];
}

/**
 * Rows whose values come from the input fields with fitting names.
 *
 * @throws NodeOperationError when the execution is cancelled
 */
export async function automaticSource(
	context: IExecuteFunctions,
	kind: ImportKind,
): Promise<{ source: RowSource; match: FieldMatch; names: string[] }> {
	const names = await fieldNames(context);
	const items = context.getInputData();
	const match = matchFields(names, kind.columns);
	const columns = kind.columns.filter(({ name }) => match.fieldOf.has(name));
	const taken = columns.map(({ name }) => match.fieldOf.get(name)!);
	const read = (itemIndex: number) => {
		const { json } = items[itemIndex]!;
		return taken.map((field) => json?.[field]);
	};
	return { source: { columns, read }, match, names };
}
