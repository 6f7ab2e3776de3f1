import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/**
 * Ends the run, or the work on one item, because of how the node is set up; nothing has been sent for it yet.
 *
 * @throws NodeOperationError always
 */
export function throwConfigError(
	context: IExecuteFunctions,
	message: string,
	description: string,
	itemIndex?: number,
): never {
	throw new NodeOperationError(context.getNode(), message, {
		description,
		itemIndex,
		failure: { cause: 'configuration-invalid' },
	});
}
