import type { IExecuteFunctions } from 'n8n-workflow';

import { inSlices } from '../../pipeline/slices';
import { cancelSignalOf } from '../../transport/cancel';

/**
 * Calls `step` for each entry, in order, gives the event loop back in between, and obeys the stop button.
 *
 * @throws NodeOperationError when the execution is cancelled
 */
export async function forEachInSlices<Entry>(
	context: IExecuteFunctions,
	entries: readonly Entry[],
	step: (entry: Entry, index: number) => void,
): Promise<void> {
	const signal = cancelSignalOf(context);
	await inSlices(entries.length, (index) => step(entries[index]!, index), signal);
}
