import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { objectItem } from '../../pipeline/results';
import { PersonaClient } from '../../transport/client';
import { forEachItem } from '../forEachItem';
import { limit, readLimit, returnAll } from '../common/limit';
import {
	keyInflection,
	optionsField,
	personaVersion,
	readRequestSettings,
} from '../common/requestOptions';
import { batchJobErrorContext, batchJobId, batchJobRequest, readBatchJobId } from './batchJobId';
import { fetchJobErrors } from './rowErrors';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['batchJob'], operation: ['getErrors'] } },
	[batchJobId, returnAll, limit, optionsField([personaVersion, keyInflection])],
);

/** An error of the whole job, in the form of those of rows; Persona gives them no type and no ID. */
function asObject(attributes: IDataObject): IDataObject {
	return { type: 'batch-job-global-error', attributes };
}

/** Lists what the batch job of each input item could not write: errors of the whole job, then rows by their number. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const client = await PersonaClient.open(this);
	return await forEachItem(this, async (itemIndex) => {
		const settings = readRequestSettings(this, itemIndex);
		const job = batchJobRequest(readBatchJobId(this, itemIndex), settings);
		const context = batchJobErrorContext(itemIndex);
		const found = await fetchJobErrors(client, job, readLimit(this, itemIndex), context);
		const all = [...found.global.map(asObject), ...found.rows];
		return all.map((data) => objectItem({ data }, itemIndex));
	});
}
