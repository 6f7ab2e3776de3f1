import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

/**
 * Ends the run, or the work on one item, because of how the node is set up; nothing has been sent for it yet.
 *
 * @throws NodeOperationError always
 */
export function refuse(
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

/** An option can hold anything when an expression fills it; undefined stands for its default. */
export function refuseUnlessOneOf(
	context: IExecuteFunctions,
	name: string,
	value: unknown,
	allowed: readonly string[],
): void {
	if (value === undefined || allowed.includes(value as string)) return;
	const choices = allowed.filter((choice) => choice !== '').join(', ');
	refuse(
		context,
		`The option '${name}' holds a value that it does not have`,
		`It takes: ${choices}.`,
	);
}
