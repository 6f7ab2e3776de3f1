import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	Workflow,
	type IConnections,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type IPinData,
	type IRun,
	type ITaskData,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type IWorkflowSettings,
} from 'n8n-workflow';

import { OneCredential } from './credentials';
import { nodeTypes } from './nodeTypes';

/** A workflow as the editor exports it. */
export interface WorkflowFile {
	nodes: INode[];
	connections: IConnections;
	pinData?: IPinData;
	settings?: IWorkflowSettings;
}

export interface Access {
	apiKey: string;
	baseUrl: string;
}

const BASE = 'http://localhost:5678/';
let executions = 0;

/** What n8n's server hands to the engine, reduced to what this engine asks for. */
export function additionalData(file: WorkflowFile, access: Access, executionId: string) {
	const workflowData = { id: 'wf', name: 'Test', ...file } as unknown as IWorkflowBase;
	return {
		executionId,
		hooks: new ExecutionLifecycleHooks('manual', executionId, workflowData),
		credentialsHelper: new OneCredential({ ...access }),
		currentNodeExecutionIndex: 0,
		restApiUrl: BASE,
		instanceBaseUrl: BASE,
		formBaseUrl: BASE,
		formWaitingBaseUrl: BASE,
		webhookBaseUrl: BASE,
		webhookWaitingBaseUrl: BASE,
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
}

/** A workflow with this package's nodes; the file stays as it is. */
export function workflowOf(file: WorkflowFile): Workflow {
	return new Workflow({
		id: 'wf',
		name: 'Test',
		nodes: structuredClone(file.nodes),
		connections: file.connections,
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1', timezone: 'America/New_York', ...file.settings },
	});
}

/** Starts a workflow in n8n's own engine; `cancel()` on the result is what the editor's stop button does. */
export function startWorkflow(
	file: WorkflowFile,
	access: Access,
	executionId?: string,
	workflow = workflowOf(file),
) {
	const id = executionId ?? String(++executions);
	const engine = new WorkflowExecute(additionalData(file, access, id), 'manual');
	const first = Object.values(workflow.nodes).find(({ name }) => name in file.connections);
	const startNode = workflow.getStartNode() ?? first ?? Object.values(workflow.nodes)[0];
	return engine.run({ workflow, startNode, pinData: file.pinData });
}

export async function runWorkflow(
	file: WorkflowFile,
	access: Access,
	executionId?: string,
): Promise<IRun> {
	return await startWorkflow(file, access, executionId);
}

export interface PersonaNode {
	parameters?: IDataObject;
	settings?: Partial<INode>;
}

/** The setting of a node that goes on whatever happens, and says so in its items. */
export const CONTINUE = { onError: 'continueRegularOutput' } as const;

/** Manual Trigger → Persona, with the items pinned to the trigger. */
export function importWorkflow(
	rows: IDataObject[],
	{ parameters = {}, settings = {} }: PersonaNode = {},
): WorkflowFile {
	const trigger: INode = {
		id: '1',
		name: 'CRM',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const persona: INode = {
		id: '2',
		name: 'Persona',
		type: 'n8n-nodes-persona.persona',
		typeVersion: 1,
		position: [200, 0],
		parameters: { resource: 'account', operation: 'import', ...parameters } as INode['parameters'],
		credentials: { personaApi: { id: '1', name: 'Persona' } },
		...settings,
	};
	return {
		nodes: [trigger, persona],
		connections: { CRM: { main: [[{ node: 'Persona', type: 'main', index: 0 }]] } },
		pinData: { CRM: rows.map((json) => ({ json })) },
	};
}

/** The last run of the Persona node. */
export function personaRun(run: IRun): ITaskData {
	const task = run.data.resultData.runData.Persona?.at(-1);
	if (task === undefined) throw new Error('The Persona node did not run');
	return task;
}

/** What left the Persona node through an output (0: success, 1: error branch). */
export function outputOf(run: IRun, output = 0): INodeExecutionData[] {
	return personaRun(run).data?.main?.[output] ?? [];
}

/** What a run says first when all went well. */
const ANSWER = /^\d+ (row|file)s? sent; Persona (is working on (it|them)|has finished: .*)$/;

/** The hints above the output, as their texts. */
function allHintsOf(run: IRun): string[] {
	return (personaRun(run).hints ?? []).map(({ message }) => message);
}

/** The hint that says that all rows were sent, if it stands first. */
export function answerOf(run: IRun): string | undefined {
	const [first] = allHintsOf(run);
	return first !== undefined && ANSWER.test(first) ? first : undefined;
}

/** The other hints. */
export function hintsOf(run: IRun): string[] {
	return allHintsOf(run).slice(answerOf(run) === undefined ? 0 : 1);
}

/** Where a hint says that the reasons are. */
export function reasonsIn(onError: string): string {
	return onError === 'continueErrorOutput' ? 'the error output' : 'the last items';
}

/** What an item tells about an input item that did not make it. */
export interface Reason {
	message: string;
	description?: string;
	problems: IDataObject[];
}

/** The reason that an item holds; undefined for an item that is a result. */
export function reasonIn({ json, error }: INodeExecutionData): Reason | undefined {
	const details = json.details as { help: string | null; problems: IDataObject[] } | undefined;
	if (details !== undefined) {
		const { help, problems } = details;
		return { message: String(json.error), description: help ?? undefined, problems };
	}
	if (error === undefined) return undefined;
	return { message: error.message, description: error.description ?? undefined, problems: [] };
}

/** Without the item of a run that had nothing to import, which stands for no row. */
export function aboutRows(items: readonly INodeExecutionData[]): INodeExecutionData[] {
	return items.filter(({ json }) => (json.details as IDataObject | undefined)?.row !== null);
}
