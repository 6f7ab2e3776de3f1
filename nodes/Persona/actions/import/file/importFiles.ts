import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { importerItem } from '../../../pipeline/results';
import type { ImportKind } from '../../../pipeline/types';
import type { PersonaClient } from '../../../transport/client';
import type { PollOptions } from '../../../transport/poll';
import { completeImports } from '../completeImports';
import type { Hints } from '../../common/hints';
import { rememberImporters } from '../importerItems';
import type { ImportSettings } from '../parameters/importSettings';
import { stoppedBy } from '../partErrors';
import { Uploader } from '../upload';
import type { DryRun } from '../parameters/dryRunOptions';
import { checkFiles, type ReadyFile, type RefusedFile } from './checkFiles';
import { dryRunFileItems } from './dryRunFiles';
import {
	erroredFile,
	fileError,
	fileErrorItem,
	refusedFilesError,
	type NotImported,
} from './fileErrors';
import { FileSender, type AcceptedFile, type SentFile } from './sendFiles';

/** An import whose settings have been read. */
export interface FileImport {
	context: IExecuteFunctions;
	kind: ImportKind;
	settings: ImportSettings;
	/** How long to wait for completion; undefined for not at all. */
	patience: PollOptions | undefined;
	client: PersonaClient;
	hints: Hints;
	/** How to do it without sending anything; undefined for a real run. */
	dryRun: DryRun | undefined;
}

/** Sends files and, if that is wanted, waits until Persona has finished with them. */
async function sendFiles(
	{ context, kind, settings, patience, client, hints }: FileImport,
	ready: readonly ReadyFile[],
): Promise<{ imports: AcceptedFile[]; failed: NotImported[] }> {
	const mayContinue = context.continueOnFail();
	const stopAt = ([first]: readonly NotImported[], others: readonly AcceptedFile[]) => {
		if (first === undefined || mayContinue) return;
		throw stoppedBy(fileError(context.getNode(), first), others, settings);
	};
	const uploader = new Uploader(context, client, kind, settings);
	const sent = await new FileSender(context, uploader, settings).sendAll(ready, !mayContinue);
	const accepted = sent.filter((file): file is AcceptedFile => 'body' in file);
	const failed = sent.filter((file): file is SentFile & NotImported => !('body' in file));
	rememberImporters(context, accepted);
	stopAt(failed, accepted);
	if (patience === undefined) return { imports: accepted, failed };
	const how = { patience, settings, hints };
	const { completed, errored } = await completeImports(client, accepted, how);
	const bad = errored.map((file) => erroredFile(context.getNode(), file));
	stopAt(bad, completed);
	return { imports: completed, failed: [...failed, ...bad] };
}

function itemOf({ file, body, ...meta }: AcceptedFile, { keyInflection }: ImportSettings) {
	return importerItem(body, meta, [file], keyInflection);
}

/**
 * Imports the file of every input item: all are checked, then each is sent as one import. Returns one item per import, then
 * one per file that did not make it.
 *
 * @throws NodeOperationError or NodeApiError, under *Stop Workflow* for files that cannot go or that Persona refuses, and
 * always for what stops the whole run
 */
export async function importFiles(run: FileImport): Promise<INodeExecutionData[]> {
	const { context, kind, settings, client, hints } = run;
	const files = await checkFiles(context, kind, client.apiKey);
	const ready = files.filter((file): file is ReadyFile => 'content' in file);
	const refused = files.filter((file): file is RefusedFile => 'problems' in file);
	if (run.dryRun !== undefined) {
		hints.dryRun(refused.length, 'file');
		hints.show(context);
		const errors = refused.map((file) => fileErrorItem(context.getNode(), file));
		return dryRunFileItems(run, ready, refused).concat(context.continueOnFail() ? errors : []);
	}
	if (refused.length > 0 && !context.continueOnFail()) {
		throw refusedFilesError(context.getNode(), refused, files.length);
	}
	const { imports, failed } = await sendFiles(run, ready);
	const notImported = [...refused, ...failed].sort((a, b) => a.file.itemIndex - b.file.itemIndex);
	hints.partlyImportedFiles(imports.length, notImported.length);
	hints.show(context);
	return [
		...imports.map((file) => itemOf(file, settings)),
		...notImported.map((file) => fileErrorItem(context.getNode(), file)),
	];
}
