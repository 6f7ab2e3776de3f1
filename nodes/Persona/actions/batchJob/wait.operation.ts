import {
	NodeOperationError,
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { endedEarly, hasEnded } from '../../pipeline/batchJob';
import { objectItem } from '../../pipeline/results';
import { PersonaClient } from '../../transport/client';
import { pollUntilDone, type PollResult } from '../../transport/poll';
import { forEachItem } from '../forEachItem';
import { followSettings } from '../common/follow';
import { Hints } from '../common/hints';
import { optionsField, readRequestSettings, requestOptions } from '../common/requestOptions';
import { pollInterval, readPollOptions, waitTimeout } from '../common/waitOptions';
import {
	batchJobErrorContext,
	batchJobId,
	batchJobRequest,
	hintAtUnfinished,
	readBatchJobId,
} from './batchJobId';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['batchJob'], operation: ['wait'] } },
	[batchJobId, optionsField([...requestOptions, pollInterval, waitTimeout])],
);

function itemFor(
	context: IExecuteFunctions,
	client: PersonaClient,
	polled: PollResult,
	itemIndex: number,
): INodeExecutionData {
	if (polled.state === 'lost') {
		throw client.errorFor(polled.result, batchJobErrorContext(itemIndex));
	}
	if (!endedEarly(polled.body.data)) return objectItem(polled.body, itemIndex);
	throw new NodeOperationError(
		context.getNode(),
		`Item ${itemIndex}: the batch job ended before it was completed`,
		{
			itemIndex,
			description:
				'It was canceled, or Persona could not process it. Some rows may have been written: Batch Job: Get shows how many, Batch Job: Get Errors which were not.',
		},
	);
}

/** Waits for the batch jobs of all input items in one polling loop, and returns each as it was last seen. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const settings = followSettings(readRequestSettings(this), 'batch-job');
	const poll = readPollOptions(this);
	const client = await PersonaClient.open(this);
	const ids = new Set<string>();
	await forEachItem(this, (itemIndex) => {
		ids.add(readBatchJobId(this, itemIndex));
		return [];
	});
	const requests = new Map([...ids].map((id) => [id, batchJobRequest(id, settings)]));
	const isBad = (seen: PollResult) => seen.state === 'lost' || endedEarly(seen.body.data);
	const isEnough = this.continueOnFail() ? undefined : isBad;
	const polled = await pollUntilDone(client, requests, poll, { isFinished: hasEnded, isEnough });
	const items = await forEachItem(this, (itemIndex) => {
		const seen = polled.get(readBatchJobId(this, itemIndex));
		return seen === undefined ? [] : [itemFor(this, client, seen, itemIndex)];
	});
	const hints = new Hints();
	hintAtUnfinished(hints, polled.values(), poll.timeout);
	hints.show(this);
	return items;
}
