import type { IExecuteFunctions } from 'n8n-workflow';

import { simpleValueOf } from '../../../pipeline/simpleExpressions';
import type { RowSource } from '../../../pipeline/checkRows';
import type { Column, ImportKind } from '../../../pipeline/types';
import { readerFor } from './parameterReader';

/** All columns in one call, which costs less than one call each; alone only where one of them cannot be resolved. */
function readTogether(
	context: IExecuteFunctions,
	columns: readonly Column[],
	alone: RowSource['read'],
): RowSource['read'] {
	return (itemIndex) => {
		try {
			const values = context.getNodeParameter('columns.value', itemIndex, null, {
				skipValidation: true,
			}) as Record<string, unknown>;
			return columns.map(({ name }) => values[name]);
		} catch {
			return alone(itemIndex);
		}
	};
}

/** Rows whose values are mapped by hand, each with an expression or a fixed value. */
export function manualSource(context: IExecuteFunctions, kind: ImportKind): RowSource {
	const raw = (context.getNodeParameter('columns.value', 0, {}, { rawExpressions: true }) ??
		{}) as Record<string, unknown>;
	const inUse = ({ name }: Column) => ![undefined, null, ''].includes(raw[name] as never);
	const columns = kind.columns.filter(inUse);
	const readers = columns.map(({ name }) => readerFor(context, `columns.value.${name}`, raw[name]));
	const alone = (itemIndex: number) => readers.map((read) => read(itemIndex));
	const isEngineForAll = columns.every(({ name }) => simpleValueOf(raw[name]) === undefined);
	return { columns, read: isEngineForAll ? readTogether(context, columns, alone) : alone };
}
