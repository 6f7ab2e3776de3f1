import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { ACCOUNT_IMPORT } from '../../pipeline/columns';
import {
	binaryPropertyName,
	columnsField,
	mappingNotice,
	RESULT_FIELDS,
	source,
} from '../import/fields';
import { importOptions } from '../import/options';
import { runImport } from '../import/runImport';

const EXAMPLES = 'First Name, DOB, SSN or Contact ID';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['account'], operation: ['import'] } },
	[
		source,
		binaryPropertyName,
		columnsField('getAccountColumns', EXAMPLES),
		mappingNotice(EXAMPLES),
		...RESULT_FIELDS.account,
		importOptions(ACCOUNT_IMPORT),
	],
);

/** Imports all input items, or their files, as new accounts. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await runImport(this, ACCOUNT_IMPORT);
}
