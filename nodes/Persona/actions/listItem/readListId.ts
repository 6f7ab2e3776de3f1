import type { IExecuteFunctions, INodeParameterResourceLocator } from 'n8n-workflow';

import { inSlices } from '../../pipeline/slices';
import { cancelSignalOf } from '../../transport/cancel';
import { readerFor, type Read } from '../import/rows/parameterReader';
import { throwConfigError } from '../common/refuse';

/** What an expression says when it looks at the current item, and not only at the first, the last or all of them. */
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
