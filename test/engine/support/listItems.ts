import type { IDataObject } from 'n8n-workflow';

import type { ListType } from '../../../nodes/Persona/pipeline/columns';
import type { WorkflowFile } from './engine';
import { importWorkflow, type PersonaNode } from './engine';

/** Manual Trigger → Persona, List Item → Import, into the list with this ID. */
export function listWorkflow(
	listType: ListType,
	listId: string,
	rows: IDataObject[],
	{ parameters = {}, settings }: PersonaNode = {},
): WorkflowFile {
	return importWorkflow(rows, {
		parameters: {
			resource: 'listItem',
			listType,
			listId: { __rl: true, mode: 'id', value: listId },
			...parameters,
		},
		settings,
	});
}
