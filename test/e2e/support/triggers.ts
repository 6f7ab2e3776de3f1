import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { RestError } from '../../../scripts/n8n/rest';
import { saveWorkflow } from '../../../scripts/n8n/setup';
import { untilEnded } from '../../../scripts/n8n/run';
import type { Workflow } from '../../../scripts/n8n/types';
import type { Running } from './automation';
import { until } from './until';

/** How long one execution may take, in milliseconds. */
const RUN_LIMIT = 60_000;

/** A workflow that a Persona Trigger starts. */
export function triggerWorkflow(
	{ credential }: Running,
	id: string,
	parameters: INodeParameters,
): Workflow {
	const isAutomatic = parameters.setup !== 'manual';
	return {
		id,
		name: `Workflow ${id}`,
		nodes: [
			{
				id: `${id}-trigger`,
				name: 'Persona Trigger',
				type: 'n8n-nodes-persona.personaTrigger',
				typeVersion: 1,
				position: [0, 0],
				webhookId: `${id}-webhook`,
				parameters,
				...(isAutomatic && { credentials: { personaApi: credential } }),
			},
			{
				id: `${id}-end`,
				name: 'End',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [200, 0],
				parameters: {},
			},
		],
		connections: { 'Persona Trigger': { main: [[{ node: 'End', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
		active: false,
	};
}

interface Publication {
	status: string;
	triggers: { status: string; errorMessage: string | null }[];
}

const SETTLED: Publication = { status: 'published', triggers: [] };

/** n8n 2.41 has answered already when it goes to work on triggers. Rejects with what it shows of a trigger that failed. */
async function untilSettled({ request }: Running, { id }: Workflow): Promise<void> {
	const { triggers } = await until(`the triggers of ${id}`, async () => {
		const publication = await request<Publication>(
			'GET',
			`/workflows/${id}/publication-status`,
		).catch((error: unknown) => {
			// Older versions answer when they have finished, and do not know this address.
			if (error instanceof RestError && error.status === 404) return SETTLED;
			throw error;
		});
		return publication.status !== 'in_progress' && publication;
	});
	const failed = triggers.find((one) => one.status === 'failed');
	if (failed !== undefined) throw new Error(failed.errorMessage ?? 'no message');
}

/**
 * Stores a workflow and makes its trigger live.
 *
 * @returns the workflow with the ID that n8n stored it under
 * @throws Error with what n8n says when that does not work
 */
export async function activate(running: Running, workflow: Workflow): Promise<Workflow> {
	const { request } = running;
	const stored = { ...workflow, id: await saveWorkflow(request, workflow) };
	const path = `/workflows/${stored.id}`;
	const { versionId } = await request<{ versionId: string }>('GET', path);
	await request('POST', `${path}/activate`, { versionId });
	await untilSettled(running, stored);
	return stored;
}

export async function deactivate(running: Running, workflow: Workflow): Promise<void> {
	await running.request('POST', `/workflows/${workflow.id}/deactivate`, {});
	await untilSettled(running, workflow);
}

interface Listing {
	/** Of all, also of those that are not listed. */
	count: number;
	/** The newest ones. */
	results: { id: string; status: string }[];
}

/** How many executions a workflow had, and the ID of the newest one, once none runs any more. */
export async function endedExecutions(
	{ request }: Running,
	{ id }: Workflow,
): Promise<{ count: number; newest: string }> {
	const listed = async (filter: object) => {
		const text = encodeURIComponent(JSON.stringify({ workflowId: id, ...filter }));
		return await request<Listing>('GET', `/executions?limit=10&filter=${text}`);
	};
	await until(`the end of the executions of ${id}`, async () => {
		const { results } = await listed({ status: ['new', 'running'] });
		return results.every(({ status }) => !/new|running/.test(status));
	});
	const { count, results } = await listed({ status: ['success', 'error', 'crashed'] });
	return { count, newest: results[0]?.id ?? '' };
}

/** The items that a node put out in an execution: by default the trigger; none if the node did not run. */
export async function itemsOf(
	{ request }: Running,
	executionId: string,
	node = 'Persona Trigger',
): Promise<IDataObject[]> {
	const ended = await untilEnded(request, executionId, RUN_LIMIT);
	if (ended === undefined) throw new Error(`Execution ${executionId} did not end in time`);
	const [run] = ended.data.resultData.runData[node] ?? [];
	return (run?.data?.main?.[0] ?? []).map(({ json }) => json);
}
