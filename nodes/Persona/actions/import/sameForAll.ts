import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { isSameValue } from '../../pipeline/automaticMapping/values';
import { inSlices } from '../../pipeline/slices';
import { cancelSignalOf } from '../../transport/cancel';
import { throwConfigError } from '../common/parameters';
import { looksAtItem, readerFor } from './mappedValues';

/**
 * Makes sure that no option is an expression that differs from item to item: an import has one value of each, and it would
 * quietly be the first item's.
 *
 * @param known the options of the operation, for their names in the editor
 * @throws NodeOperationError naming the option and the first item that differs; the cancel signal's reason
 */
export async function checkSameForAll(
	context: IExecuteFunctions,
	known: readonly INodeProperties[],
): Promise<void> {
	const raw = (context.getNodeParameter('options', 0, {}, { rawExpressions: true }) ??
		{}) as Record<string, unknown>;
	for (const field of known)
		await checkExpression(context, field, `options.${field.name}`, raw[field.name]);
}

/**
 * Makes the same sure of a parameter of its own.
 *
 * @throws as {@link checkSameForAll}
 */
export async function checkParameter(
	context: IExecuteFunctions,
	field: INodeProperties,
): Promise<void> {
	const raw = context.getNodeParameter(field.name, 0, '', { rawExpressions: true });
	await checkExpression(context, field, field.name, raw);
}

/** @param raw the text of the expression */
async function checkExpression(
	context: IExecuteFunctions,
	{ displayName }: INodeProperties,
	parameter: string,
	raw: unknown,
): Promise<void> {
	const { length } = context.getInputData();
	if (length < 2 || !looksAtItem(raw)) return;
	const read = readerFor(context, parameter, raw);
	const first = read(0);
	const compare = (itemIndex: number) => {
		if (isSameValue(first, read(itemIndex))) return;
		throwConfigError(
			context,
			`'${displayName}' differs between items: item ${itemIndex} gives another value than item 0`,
			'It applies to the whole run, so nothing was sent. Give it a fixed value, or send the items of each value to this node on their own, for instance with a Loop Over Items node.',
		);
	};
	await inSlices(length, compare, cancelSignalOf(context));
}
