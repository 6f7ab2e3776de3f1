import type {
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { errorItem } from '../import/importErrors';
import { cancelSignalOf } from '../../transport/cancel';
import { asNodeError } from './nodeError';

/** One item that says why there is no result for an input item. */
export function failedItem(
	context: IExecuteFunctions,
	itemIndex: number,
	{ message, description }: NodeApiError | NodeOperationError,
): INodeExecutionData {
	// The item's own message begins with the item already.
	const said = message.replace(/^Item \d+: /, '');
	const problem = { column: '', code: 'run', message: said };
	return errorItem(context.getNode(), itemIndex, [problem], description ?? undefined);
}

/**
 * Runs a step for each input item, one after the other. Under *Continue* an item whose step throws becomes an item that
 * says why; those come behind all results.
 *
 * @throws NodeApiError or NodeOperationError, under *Stop Workflow* the first one, and always when the execution is cancelled
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
			failed.push(failedItem(context, itemIndex, error));
		}
	}
	return results.concat(failed);
}
