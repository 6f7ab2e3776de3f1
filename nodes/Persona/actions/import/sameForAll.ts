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
	const { length } = context.getInputData();
	const raw = (context.getNodeParameter('options', 0, {}, { rawExpressions: true }) ??
		{}) as Record<string, unknown>;
	for (const { name, displayName } of known) {
		if (length < 2 || !looksAtItem(raw[name])) continue;
		const read = readerFor(context, `options.${name}`, raw[name]);
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
}
