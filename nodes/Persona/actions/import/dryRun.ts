import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { writeCsv } from '../../pipeline/csv';
import { hasMaskedColumns, maskRows } from '../../pipeline/mask';
import { splitIntoParts } from '../../pipeline/parts';
import { rejectedJson, reportJson } from '../../pipeline/report';
import type { CheckedRows, Row } from '../../pipeline/types';
import { cancelSignalOf } from '../../transport/cancel';
import type { DryRun } from './parameters/dryRunOptions';
import type { Hints } from '../common/hints';
import type { ImportSettings } from './parameters/importSettings';
import { addErrorItems } from './partErrors';
import { forEachInSlices } from '../common/slices';

/** A checked run that ends before anything is sent. */
export interface DryRunOfRows {
	context: IExecuteFunctions;
	checked: CheckedRows;
	settings: ImportSettings;
	dryRun: DryRun;
	hints: Hints;
}

async function csvOf(
	{ context, checked, dryRun }: DryRunOfRows,
	rows: readonly Row[],
): Promise<{ bytes: number; preview: Buffer }> {
	const signal = cancelSignalOf(context);
	const csv = await writeCsv(checked.columns, rows, signal);
	if (dryRun.showSocialSecurityNumbers || !hasMaskedColumns(checked)) {
		return { bytes: csv.length, preview: csv };
	}
	const masked = await maskRows(checked, rows, signal);
	return { bytes: csv.length, preview: await writeCsv(checked.columns, masked, signal) };
}

/** What somebody looks for first stands first: the editor's table cuts off what is behind it. */
function reportOf(
	{ checked, settings }: DryRunOfRows,
	rejected: readonly IDataObject[],
	{ rows, ...part }: { part: number; parts: number; rows: number; bytes: number },
): IDataObject {
	const isFirst = part.part <= 1;
	const once = (count: number) => (isFirst ? count : 0);
	return reportJson(
		{
			rows,
			rejectedRows: once(rejected.length),
			rejected: isFirst ? rejected : [],
			blankRows: once(checked.blankRows),
			mergedDuplicates: once(checked.merged.length),
			columns: checked.columns.map(({ name }) => name),
			...part,
			fileName: settings.fileName,
		},
		settings.keyInflection,
	);
}

async function partItems(run: DryRunOfRows): Promise<INodeExecutionData[]> {
	const { context, checked, settings } = run;
	const { fileName, rowsPerImport } = settings;
	const rejected: IDataObject[] = [];
	await forEachInSlices(context, checked.rejected, (row) => rejected.push(rejectedJson(row)));
	const parts = Math.ceil(checked.rows.length / rowsPerImport);
	if (parts === 0) {
		const pairedItem = context.getInputData().map((_, item) => ({ item }));
		const nothing = { part: 0, parts: 0, rows: 0, bytes: 0 };
		return [{ json: reportOf(run, rejected, nothing), pairedItem }];
	}
	const items: INodeExecutionData[] = [];
	for (const rows of splitIntoParts(checked.rows, rowsPerImport)) {
		const { bytes, preview } = await csvOf(run, rows);
		const part = { part: items.length + 1, parts, rows: rows.length, bytes };
		const data = await context.helpers.prepareBinaryData(preview, fileName, 'text/csv');
		items.push({
			json: reportOf(run, rejected, part),
			binary: { data },
			pairedItem: rows.map(({ itemIndex }) => ({ item: itemIndex })),
		});
	}
	return items;
}

/**
 * Returns one item for each part that would be sent: the report as JSON and the CSV as the file `data`, masked where a
 * column says so. Without any part there is still the report. `bytes` are those of the real CSV. Rejected rows do not end a
 * dry run, which is there to find them; where the node may continue, they also become the items that they would be.
 *
 * @throws NodeOperationError when the execution is cancelled
 */
export async function dryRunItems(run: DryRunOfRows): Promise<INodeExecutionData[]> {
	const { context, checked, hints } = run;
	hints.dryRun(checked.rejected.length, 'row');
	hints.show(context);
	const items = await partItems(run);
	if (context.continueOnFail()) await addErrorItems(context, checked, [], items);
	return items;
}
