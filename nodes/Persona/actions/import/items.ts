import type {
	IExecuteFunctions,
	INodeExecutionData,
	IWorkflowExecutionCustomData,
} from 'n8n-workflow';

import { importerItem } from '../../pipeline/results';
import { forEachInSlices } from '../../pipeline/slices';
import { summaryOf } from '../../pipeline/summary';
import type { AcceptedBatch, CheckedInput, SentBatches } from './batch';
import type { ImportRun } from './settings';
import type { AcceptedUpload } from './upload';

/** n8n keeps ten keys of custom data for each execution; some are left for the user's own. */
export const MOST_CUSTOM_DATA_KEYS = 5;

/** Where the values are kept by which an execution can be found. n8n 1 shows them to expressions only. */
export function customDataOf(context: IExecuteFunctions): IWorkflowExecutionCustomData {
	if ('customData' in context) return context.customData;
	const { $execution } = (context as IExecuteFunctions).getWorkflowDataProxy(0);
	return ($execution as { customData: IWorkflowExecutionCustomData }).customData;
}

/** Makes the execution findable by its importers, in the list of executions. */
export function rememberImporters(
	context: IExecuteFunctions,
	accepted: readonly AcceptedUpload[],
): void {
	const customData = customDataOf(context);
	accepted.slice(0, MOST_CUSTOM_DATA_KEYS).forEach((upload, index) => {
		const suffix = index === 0 ? '' : `_${index + 1}`;
		customData.set(`persona_importer_id${suffix}`, upload.importerId);
	});
}

/**
 * One item per import: Persona's answer, or a summary.
 *
 * @throws the cancel signal's reason
 */
export async function importerItems(
	{ settings, signal }: ImportRun,
	{ rows, rejected, fields, warnings }: CheckedInput,
	{ accepted, failed }: SentBatches,
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	const parts = accepted.length + failed.length;
	const add = (entry: AcceptedBatch, index: number) => {
		const { batch, body, part, isRepeated, ...sent } = entry;
		const { bytes, requestId, environmentId, idempotencyKey } = sent;
		const once = (count: number) => (index === 0 ? count : 0);
		const ofRows = rows && {
			blankRows: once(rows.blankRows),
			mergedDuplicates: once(rows.merged.length),
			rejectedRows: once(rejected.length),
			part,
			parts,
			...fields!,
			warnings: index === 0 ? warnings : [],
		};
		const meta = {
			rows: batch.rowCount,
			...ofRows,
			fileName: batch.fileName,
			bytes,
			requestId,
			environmentId,
			idempotencyKey,
			repeated: isRepeated,
		};
		const item = importerItem(body, meta, batch.links, settings.keyInflection);
		const isSummary = settings.output === 'summary';
		items.push(isSummary ? { ...item, json: summaryOf(body.data, meta) } : item);
	};
	await forEachInSlices(accepted, add, signal);
	return items;
}
