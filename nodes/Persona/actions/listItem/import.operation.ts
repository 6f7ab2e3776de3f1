import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { LIST_ID_PART } from '../../import/form';
import { LIST_ITEM_IMPORTS, type ListType } from '../../import/kinds';
import { columnsField, mappingNotice } from '../bulkImport/parameters/columnsField';
import { waitForCompletion } from '../bulkImport/parameters/ending';
import { importOptions } from '../bulkImport/parameters/importOptions';
import { refuseUnlessOneOf } from '../shared/readOption';
import { runImport } from '../bulkImport/runImport';
import { sourceFields } from '../bulkImport/parameters/sourceFields';
import { listId, listType } from './fields';
import { readListId } from './readListId';

const EXAMPLES = 'Email, IP, Lat, Mobile or Passport Number';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['listItem'], operation: ['import'] } },
	[
		listType,
		listId,
		...sourceFields,
		columnsField('getListItemColumns', EXAMPLES, ['listType']),
		mappingNotice(EXAMPLES),
		waitForCompletion,
		importOptions(LIST_ITEM_IMPORTS.emailAddress),
	],
);

/** Puts all input items, or the rows of their files, on one list. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const type = this.getNodeParameter('listType', 0) as ListType;
	refuseUnlessOneOf(this, listType, type);
	const fields = { [LIST_ID_PART]: await readListId(this) };
	return await runImport(this, LIST_ITEM_IMPORTS[type], fields);
}
