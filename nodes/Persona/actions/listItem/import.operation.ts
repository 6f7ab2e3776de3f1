import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { LIST_ID_PART } from '../../pipeline/form';
import { LIST_ITEM_IMPORTS, type ListType } from '../../pipeline/columns';
import { columnsField, mappingNotice } from '../import/parameters/columnsField';
import { waitForCompletion } from '../import/parameters/ending';
import { importOptions } from '../import/parameters/importOptions';
import { requireOneOf } from '../common/readOption';
import { runImport } from '../import/runImport';
import { sourceFields } from '../import/parameters/sourceFields';
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
	requireOneOf(this, listType, type);
	const fields = { [LIST_ID_PART]: await readListId(this) };
	return await runImport(this, LIST_ITEM_IMPORTS[type], fields);
}
