import {
	NodeOperationError,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INode,
} from 'n8n-workflow';

/** From where requests are made: a running node, or the editor while somebody sets the node up. */
export type RequestContext = IExecuteFunctions | ILoadOptionsFunctions;

/** The signal that n8n aborts when the user cancels the execution. The editor's requests cannot be cancelled. */
export function cancelSignalOf(context: RequestContext): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

/** What the user sees of a cancelled execution. */
export function cancelledError(node: INode): NodeOperationError {
	return new NodeOperationError(node, 'The execution was cancelled', {
		description:
			'Persona goes on with the imports that it had accepted by then. The Persona dashboard shows what arrived.',
	});
}
