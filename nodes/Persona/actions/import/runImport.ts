import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { settleDuplicates } from '../../pipeline/duplicates';
import { checkRows } from '../../pipeline/checkRows';
import type { CheckedRows, ImportKind, Row } from '../../pipeline/types';
import { countWarnings } from '../../pipeline/warnings';
import { PersonaClient } from '../../transport/client';
import { cancelSignalOf } from '../../transport/cancel';
import { dryRunItems } from './dryRun';
import { readDryRun } from './parameters/dryRunOptions';
import { readOutputSettings } from './parameters/ending';
import { importFiles } from './file/importFiles';
import { Hints } from '../common/hints';
import { rejectedRowsError } from './importErrors';
import { importerItems } from './importerItems';
import { importRows, type ImportedRows } from './importRows';
import { readImportSettings, type ImportSettings } from './parameters/importSettings';
import { addErrorItems } from './partErrors';
import { RowOutcomes } from './outcomes/rowOutcomes';
import { openRowSource } from './rows/rowSource';

async function readRows(
	context: IExecuteFunctions,
	kind: ImportKind,
	settings: ImportSettings,
	hints: Hints,
	stopAtRejected: boolean,
): Promise<CheckedRows> {
	const count = context.getInputData().length;
	const signal = cancelSignalOf(context);
	const source = await openRowSource(context, kind, settings, hints);
	const all = await checkRows(source, count, settings.rules, signal);
	const checked = await settleDuplicates(all, kind.uniqueColumn, settings.duplicates, signal);
	hints.blankRows(checked.blankRows);
	hints.mergedDuplicates(checked.merged.length);
	hints.unusualRows(await countWarnings(checked, cancelSignalOf(context)));
	if (checked.rejected.length > 0 && stopAtRejected) {
		throw rejectedRowsError(context.getNode(), checked.rejected, count);
	}
	return checked;
}

function hintAtCounts(hints: Hints, { rows, rejected }: CheckedRows, imported: ImportedRows): void {
	if (imported.parts === 0 && rejected.length === 0) return hints.nothingToImport();
	const failed = imported.failed.reduce((count, part) => count + part.rows.length, 0);
	hints.partlyImported(rows.length - failed, rejected.length + failed);
}

/** The reference ID of a row as it is sent; empty where there is none. */
function referenceIdReader({ columns }: CheckedRows, { uniqueColumn }: ImportKind) {
	const place = columns.findIndex(({ name }) => name === uniqueColumn);
	return ({ cells }: Row) => (place < 0 ? '' : cells[place]!);
}

/**
 * Imports all input items: maps and checks them, sends them in parts, and returns one item per import or per row, then one
 * per row that did not make it. With CSV files as the source, each file is one import, and takes the place of a row.
 *
 * @param formFields further parts of each form, such as the list to fill
 * @throws NodeOperationError or NodeApiError, under *Stop Workflow* for rows that cannot go and parts that Persona refuses
 * or cannot process, and always for what stops the whole run
 */
export async function runImport(
	context: IExecuteFunctions,
	kind: ImportKind,
	formFields: Readonly<Record<string, string>> = {},
): Promise<INodeExecutionData[]> {
	const settings = readImportSettings(context, kind, formFields);
	const { output, patience } = readOutputSettings(context);
	const dryRun = readDryRun(context);
	const client = await PersonaClient.open(context);
	const hints = new Hints();
	if (context.getNode().executeOnce === true) hints.executeOnce();
	if (context.getNodeParameter('source', 0, 'items') === 'file') {
		return await importFiles({ context, kind, settings, patience, client, hints, dryRun });
	}
	const stopAtRejected = dryRun === undefined && !context.continueOnFail();
	const checked = await readRows(context, kind, settings, hints, stopAtRejected);
	if (dryRun !== undefined) {
		return await dryRunItems({ context, checked, settings, dryRun, hints });
	}
	const referenceIdOf = referenceIdReader(checked, kind);
	const run = { context, client, settings, hints, checked, referenceIdOf };
	const outcomes = output === 'rows' ? new RowOutcomes(run) : undefined;
	await outcomes?.begin(checked.rows);
	const imported = await importRows(context, client, kind, checked, { settings, patience, hints });
	hintAtCounts(hints, checked, imported);
	const { items, failed } = (await outcomes?.end(imported)) ?? {
		items: await importerItems(context, imported, checked, settings),
		failed: imported.failed,
	};
	await addErrorItems(context, checked, failed, items);
	hints.show(context);
	return items;
}
