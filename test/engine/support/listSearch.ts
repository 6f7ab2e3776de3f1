import { LoadOptionsContext } from 'n8n-core';
import type { ILoadOptionsFunctions } from 'n8n-workflow';

import { additionalData, importWorkflow, workflowOf, type Access } from './engine';

/** What n8n hands to a list search while somebody sets the Persona node up. */
export function listSearchContext(access: Access): ILoadOptionsFunctions {
	const file = importWorkflow([]);
	const workflow = workflowOf(file);
	const data = additionalData(file, access, 'editor');
	return new LoadOptionsContext(workflow, workflow.getNode('Persona')!, data, '');
}
