import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

/** From where requests are made: a running node, or the editor while somebody sets the node up. */
export type RequestContext = IExecuteFunctions | ILoadOptionsFunctions;

/** The editor's requests cannot be cancelled. */
export function isCancelled(context: RequestContext): boolean {
	return (
		'getExecutionCancelSignal' in context && context.getExecutionCancelSignal()?.aborted === true
	);
}
