import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { accountTypeField, batchOptions, columns, output } from '../batchRun/fields';
import { runBatchJobs } from '../batchRun/runBatchJobs';
import { openBatchRun } from '../batchRun/settings';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['account'], operation: ['upsert'] } },
	[accountTypeField(true), columns, output, batchOptions],
);

/** Updates the accounts that have the reference IDs of the input items, and creates the others. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await runBatchJobs(await openBatchRun(this, 'upsert'));
}
