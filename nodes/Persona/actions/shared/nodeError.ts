import { ExpressionError, NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

/** Anything that is not one of n8n's errors is a defect of this package; its own text may hold a value, so it stays here. */
export function asNodeError(node: INode, error: unknown): NodeApiError | NodeOperationError {
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
