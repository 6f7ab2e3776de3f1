import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { countsOf, createdAtOf, isFinished } from '../../pipeline/importer';
import { withMatchType } from '../../pipeline/matchType';
import type { ImportKind } from '../../pipeline/types';
import type { CheckedInput, SentBatches } from './batch';
import { checkSource } from './checkSource';
import { dryRunItems } from './dryRun';
import { acceptedButUnfinished, addErrorItems, rejectedError } from './errors';
import { checkFiles } from './fileBatches';
import { importerItems } from './items';
import { nothingItem } from './nothingItem';
import { rowBatches } from './rowBatches';
import { RowOutcomes } from './rowOutcomes';
import { openRowSource } from './rowSource';
import { sendBatches } from './sendBatches';
import { openRun, SMALLER_IMPORTS, type ImportRun, type UploadTarget } from './settings';

async function checkInputRows(run: ImportRun): Promise<CheckedInput> {
	const opened = await openRowSource(run);
	const input = await checkSource(run, {
		...opened,
		source: withMatchType(opened.source, run.kind),
	});
	return { ...input, batches: rowBatches(run, input.rows) };
}

/**
 * Imports all input items: maps and checks them, sends them in batches, and returns one item per import or per row, then one
 * per row that did not make it; under *Continue* at least one. With CSV files as the source, each file is one import, and takes the place of a row.
 *
 * @throws NodeOperationError or NodeApiError, under *Stop Workflow* for rows that cannot go and batches that Persona does not
 * accept or cannot process, and always for what stops the whole run; the cancel signal's reason
 */
export async function runImport(
	context: IExecuteFunctions,
	kind: ImportKind,
	target: UploadTarget = { formFields: {}, sendLess: SMALLER_IMPORTS },
): Promise<INodeExecutionData[]> {
	const run = await openRun(context, kind, target);
	const { settings } = run;
	const input = await (settings.source === 'file' ? checkFiles(run) : checkInputRows(run));
	if (settings.dryRun !== undefined) return await dryRunItems(run, input);
	if (input.rejected.length > 0 && !context.continueOnFail()) {
		throw await rejectedError(run, input);
	}
	const isPerRow = settings.output === 'rows' && input.rows !== undefined;
	const outcomes = isPerRow ? new RowOutcomes(run, input.rows!) : undefined;
	await outcomes?.begin();
	const sent = await sendBatches(run, input);
	try {
		return await resultOf(run, input, sent, outcomes);
	} catch (cause) {
		run.signal?.throwIfAborted();
		throw acceptedButUnfinished(context.getNode(), sent.accepted, cause);
	}
}

async function resultOf(
	run: ImportRun,
	input: CheckedInput,
	sent: SentBatches,
	outcomes: RowOutcomes | undefined,
): Promise<INodeExecutionData[]> {
	hintAtCounts(run, input, sent);
	const { items, failed } = (await outcomes?.end(sent)) ?? {
		items: await importerItems(run, input, sent),
		failed: sent.failed,
	};
	await addErrorItems(run, input, failed, items);
	if (items.length === 0 && run.context.continueOnFail()) items.push(nothingItem(run));
	run.hints.show(run.context);
	return items;
}

function hintAtCounts(
	{ context, hints }: ImportRun,
	{ unit, rejected, rows }: CheckedInput,
	{ accepted, failed }: SentBatches,
): void {
	if (accepted.length + failed.length + rejected.length === 0) return hints.nothingToImport();
	const failedCount = failed.reduce((sum, { links }) => sum + links.length, 0);
	const sentCount = rows === undefined ? accepted.length : rows.rows.length - failedCount;
	const repeated = accepted.filter(({ isRepeated }) => isRepeated);
	const createdAt = repeated.map(({ body }) => createdAtOf(body.data));
	hints.repeated(createdAt, accepted.length, context.getTimezone());
	const { onError } = context.getNode();
	const reasons = onError === 'continueErrorOutput' ? 'the error output' : 'the last items';
	const importers = accepted.map(({ body }) => body.data);
	const counts = importers.every(isFinished) ? importers.map(countsOf) : undefined;
	const notSent = rejected.length + failedCount;
	if (accepted.length === 0 || repeated.length < accepted.length || notSent > 0) {
		hints.sent(sentCount, notSent, unit, { reasons, counts });
	}
}
