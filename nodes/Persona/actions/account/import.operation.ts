import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { ACCOUNT_IMPORT } from '../../pipeline/columns';
import { columnsField, mappingNotice } from '../import/parameters/columnsField';
import { output, waitForCompletion } from '../import/parameters/ending';
import { importOptions } from '../import/parameters/importOptions';
import { runImport } from '../import/runImport';
import { sourceFields } from '../import/parameters/sourceFields';

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
