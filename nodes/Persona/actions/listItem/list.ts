import type {
	IExecuteFunctions,
	INodeParameterResourceLocator,
	INodeProperties,
} from 'n8n-workflow';

import { inSlices } from '../../pipeline/slices';
import { cancelSignalOf } from '../../transport/cancel';
import type { StatusMessage } from '../../transport/messages';
import { throwConfigError } from '../common/parameters';
import { readerFor, type Read } from '../import/mappedValues';

/** Not an expression: the columns that can be mapped follow from it while the node is set up. */
export const listType: INodeProperties = {
	displayName: 'List Type',
	name: 'listType',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Email Address', value: 'emailAddress' },
		{ name: 'Geolocation', value: 'geolocation' },
		{ name: 'Government ID Number', value: 'governmentIdNumber' },
		{ name: 'IP Address', value: 'ipAddress' },
		{ name: 'Name', value: 'name' },
		{ name: 'Phone Number', value: 'phoneNumber' },
	],
	default: 'emailAddress',
	description: 'What the list holds',
};

export const listId: INodeProperties = {
	displayName: 'List',
	name: 'listId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	typeOptions: { loadOptionsDependsOn: ['listType'] },
	description:
		'The list to add the items to, the same for all of them. It must exist already, in the environment of the API key.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a list…',
			typeOptions: { searchListMethod: 'searchLists', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. lst_kRcKDJ4c8wF2AmAghggtYxboX',
		},
	],
};

/** What Persona's answers mean when the upload names a list. */
export const LIST_STATUS_MESSAGES: Readonly<Record<number, StatusMessage>> = {
	404: {
		message: "Persona does not find the list in 'List' (HTTP 404)",
		help: 'Choose the list again, or check its ID. A sandbox key does not see the lists of production, nor the other way round.',
		cause: 'configuration-invalid',
	},
	409: {
		message: 'Persona reports a conflict with what it already holds (HTTP 409)',
		help: 'Somebody may be changing the same list. See the Persona dashboard under Lists, then run this node again.',
	},
	422: {
		message: 'Persona did not accept the file for this list (HTTP 422)',
		help: "See what Persona says. The list in 'List' must hold what 'List Type' says, and it must not be archived. For a file that is too large, give 'Rows per Import' a smaller number, or split the CSV file.",
		cause: 'configuration-invalid',
	},
};

/** What an expression holds when it looks at the current item, and not only at the first, the last or all of them. */
const LOOKS_AT_ITEM = /\$json|\$binary|\$item|\$input\.item|\.item\b|itemMatching/;

/** How to find out which list each item names; undefined when they cannot name different ones. */
function listOfItem(context: IExecuteFunctions): Read | undefined {
	const raw = context.getNodeParameter('listId', 0, '', { rawExpressions: true }) as
		INodeParameterResourceLocator | string;
	const [parameter, text] = typeof raw === 'string' ? ['listId', raw] : ['listId.value', raw.value];
	if (typeof text !== 'string' || !text.startsWith('=') || !LOOKS_AT_ITEM.test(text)) return;
	return readerFor(context, parameter, text);
}

/**
 * The list that this run fills. An upload goes to one list, so an expression has to name the same one for every item:
 * otherwise items would quietly end up on the first item's list.
 *
 * @throws NodeOperationError when no list, or more than one, is named
 */
export async function readListId(context: IExecuteFunctions): Promise<string> {
	const given = context.getNodeParameter('listId', 0, '', { extractValue: true });
	const id = typeof given === 'string' ? given.trim() : '';
	if (id === '') {
		throwConfigError(
			context,
			"No list is chosen in 'List'",
			"Choose one from the list, or set 'List' to By ID and give its ID.",
		);
	}
	const listOf = listOfItem(context);
	if (listOf === undefined) return id;
	await inSlices(
		context.getInputData().length,
		(itemIndex) => {
			if (String(listOf(itemIndex) ?? '').trim() === id) return;
			throwConfigError(
				context,
				`The items name more than one list in 'List': item ${itemIndex} another than item 0`,
				'One run fills one list. Send the items of each list to this node on their own, for instance with a Filter or Loop Over Items node before it.',
			);
		},
		cancelSignalOf(context),
	);
	return id;
}
