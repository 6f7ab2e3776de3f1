import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { accountTypeField, batchOptions, columns, lookupField, output } from '../batchRun/fields';
import { runBatchJobs } from '../batchRun/runBatchJobs';
import { openBatchRun } from '../batchRun/settings';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['account'], operation: ['update'] } },
	[lookupField, accountTypeField(false), columns, output, batchOptions],
);

/** Updates accounts from all input items, and creates none. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await runBatchJobs(await openBatchRun(this, 'update'));
}
