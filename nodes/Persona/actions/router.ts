import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { forEachInSlices } from '../pipeline/slices';
import { cancelledError, cancelSignalOf } from '../transport/cancel';
import * as account from './account';
import * as batchJob from './batchJob';
import { asNodeError, failedItem, type NodeError } from './common/errors';
import { hintAt } from './common/hints';
import * as importer from './importer';
import * as listItem from './listItem';

type Operation = (this: IExecuteFunctions) => Promise<INodeExecutionData[]>;

const OPERATIONS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
	account: {
		get: account.getAccount.execute,
		getAll: account.getManyAccounts.execute,
		import: account.importAccounts.execute,
		redact: account.redactAccounts.execute,
		update: account.updateAccounts.execute,
		upsert: account.upsertAccounts.execute,
	},
	batchJob: {
		get: batchJob.getBatchJob.execute,
		getErrors: batchJob.getBatchJobErrors.execute,
		wait: batchJob.waitForBatchJobs.execute,
	},
	importer: {
		get: importer.getImporter.execute,
		getAll: importer.getManyImporters.execute,
		wait: importer.waitForImporters.execute,
	},
	listItem: { import: listItem.importListItems.execute },
};

function operationOf(context: IExecuteFunctions): Operation {
	const resource = context.getNodeParameter('resource', 0) as string;
	const operation = context.getNodeParameter('operation', 0) as string;
	const execute = OPERATIONS[resource]?.[operation];
	if (execute !== undefined) return execute;
	throw new NodeOperationError(
		context.getNode(),
		'This version of the node does not know the operation',
		{
			description: `It was set up as '${resource}', '${operation}'. Choose an operation again, or update the node.`,
		},
	);
}

/**
 * When a node throws and the user chose to continue, n8n hands on the input items as if they were the output: rows with
 * people's data would look like imports. So every item gets its own item with the reason instead.
 */
async function itemsFor(
	context: IExecuteFunctions,
	error: NodeError,
): Promise<INodeExecutionData[]> {
	const node = context.getNode();
	const items: INodeExecutionData[] = [];
	await forEachInSlices(context.getInputData(), (_, itemIndex) => {
		items.push(failedItem(node, itemIndex, error));
	});
	return items;
}

/** Runs the chosen operation; the one place that decides between throwing and continuing. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	try {
		return [await operationOf(this).call(this)];
	} catch (cause) {
		if (cancelSignalOf(this)?.aborted === true) {
			throw cancelledError(this.getNode(), this.getNodeParameter('operation', 0) as string);
		}
		const error = asNodeError(this.getNode(), cause);
		if (!this.continueOnFail()) throw error;
		hintAt(this, error.message);
		return [await itemsFor(this, error)];
	}
}
