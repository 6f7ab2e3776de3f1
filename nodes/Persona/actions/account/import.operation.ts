import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { ACCOUNT_IMPORT } from '../../import/kinds';
import { columnsField, mappingNotice } from '../bulkImport/parameters/columnsField';
import { output, waitForCompletion } from '../bulkImport/parameters/ending';
import { importOptions } from '../bulkImport/parameters/importOptions';
import { runImport } from '../bulkImport/runImport';
import { sourceFields } from '../bulkImport/parameters/sourceFields';

const EXAMPLES = 'First Name, DOB, SSN or Contact ID';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['account'], operation: ['import'] } },
	[
		...sourceFields,
		columnsField('getAccountColumns', EXAMPLES),
		mappingNotice(EXAMPLES),
		output,
		waitForCompletion,
		importOptions(ACCOUNT_IMPORT),
	],
);

/** Imports all input items, or their files, as new accounts. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await runImport(this, ACCOUNT_IMPORT);
}
