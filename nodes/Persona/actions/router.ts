import {
	ExpressionError,
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import * as account from './account';
import { errorItem } from './shared/importErrors';

type Operation = (this: IExecuteFunctions) => Promise<INodeExecutionData[]>;

const OPERATIONS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
	account: { import: account.importAccounts.execute },
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

/** Anything that is not one of n8n's errors is a defect of this package; its own text may hold a value, so it stays here. */
function asNodeError(node: INode, error: unknown): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof ExpressionError) {
		const parameter = typeof error.context.parameter === 'string' ? error.context.parameter : '';
		return new NodeOperationError(node, 'An expression of this node could not be resolved', {
			description: `Open the node and look at the expressions in '${parameter}': the editor shows what is missing.`,
			failure: { cause: 'configuration-invalid' },
		});
	}
	const kind = error instanceof Error ? error.name : typeof error;
	return new NodeOperationError(
		node,
		`The node stopped for a reason that it does not know (${kind})`,
		{
			description:
				'Please report this at https://github.com/n8n-nodes-persona/n8n-nodes-persona/issues.',
			failure: { cause: 'node-defect' },
		},
	);
}

/**
 * When a node throws and the user chose to continue, n8n hands on the input items as if they were the output: rows with
 * people's data would look like imports. So every item gets its own item with the reason instead.
 */
function itemsFor(
	context: IExecuteFunctions,
	{ message, description }: NodeApiError | NodeOperationError,
): INodeExecutionData[] {
	const problem = { column: '', code: 'run', message };
	return context
		.getInputData()
		.map((_, itemIndex) =>
			errorItem(context.getNode(), itemIndex, [problem], description ?? undefined),
		);
}

/** Runs the chosen operation; the one place that decides between throwing and continuing. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	try {
		return [await operationOf(this).call(this)];
	} catch (cause) {
		const error = asNodeError(this.getNode(), cause);
		if (!this.continueOnFail() || this.getExecutionCancelSignal()?.aborted === true) throw error;
		return [itemsFor(this, error)];
	}
}
