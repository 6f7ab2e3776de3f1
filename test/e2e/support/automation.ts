import type { ExecutionStatus, IConnections, INode, INodeParameters } from 'n8n-workflow';
import type { Request } from '../../../scripts/n8n/rest';
import { saveWorkflow } from '../../../scripts/n8n/setup';
import { until } from './until';

/** A workflow that a webhook starts, as another system would: rows or a CSV file come in, and Persona gets them. */
export interface Automation {
	/** ID of the workflow; the file that it uploads is named after it, and so are its people. */
	id: string;
	parameters?: INodeParameters;
	/** What the node's Settings tab holds. */
	settings?: Partial<INode>;
}

/** Where workflows run. */
export interface Running {
	url: string;
	/** A client, signed in as the owner. */
	request: Request;
	/** The credential that leads to Persona. */
	credential: { id: string; name: string };
}

export interface Execution {
	id: string;
	status: ExecutionStatus;
}

export type Person = Record<'name_first' | 'name_last', string>;

const COLUMNS = { mappingMode: 'autoMapInputData', value: null, matchingColumns: [], schema: [] };

/** The people that an automation sends. They have no reference IDs: nothing but the Idempotency-Key tells a second upload. */
export function peopleOf(id: string): Person[] {
	return ['Zoë', '美咲', 'Amara'].map((name) => ({ name_first: name, name_last: id }));
}

function nodesOf(
	{ credential }: Running,
	{ id, parameters = {}, settings = {} }: Automation,
): INode[] {
	const node = (name: string, type: string, typeVersion: number, place: number) => ({
		...{ id: `${id}-${place}`, name, type, typeVersion },
		position: [place * 200, 0] as [number, number],
	});
	const { options, ...others } = parameters;
	return [
		{
			...node('Webhook', 'n8n-nodes-base.webhook', 2, 0),
			webhookId: id,
			parameters: { httpMethod: 'POST', path: id, responseMode: 'onReceived', options: {} },
		},
		{
			...node('Rows', 'n8n-nodes-base.splitOut', 1, 1),
			parameters: { fieldToSplitOut: 'body.rows', options: {} },
			disabled: others.source === 'file',
		},
		{
			...node('Persona', 'n8n-nodes-persona.persona', 1, 2),
			parameters: {
				...{ resource: 'account', operation: 'import', columns: COLUMNS, ...others },
				options: { fileName: `${id}.csv`, ...(options as INodeParameters) },
			},
			credentials: { personaApi: credential },
			...settings,
		},
	];
}

const CONNECTIONS: IConnections = {
	Webhook: { main: [[{ node: 'Rows', type: 'main', index: 0 }]] },
	Rows: { main: [[{ node: 'Persona', type: 'main', index: 0 }]] },
};

/** Stores a workflow and makes its webhook live. */
export async function publish(running: Running, automation: Automation): Promise<void> {
	const { request } = running;
	const { id } = automation;
	const settings = { executionOrder: 'v1' };
	const nodes = nodesOf(running, automation);
	await saveWorkflow(request, { id, name: id, nodes, connections: CONNECTIONS, settings });
	const { versionId } = await request<{ versionId: string }>('GET', `/workflows/${id}`);
	await request('POST', `/workflows/${id}/activate`, { versionId });
}

/** Sends people to a workflow's webhook, which starts an execution. */
export async function trigger(
	{ url }: Running,
	{ id, parameters }: Automation,
	people: readonly Person[] = peopleOf(id),
): Promise<void> {
	const file = new FormData();
	const lines = people.map(({ name_first, name_last }) => `${name_first},${name_last}\n`);
	file.append('data', new Blob([`name_first,name_last\n${lines.join('')}`]), `${id}.csv`);
	const sent =
		parameters?.source === 'file'
			? { body: file }
			: {
					body: JSON.stringify({ rows: people }),
					headers: { 'content-type': 'application/json' },
				};
	// The webhooks answer a little later than n8n itself.
	await until(`the webhook of '${id}'`, async () => {
		const response = await fetch(`${url}/webhook/${id}`, { method: 'POST', ...sent });
		const said = await response.text();
		if (!response.ok && response.status !== 404) throw new Error(`n8n answered: ${said}`);
		return response.ok;
	});
}

/** The executions of a workflow, the newest first. */
export async function executionsOf({ request }: Running, { id }: Automation): Promise<Execution[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
	const path = `/executions?limit=100&filter=${filter}`;
	return (await request<{ results: Execution[] }>('GET', path)).results;
}

/** Waits until none of a workflow's executions runs any more. */
export async function endedExecutionsOf(
	running: Running,
	automation: Automation,
): Promise<Execution[]> {
	return await until(`the end of all executions of '${automation.id}'`, async () => {
		const all = await executionsOf(running, automation);
		return all.length > 0 && all.every(({ status }) => !/new|running/.test(status)) && all;
	});
}

/** What the button *Retry execution* does: it resolves when the retry has ended. */
export async function retryExecution({ request }: Running, { id }: Execution): Promise<Execution> {
	return await request('POST', `/executions/${id}/retry`, { loadWorkflow: false });
}

/** What the button *Stop execution* does. */
export async function stopExecution({ request }: Running, { id }: Execution): Promise<void> {
	await request('POST', `/executions/${id}/stop`);
}
