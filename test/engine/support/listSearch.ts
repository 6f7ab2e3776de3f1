import { LoadOptionsContext } from 'n8n-core';
import type { ILoadOptionsFunctions, INodeParameters } from 'n8n-workflow';

import { additionalData, importWorkflow, workflowOf, type Access } from './engine';

/**
 * What n8n hands to a list search, or to the mapper's columns, while somebody sets the Persona node up.
 *
 * @param parameters what is set in the node just then
 */
export function listSearchContext(
	access: Access,
	parameters: INodeParameters = {},
): ILoadOptionsFunctions {
	const file = importWorkflow([]);
	const workflow = workflowOf(file);
	const data = {
		...additionalData(file, access, 'editor'),
		currentNodeParameters: parameters,
	};
	return new LoadOptionsContext(workflow, workflow.getNode('Persona')!, data, '');
}
