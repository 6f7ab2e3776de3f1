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
import { forEachItem } from '../forEachItem';
import {
	endedBadly,
	failedImportError,
	followSettings,
	hintAt,
	importerRequest,
} from '../common/follow';
import { Hints } from '../common/hints';
import { optionsField, readRequestSettings, requestOptions } from '../common/requestOptions';
import { pollInterval, readPollOptions, waitTimeout } from '../common/waitOptions';
import { importerErrorContext, importerIdField, readImporterId } from './importerId';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['importer'], operation: ['wait'] } },
	[
		importerIdField(
			{ mode: 'id', value: '={{ $json.id }}' },
			'The importer to wait for. After an import, the ID of each incoming item is taken; all of them are waited for together.',
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
	polled: PollResult,
	itemIndex: number,
): INodeExecutionData {
	if (polled.state === 'lost') {
		throw client.errorFor(polled.result, importerErrorContext(itemIndex));
	}
	const { data } = polled.body;
	if (hasFailed(data)) throw failedImportError(context.getNode(), String(data.id), itemIndex);
	return objectItem(polled.body, itemIndex);
}

/** Waits for the importers of all input items in one polling loop, and returns each as it was last seen. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const settings = followSettings(readRequestSettings(this));
	const poll = readPollOptions(this);
	const client = await PersonaClient.open(this);
	const ids = await readImporterIds(this);
	const requests = new Map([...ids].map((id) => [id, importerRequest(id, settings)]));
	const isEnough = this.continueOnFail() ? undefined : endedBadly;
	const polled = await pollUntilDone(client, requests, poll, { isFinished, isEnough });
	const items = await forEachItem(this, (itemIndex) => {
		const seen = polled.get(readImporterId(this, itemIndex));
		return seen === undefined ? [] : [itemFor(this, client, seen, itemIndex)];
	});
	const hints = new Hints();
	hintAt(hints, polled.values(), poll.timeout);
	hints.show(this);
	return items;
}
