import type { IExecuteFunctions } from 'n8n-workflow';

import type { CheckedRows, ImportKind } from '../../pipeline/types';
import type { PersonaClient } from '../../transport/client';
import type { PollOptions } from '../../transport/poll';
import { completeImports } from './completeImports';
import type { Hints } from '../common/hints';
import { rememberImporters } from './importerItems';
import type { ImportSettings } from './parameters/importSettings';
import { erroredParts, stoppedBy, type FailedPart } from './partErrors';
import { PartSender, type AcceptedPart, type RefusedPart } from './sendParts';

/** What became of the rows that were sent. */
export interface ImportedRows {
	/** The imports that Persona took, in their order. */
	imports: AcceptedPart[];
	failed: FailedPart[];
	/** Number of parts, whatever became of them. */
	parts: number;
}

/**
 * Sends rows in parts and, if that is wanted, waits until Persona has finished with them.
 *
 * @param patience how long to wait; undefined for not at all
 * @throws NodeApiError or NodeOperationError, under *Stop Workflow* for the first part that Persona refuses or cannot
 * process, and always when the execution is cancelled
 */
export async function importRows(
	context: IExecuteFunctions,
	client: PersonaClient,
	kind: ImportKind,
	checked: CheckedRows,
	{ settings, patience, hints }: { settings: ImportSettings; patience?: PollOptions; hints: Hints },
): Promise<ImportedRows> {
	const mayContinue = context.continueOnFail();
	const stopAt = (failed: readonly FailedPart[], others: readonly AcceptedPart[]) => {
		if (failed.length > 0 && !mayContinue) throw stoppedBy(failed[0]!.error, others, settings);
	};
	const sender = new PartSender(context, client, kind, checked.columns, settings);
	const sent = await sender.sendAll(checked, !mayContinue);
	const accepted = sent.filter((part): part is AcceptedPart => 'body' in part);
	const refused = sent.filter((part): part is RefusedPart => 'error' in part);
	rememberImporters(context, accepted);
	stopAt(refused, accepted);
	const parts = sent.length;
	if (patience === undefined) return { imports: accepted, failed: refused, parts };
	const how = { patience, settings, hints };
	const { completed, errored } = await completeImports(client, accepted, how);
	const failed = erroredParts(context.getNode(), errored, parts);
	stopAt(failed, completed);
	return { imports: completed, failed: [...refused, ...failed], parts };
}
