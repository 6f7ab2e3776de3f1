import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { hasFailed, isFinished } from '../../pipeline/importer';
import { objectItem } from '../../pipeline/results';
import { PersonaClient } from '../../transport/client';
import { pollUntilDone, type PollResult } from '../../transport/poll';
import { forEachItem } from '../common/failedItem';
import {
	endedBadly,
	failedImportError,
	followSettings,
	hintAt,
	importerRequest,
} from '../common/follow';
import { Hints } from '../common/hints';
import { optionsField, requestOptions } from '../common/requestOptions';
import { readRequestSettings } from '../common/requestSettings';
import { pollInterval, readPollOptions, waitTimeout } from '../common/waitOptions';
import { importerErrorContext, importerIdField, readImporterId } from './importerId';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['importer'], operation: ['wait'] } },
	[
		importerIdField(
			{ mode: 'id', value: '={{ $json.id }}' },
			'The importer to wait for. Behind an import, the ID of each incoming item is taken; all of them are waited for together.',
		),
		optionsField([...requestOptions, pollInterval, waitTimeout]),
	],
);

/** The importers of all input items, each once. An item without an ID stops it, or is left for later under *Continue*. */
async function readImporterIds(context: IExecuteFunctions): Promise<Set<string>> {
	const ids = new Set<string>();
	await forEachItem(context, (itemIndex) => {
		ids.add(readImporterId(context, itemIndex));
		return [];
	});
	return ids;
}

function itemFor(
	context: IExecuteFunctions,
	client: PersonaClient,
	watched: PollResult,
	itemIndex: number,
): INodeExecutionData {
	if (watched.state === 'lost') {
		throw client.errorFor(watched.result, importerErrorContext(itemIndex));
	}
	const { data } = watched.body;
	if (hasFailed(data)) throw failedImportError(context.getNode(), String(data.id), itemIndex);
	return objectItem(watched.body, itemIndex);
}

/** Waits for the importers of all input items in one polling loop, and returns each as it was last seen. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const settings = followSettings(readRequestSettings(this));
	const patience = readPollOptions(this);
	const client = await PersonaClient.open(this);
	const ids = await readImporterIds(this);
	const requests = new Map([...ids].map((id) => [id, importerRequest(id, settings)]));
	const isEnough = this.continueOnFail() ? undefined : endedBadly;
	const watched = await pollUntilDone(client, requests, patience, { isFinished, isEnough });
	const items = await forEachItem(this, (itemIndex) => {
		const seen = watched.get(readImporterId(this, itemIndex));
		return seen === undefined ? [] : [itemFor(this, client, seen, itemIndex)];
	});
	const hints = new Hints();
	hintAt(hints, watched.values(), patience.timeout);
	hints.show(this);
	return items;
}
