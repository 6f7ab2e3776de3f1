import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { DuplicatePolicy } from '../../pipeline/duplicates';
import type { RuleContext } from '../../pipeline/rules';
import type { ImportKind } from '../../pipeline/types';
import { PersonaClient } from '../../transport/client';
import type { IdempotencyMode } from '../../transport/idempotency';
import type { StatusMessage } from '../../transport/messages';
import type { PollOptions } from '../../transport/poll';
import { Hints } from '../common/hints';
import { ParameterReader, readChoice, readSwitch } from '../common/parameters';
import { readRequestSettings, type RequestSettings } from '../common/requestOptions';
import { readPollOptions } from '../common/waitOptions';
import { output, source, waitForCompletion } from './fields';
import * as options from './options';
import { readIdempotency } from './repeatedRuns';
import { checkSameForAll } from './sameForAll';
import { readRuleContext } from './valueOptions';

type Output = 'importers' | 'summary' | 'rows';

/** Everything that the user can set about an import, checked and with its defaults. */
export interface ImportSettings extends RequestSettings {
	source: 'items' | 'file';
	output: Output;
	/** How long to wait for the imports; undefined for not at all. */
	poll: PollOptions | undefined;
	/** How to go without sending anything; undefined for a real run. */
	dryRun: { showSocialSecurityNumbers: boolean } | undefined;
	duplicates: DuplicatePolicy;
	fileName: string;
	/** Whether the user chose the name; a file that comes with an item has one of its own. */
	fileNameChosen: boolean;
	idempotency: IdempotencyMode;
	idempotencyKey: string;
	rowsPerImport: number;
	unmatchedFields: 'ignore' | 'reject';
	rules: RuleContext;
}

/** What an operation adds to each upload: the list to fill, and what Persona's responses mean there. */
export interface UploadTarget {
	/** Further parts of the form, by name. */
	formFields: Readonly<Record<string, string>>;
	statusMessages?: Readonly<Record<number, StatusMessage>>;
	/** How the user can send less at once, as the end of a sentence. */
	sendLess: string;
}

export const SMALLER_IMPORTS = "set 'Rows per Import' to a smaller number, or split the CSV file";

/** One run of an import: what all of its steps need. */
export interface ImportRun {
	context: IExecuteFunctions;
	client: PersonaClient;
	kind: ImportKind;
	target: UploadTarget;
	settings: ImportSettings;
	hints: Hints;
	/** Aborted when the user cancels the execution. */
	signal: AbortSignal | undefined;
}

function readSettings(context: IExecuteFunctions, kind: ImportKind): ImportSettings {
	const reader = new ParameterReader(context);
	const from = readChoice<'items' | 'file'>(context, reader.parameter(source), source);
	const chosen = readChoice<Output>(context, reader.parameter(output), output);
	// A choice that the editor keeps from before, when it still was one.
	const hasRows = from === 'items' && kind.uniqueColumn !== undefined;
	const result = chosen === 'rows' && !hasRows ? 'importers' : chosen;
	const poll = readPollOptions(context);
	const isWaiting = readSwitch(context, reader.parameter(waitForCompletion), waitForCompletion);
	const request = readRequestSettings(context);
	return {
		...request,
		// A summary needs certain attributes, and has room for no others.
		query: result === 'summary' ? {} : request.query,
		source: from,
		output: result,
		poll: isWaiting || result === 'rows' ? poll : undefined,
		dryRun: options.readDryRun(reader),
		duplicates: reader.choice(options.duplicates),
		...options.readFileName(reader, kind),
		...readIdempotency(reader),
		rowsPerImport: reader.count(options.rowsPerImport),
		unmatchedFields: reader.choice(options.unmatchedFields),
		rules: readRuleContext(reader, kind),
	};
}

/**
 * Reads all settings of a run, and opens the way to Persona.
 *
 * @throws NodeOperationError naming what cannot be used
 */
export async function openRun(
	context: IExecuteFunctions,
	kind: ImportKind,
	target: UploadTarget,
): Promise<ImportRun> {
	const { options: known = [] } = options.importOptions(kind);
	await checkSameForAll(context, known as INodeProperties[]);
	const settings = readSettings(context, kind);
	const client = await PersonaClient.open(context);
	const hints = new Hints();
	if (context.getNode().executeOnce === true) hints.executeOnce();
	return { context, client, kind, target, settings, hints, signal: client.signal };
}
