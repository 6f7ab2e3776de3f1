import type { IExecuteFunctions, INodeExecutionData, NodeApiError } from 'n8n-workflow';

import { settleDuplicates } from '../../import/duplicates';
import { importerItem } from '../../import/result';
import { checkRows } from '../../import/rows';
import type { CheckedRows, ImportKind } from '../../import/types';
import { PersonaClient } from '../../transport/client';
import { stopIfCancelled } from '../../transport/clock';
import { Hints } from './hints';
import { errorItem, rejectedRowsError } from './importErrors';
import { readImportSettings, type ImportSettings } from './importSettings';
import { openRowSource } from './rowSource';
import { PartSender, type AcceptedPart, type RefusedPart, type SentPart } from './sendParts';

/** n8n keeps ten keys of custom data for each execution; some are left for the user's own. */
const MOST_CUSTOM_DATA_KEYS = 5;

/** Makes the execution findable by its importers, in the list of executions. */
function rememberImporters(context: IExecuteFunctions, accepted: readonly AcceptedPart[]): void {
	accepted.slice(0, MOST_CUSTOM_DATA_KEYS).forEach(({ body }, index) => {
		const suffix = index === 0 ? '' : `_${index + 1}`;
		context.customData.set(`persona_importer_id${suffix}`, String(body.data.id));
	});
}

function importerItems(
	accepted: readonly AcceptedPart[],
	parts: number,
	checked: CheckedRows,
	settings: ImportSettings,
	sent: readonly SentPart[],
): INodeExecutionData[] {
	return accepted.map((part, index) => {
		const { rows, body, ...known } = part;
		const once = (count: number) => (index === 0 ? count : 0);
		const meta = {
			rows: rows.length,
			blankRows: once(checked.blankRows),
			mergedDuplicates: once(checked.mergedDuplicates),
			rejectedRows: once(checked.rejected.length),
			part: sent.indexOf(part) + 1,
			parts,
			fileName: settings.fileName,
			...known,
		};
		return importerItem(body, meta, rows, settings.keyInflection);
	});
}

function errorItems(
	context: IExecuteFunctions,
	checked: CheckedRows,
	refused: readonly RefusedPart[],
): INodeExecutionData[] {
	const node = context.getNode();
	const items = checked.rejected.map(({ itemIndex, problems }) =>
		errorItem(node, itemIndex, problems),
	);
	for (const { rows, error } of refused) {
		const problem = { column: '', code: `http${error.httpCode ?? ''}`, message: error.message };
		const help = error.description ?? undefined;
		for (const { itemIndex } of rows) items.push(errorItem(node, itemIndex, [problem], help));
	}
	return items;
}

/** Under *Stop Workflow* the accepted parts leave no item, so the error has to name them. */
function stoppedBy(
	error: NodeApiError,
	accepted: readonly AcceptedPart[],
	{ idempotency }: ImportSettings,
): NodeApiError {
	if (accepted.length === 0) return error;
	const ids = accepted.map(({ body }) => String(body.data.id)).join(', ');
	const again =
		idempotency === 'content'
			? ' A further run with the same rows does not import them again within 24 hours.'
			: '';
	error.description = `${error.description ?? ''} Persona took the rows before these: importer ${ids}.${again}`;
	return error;
}

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
 * that did not make it.
 *
 * @throws NodeOperationError or NodeApiError, under *Stop Workflow* for rows that cannot go and parts that Persona refuses,
 * and always for what stops the whole run
 */
export async function runImport(
	context: IExecuteFunctions,
	kind: ImportKind,
): Promise<INodeExecutionData[]> {
	const node = context.getNode();
	const mayContinue = context.continueOnFail();
	const settings = readImportSettings(context, kind);
	const client = await PersonaClient.open(context);
	const hints = new Hints();
	if (node.executeOnce === true) hints.executeOnce();
	const checked = await readRows(context, kind, settings, hints);
	if (checked.rejected.length > 0 && !mayContinue) {
		throw rejectedRowsError(node, checked.rejected, context.getInputData().length);
	}
	const sender = new PartSender(context, client, kind, checked.columns, settings);
	const sent = await sender.sendAll(checked, !mayContinue);
	const accepted = sent.filter((part): part is AcceptedPart => 'body' in part);
	const refused = sent.filter((part): part is RefusedPart => 'error' in part);
	rememberImporters(context, accepted);
	if (refused.length > 0 && !mayContinue) throw stoppedBy(refused[0]!.error, accepted, settings);
	const failed = errorItems(context, checked, refused);
	if (sent.length === 0) hints.nothingToImport();
	else
		hints.partlyImported(
			checked.rows.length - (failed.length - checked.rejected.length),
			failed.length,
		);
	hints.show(context);
	return [...importerItems(accepted, sent.length, checked, settings, sent), ...failed];
}
