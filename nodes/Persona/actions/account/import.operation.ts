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
