import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { rejectedJson, reportJson, type DryRunReport } from '../../pipeline/results';
import { forEachInSlices } from '../../pipeline/slices';
import type { Batch, CheckedInput } from './batch';
import { addErrorItems } from './errors';
import type { ImportRun } from './settings';

type Import = Pick<DryRunReport, 'rows' | 'columns' | 'bytes' | 'fileName'>;

/** What somebody looks for first stands first: the editor's table cuts off the rest. */
function reportOf(
	{ rows, unit, batchCount }: CheckedInput,
	rejected: readonly IDataObject[],
	index: number,
	{ columns, bytes, fileName, ...one }: Import,
): DryRunReport {
	const once = (count: number) => (index === 0 ? count : 0);
	return {
		rows: one.rows,
		[unit === 'row' ? 'rejectedRows' : 'rejectedFiles']: once(rejected.length),
		rejected: index === 0 ? rejected : [],
		...(rows && { blankRows: once(rows.blankRows), mergedDuplicates: once(rows.merged.length) }),
		columns,
		...(rows && { part: batchCount === 0 ? 0 : index + 1, parts: batchCount }),
		bytes,
		fileName,
	};
}

/**
 * Returns one item for each import that would be made: the report as JSON and, for rows, the CSV as the file `data`, masked
 * where a column says so. Without any import there is still the report. `bytes` are those of the real file. Rejected items
 * do not end a dry run, which is there to find them; where the node may continue, they also become the items that they would
 * be.
 *
 * @throws the cancel signal's reason
 */
export async function dryRunItems(
	run: ImportRun,
	input: CheckedInput,
): Promise<INodeExecutionData[]> {
	const { context, settings, hints, signal } = run;
	hints.dryRun(input.rejected.length, input.unit);
	hints.show(context);
	const rejected: IDataObject[] = [];
	await forEachInSlices(input.rejected, (row) => rejected.push(rejectedJson(row)), signal);
	const items: INodeExecutionData[] = [];
	const add = (one: Import, links: Batch['links'], data?: IBinaryData) => {
		items.push({
			json: reportJson(reportOf(input, rejected, items.length, one), settings.keyInflection),
			...(data && { binary: { data } }),
			pairedItem: links.map(({ itemIndex }) => ({ item: itemIndex })),
		});
	};
	for (const batch of input.batches) {
		const { data, ...shown } = await batch.preview();
		add({ rows: batch.rowCount, fileName: batch.fileName, ...shown }, batch.links, data);
	}
	if (items.length === 0) {
		const all = context.getInputData().map((_, itemIndex) => ({ itemIndex }));
		add({ rows: 0, columns: input.columns, bytes: 0, fileName: settings.fileName }, all);
	}
	if (context.continueOnFail()) await addErrorItems(run, input, [], items);
	return items;
}
