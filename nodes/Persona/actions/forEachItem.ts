import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { cancelSignalOf } from '../transport/cancel';
import { asNodeError, failedItem } from './common/errors';

/**
 * Runs a step for each input item, one after the other. Under *Continue* an item whose step throws becomes an item that
 * says why; those come after all results.
 *
 * @throws NodeApiError or NodeOperationError for the first item whose step throws, under *Stop Workflow*; the cancel
 * signal's reason
 */
export async function forEachItem(
	context: IExecuteFunctions,
	step: (itemIndex: number) => Promise<INodeExecutionData[]> | INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	const results: INodeExecutionData[] = [];
	const failed: INodeExecutionData[] = [];
	const count = context.getInputData().length;
	for (let itemIndex = 0; itemIndex < count; itemIndex++) {
		try {
			for (const item of await step(itemIndex)) results.push(item);
		} catch (cause) {
			cancelSignalOf(context)?.throwIfAborted();
			const error = asNodeError(context.getNode(), cause);
			if (!context.continueOnFail()) throw error;
			failed.push(failedItem(context.getNode(), itemIndex, error));
		}
	}
	return results.concat(failed);
}
