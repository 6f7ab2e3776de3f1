import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { objectItem } from '../../pipeline/results';
import { PersonaClient } from '../../transport/client';
import { forEachItem } from '../forEachItem';
import { optionsField, readRequestSettings, requestOptions } from '../common/requestOptions';
import { batchJobErrorContext, batchJobId, batchJobRequest, readBatchJobId } from './batchJobId';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['batchJob'], operation: ['get'] } },
	[batchJobId, optionsField(requestOptions)],
);

/** Fetches one batch job for each input item. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const client = await PersonaClient.open(this);
	return await forEachItem(this, async (itemIndex) => {
		const settings = readRequestSettings(this, itemIndex);
		const request = batchJobRequest(readBatchJobId(this, itemIndex), settings);
		const body = await client.fetchObject(request, batchJobErrorContext(itemIndex));
		return [objectItem(body, itemIndex)];
	});
}
