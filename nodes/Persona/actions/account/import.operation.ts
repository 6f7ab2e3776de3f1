import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { ACCOUNT_IMPORT } from '../../import/kinds';
import { columnsField, mappingNotice } from '../shared/columnsField';
import { output, waitForCompletion } from '../shared/ending';
import { importOptions } from '../shared/importOptions';
import { runImport } from '../shared/runImport';
import { sourceFields } from '../shared/sourceFields';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['account'], operation: ['import'] } },
	[
		...sourceFields,
		columnsField('getAccountColumns'),
		mappingNotice,
		output,
		waitForCompletion,
		importOptions,
	],
);

/** Imports all input items, or their files, as new accounts. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await runImport(this, ACCOUNT_IMPORT);
}
