import {
	NodeOperationError,
	type IExecuteFunctions,
	type IHookFunctions,
	type ILoadOptionsFunctions,
	type INode,
	type IWebhookFunctions,
} from 'n8n-workflow';

/** From where requests are made: a running node, the editor while somebody sets the node up, or a trigger. */
export type RequestContext =
	IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions | IWebhookFunctions;

/** The signal that n8n aborts when the user cancels the execution. Other requests cannot be cancelled. */
export function cancelSignalOf(context: RequestContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** What a user has to know after a cancelled execution; operations that only read leave nothing open. */
const AFTER_CANCELLING: Readonly<Record<string, string>> = {
	redact:
		'Accounts that were redacted by then stay redacted. Run this node again: it recognizes them. A dry run shows which ones they are.',
	get: 'Nothing was changed in Persona.',
	getAll: 'Nothing was changed in Persona.',
	getErrors: 'Nothing was changed in Persona.',
};

/** What the user sees of a cancelled execution. */
export function cancelledError(node: INode, operation: string): NodeOperationError {
	return new NodeOperationError(node, 'The execution was cancelled', {
		description:
			AFTER_CANCELLING[operation] ??
			'Persona goes on with the imports that it had accepted by then. The Persona dashboard shows what arrived.',
	});
}
