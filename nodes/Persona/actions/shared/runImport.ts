import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { settleDuplicates } from '../../import/duplicates';
import { checkRows } from '../../import/rows';
import type { CheckedRows, ImportKind } from '../../import/types';
import { PersonaClient } from '../../transport/client';
import { stopIfCancelled } from '../../transport/clock';
import { readWaiting } from './ending';
import { importFiles } from './file/importFiles';
import { Hints } from './hints';
import { rejectedRowsError } from './importErrors';
import { importerItems } from './importerItems';
import { importRows } from './importRows';
import { readImportSettings, type ImportSettings } from './importSettings';
import { errorItems } from './partErrors';
import { openRowSource } from './rowSource';

async function readRows(
	context: IExecuteFunctions,
	kind: ImportKind,
	settings: ImportSettings,
	hints: Hints,
): Promise<CheckedRows> {
	const count = context.getInputData().length;
	const source = openRowSource(context, kind, settings, hints);
	const checked = await checkRows(source, count, settings.rules, () => stopIfCancelled(context));
	const settled = settleDuplicates(checked, kind.uniqueColumn, settings.duplicates);
	hints.blankRows(settled.blankRows);
	hints.mergedDuplicates(settled.mergedDuplicates);
	return settled;
}

/**
 * Imports all input items: maps and checks them, sends them in parts, and returns one item per import, then one per row
 * that did not make it. With CSV files as the source, each file is one import, and takes the place of a row.
 *
 * @throws NodeOperationError or NodeApiError, under *Stop Workflow* for rows that cannot go and parts that Persona refuses,
 * and always for what stops the whole run
 */
export async function runImport(
	context: IExecuteFunctions,
	kind: ImportKind,
): Promise<INodeExecutionData[]> {
	const node = context.getNode();
	const settings = readImportSettings(context, kind);
	const patience = readWaiting(context);
	const client = await PersonaClient.open(context);
	const hints = new Hints();
	if (node.executeOnce === true) hints.executeOnce();
	if (context.getNodeParameter('source', 0, 'items') === 'file') {
		return await importFiles({ context, kind, settings, patience, client, hints });
	}
	const checked = await readRows(context, kind, settings, hints);
	if (checked.rejected.length > 0 && !context.continueOnFail()) {
		throw rejectedRowsError(node, checked.rejected, context.getInputData().length);
	}
	const imported = await importRows(context, client, kind, checked, { settings, patience, hints });
	const failed = errorItems(context, checked, imported.failed);
	const notImported = failed.length - checked.rejected.length;
	if (imported.parts === 0 && failed.length === 0) hints.nothingToImport();
	else hints.partlyImported(checked.rows.length - notImported, failed.length);
	hints.show(context);
	return importerItems(imported, checked, settings).concat(failed);
}
