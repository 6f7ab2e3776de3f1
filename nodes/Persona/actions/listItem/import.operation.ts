import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { LIST_ITEM_IMPORTS, type ListType } from '../../pipeline/columns';
import { LIST_ID_PART } from '../../pipeline/form';
import { readChoice } from '../common/parameters';
import {
	binaryPropertyName,
	columnsField,
	mappingNotice,
	RESULT_FIELDS,
	source,
} from '../import/fields';
import { importOptions } from '../import/options';
import { runImport } from '../import/runImport';
import { SMALLER_IMPORTS } from '../import/settings';
import { matchType } from '../import/valueOptions';
import { listId, LIST_STATUS_MESSAGES, listType, readListId } from './list';

const EXAMPLES = 'Email, IP, Lat, Mobile or Passport Number';

/** Names of fields that automatic mapping understands in each type of list. */
const EXAMPLES_OF: Readonly<Record<ListType, string>> = {
	emailAddress: 'Email, Work Email or Domain',
	geolocation: 'Lat, Lng or Radius',
	governmentIdNumber: 'Passport Number, License Number or ID Type',
	ipAddress: 'IP, Client IP or Remote Address',
	name: 'First Name, Given Name or Surname',
	phoneNumber: 'Phone, Mobile or WhatsApp Number',
};

const notices = Object.entries(EXAMPLES_OF).flatMap(([type, examples]) =>
	updateDisplayOptions({ show: { listType: [type] } }, [mappingNotice(examples)]),
);

const matchTypeField = updateDisplayOptions(
	{ show: { source: ['items'], listType: ['emailAddress'] } },
	[matchType],
);

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['listItem'], operation: ['import'] } },
	[
		listType,
		listId,
		source,
		binaryPropertyName,
		...matchTypeField,
		columnsField('getListItemColumns', EXAMPLES, ['listType']),
		...notices,
		...RESULT_FIELDS.listItem,
		importOptions(LIST_ITEM_IMPORTS.emailAddress),
	],
);

/** Puts all input items, or the rows of their files, on one list. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const type = readChoice<ListType>(this, this.getNodeParameter('listType', 0), listType);
	const formFields = { [LIST_ID_PART]: await readListId(this) };
	const statusMessages = LIST_STATUS_MESSAGES;
	const target = { formFields, statusMessages, sendLess: SMALLER_IMPORTS };
	return await runImport(this, LIST_ITEM_IMPORTS[type], target);
}
