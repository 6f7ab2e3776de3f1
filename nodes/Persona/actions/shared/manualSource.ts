import type { IExecuteFunctions } from 'n8n-workflow';

import { UNRESOLVED, type RowSource } from '../../import/rows';
import type { Column, ImportKind } from '../../import/types';

type Values = Record<string, unknown>;

// The engine stores what an expression could not do with the execution; a value of a row may be in there, so it is dropped.
function resolve(context: IExecuteFunctions, parameter: string, itemIndex: number): unknown {
	try {
		return context.getNodeParameter(parameter, itemIndex, null, { skipValidation: true });
	} catch {
		return UNRESOLVED;
	}
}

/** Rows whose values are mapped by hand, each with an expression or a fixed value. */
export function manualSource(context: IExecuteFunctions, kind: ImportKind): RowSource {
	const raw = (context.getNodeParameter('columns.value', 0, {}, { rawExpressions: true }) ??
		{}) as Values;
	const inUse = ({ name }: Column) => ![undefined, null, ''].includes(raw[name] as never);
	const columns = kind.columns.filter(inUse);
	const read = (itemIndex: number) => {
		const values = resolve(context, 'columns.value', itemIndex);
		if (values !== UNRESOLVED) return columns.map(({ name }) => (values as Values)[name]);
		return columns.map(({ name }) => resolve(context, `columns.value.${name}`, itemIndex));
	};
	return { columns, read };
}
