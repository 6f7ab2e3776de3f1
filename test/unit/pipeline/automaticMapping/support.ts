import type { IDataObject } from 'n8n-workflow';
import { parse } from 'csv-parse/sync';

import {
	mapAutomatically,
	type AutomaticMapping,
	type MappingOptions,
} from '../../../../nodes/Persona/pipeline/automaticMapping';
import { ACCOUNT_IMPORT } from '../../../../nodes/Persona/pipeline/columns';

/** Items as Extract from File makes them of a CSV. */
export function itemsOf(csv: string): IDataObject[] {
	return parse(csv, { columns: true, relax_column_count: true }) as IDataObject[];
}

export const map = async (
	items: readonly IDataObject[],
	columns = ACCOUNT_IMPORT.columns,
	options: MappingOptions = {},
): Promise<AutomaticMapping> => await mapAutomatically(items, columns, options);

/** The values of each row that are there, by column. */
export function rowsIn({ columns, read }: AutomaticMapping, count: number): IDataObject[] {
	return Array.from({ length: count }, (_, item) =>
		Object.fromEntries(
			read(item).flatMap((value, place) => {
				const isThere = value !== undefined && value !== null && value !== '';
				return isThere ? [[columns[place]!.name, value as IDataObject]] : [];
			}),
		),
	);
}

/** The rows of these items. */
export async function rowsOf(items: readonly IDataObject[]): Promise<IDataObject[]> {
	return rowsIn(await map(items), items.length);
}

/** Codes of the warnings. */
export const codesIn = ({ warnings }: AutomaticMapping) => warnings.map(({ code }) => code);
