import { ExpressionError, NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';

type NodeOperationErrorOptions = ConstructorParameters<typeof NodeOperationError>[2];

/**
 * An error whose message holds a name that the user chose: n8n replaces a message by a sentence of its own if it contains
 * certain words in any case, such as EPERM, which is in "Keepermail".
 */
export function namingError(
	...[node, message, options]: [INode, string, NodeOperationErrorOptions]
): NodeOperationError {
	const error = new NodeOperationError(node, message, options);
	error.message = message;
	return error;
}

/** Anything that is not one of n8n's errors is a defect of this package; its own text may hold a value, so it stays here. */
export function asNodeError(node: INode, error: unknown): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof ExpressionError) {
		const { parameter } = error.context;
		const where = typeof parameter === 'string' ? `in '${parameter}'` : 'of this node';
		return namingError(node, `An expression ${where} could not be resolved`, {
			description: 'Open the node and look at its expressions: the editor shows what is missing.',
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
