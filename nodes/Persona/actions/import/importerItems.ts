import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { importerItem } from '../../pipeline/results';
import type { CheckedRows } from '../../pipeline/types';
import { importerIdOf } from './completeImports';
import type { ImportedRows } from './importRows';
import type { ImportSettings } from './parameters/importSettings';
import { customDataOf } from '../common/customData';
import { forEachInSlices } from '../common/slices';
import type { AcceptedUpload } from './upload';

/** n8n keeps ten keys of custom data for each execution; some are left for the user's own. */
const MOST_CUSTOM_DATA_KEYS = 5;

/** Makes the execution findable by its importers, in the list of executions. */
export function rememberImporters(
	context: IExecuteFunctions,
	accepted: readonly AcceptedUpload[],
): void {
	const customData = customDataOf(context);
	accepted.slice(0, MOST_CUSTOM_DATA_KEYS).forEach((upload, index) => {
		const suffix = index === 0 ? '' : `_${index + 1}`;
		customData.set(`persona_importer_id${suffix}`, importerIdOf(upload));
	});
}

/**
 * One item per import.
 *
 * @throws NodeOperationError when the execution is cancelled
 */
export async function importerItems(
	context: IExecuteFunctions,
	{ imports, parts }: ImportedRows,
	checked: CheckedRows,
	settings: ImportSettings,
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	await forEachInSlices(context, imports, (accepted, index) => {
		const { rows, body, part, ...known } = accepted;
		const once = (count: number) => (index === 0 ? count : 0);
		const meta = {
			rows: rows.length,
			blankRows: once(checked.blankRows),
			mergedDuplicates: once(checked.merged.length),
			rejectedRows: once(checked.rejected.length),
			part,
			parts,
			fileName: settings.fileName,
			...known,
		};
		items.push(importerItem(body, meta, rows, settings.keyInflection));
	});
	return items;
}
