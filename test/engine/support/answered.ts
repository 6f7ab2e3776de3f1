import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import { runWorkflow, type Access, type WorkflowFile } from './engine';

/** What is said of a run without a single row. */
export const NOTHING = 'There was no row to import, so nothing was sent';
const HELP = 'No item has a value for any column. Check what the node before this one gives.';

/** The Continue settings, each with the output that items with a reason leave the node by. */
export const CONTINUES = [
	['continueRegularOutput', 0],
	['continueErrorOutput', 1],
] as const;

/** The item of a run without a single row. On the error output, n8n puts the fields of the first input item before it. */
export function nothingItem(rows: readonly IDataObject[], output: number): INodeExecutionData {
	const problems = [{ column: '', field: null, code: 'nothingToImport', message: NOTHING }];
	return {
		json: {
			...(output === 1 ? rows[0] : {}),
			error: NOTHING,
			details: { row: null, problems, help: HELP },
		},
		pairedItem: rows.map((_, item) => ({ item })),
	};
}

/** Persona → an answer to whoever called, on both outputs. */
function answered(file: WorkflowFile): WorkflowFile {
	const [trigger, persona] = file.nodes as [INode, INode];
	const answer: INode = {
		...trigger,
		id: '3',
		name: 'Answer',
		type: 'n8n-nodes-base.respondToWebhook',
	};
	const to = [{ node: 'Answer', type: 'main' as const, index: 0 }];
	const main = persona.onError === 'continueErrorOutput' ? [to, to] : [to];
	return {
		...file,
		nodes: [trigger, persona, answer],
		connections: { ...file.connections, Persona: { main } },
	};
}

/** Runs a workflow in which another node answers a request with what this one returns, and says whether it did. */
export async function runAnswered(file: WorkflowFile, access: Access) {
	const done = await runWorkflow(answered(file), access);
	return { done, hasAnswered: done.data.resultData.runData.Answer !== undefined };
}
