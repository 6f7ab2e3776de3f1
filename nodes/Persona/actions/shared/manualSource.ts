import type { IExecuteFunctions } from 'n8n-workflow';

import type { RowSource } from '../../import/rows';
import type { Column, ImportKind } from '../../import/types';
import { readerFor } from './parameterReader';

/** Rows whose values are mapped by hand, each with an expression or a fixed value. */
export function manualSource(context: IExecuteFunctions, kind: ImportKind): RowSource {
	const raw = (context.getNodeParameter('columns.value', 0, {}, { rawExpressions: true }) ??
		{}) as Record<string, unknown>;
	const inUse = ({ name }: Column) => ![undefined, null, ''].includes(raw[name] as never);
	const columns = kind.columns.filter(inUse);
	const readers = columns.map(({ name }) => readerFor(context, `columns.value.${name}`, raw[name]));
	return { columns, read: (itemIndex) => readers.map((read) => read(itemIndex)) };
}
