import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionStatus, IRunExecutionData } from 'n8n-workflow';
import { StopReason } from '../shared/stop-reason';
import { RestError, type Request } from './rest';
import type { Workflow } from './types';

const LOOK_AGAIN = 250;
const RUNNING: ExecutionStatus[] = ['new', 'running', 'waiting', 'unknown'];

export interface Execution {
	status: ExecutionStatus;
	data: IRunExecutionData;
}

/** Runs a stored workflow from its trigger, as the editor's button does, and returns what came out of every node. */
export async function runWorkflow(
	request: Request,
	workflow: Workflow,
	limit: number,
): Promise<Execution> {
	const trigger = workflow.nodes.find(({ type }) => type.endsWith('Trigger'));
	if (!trigger) throw new Error(`The workflow '${workflow.name}' has no trigger`);
	const { executionId } = await request<{ executionId: string }>(
		'POST',
		`/workflows/${workflow.id}/run`,
		// n8n 1 runs what is sent with the request, n8n 2 what it has stored.
		{ triggerToStartFrom: { name: trigger.name }, workflowData: workflow },
	);
	const execution = await untilEnded(request, executionId, limit);
	if (execution) return execution;
	throw new StopReason(`The workflow '${workflow.name}' did not end within ${limit / 1000} s`);
}

/** Waits for an execution to end; undefined when it takes longer than the limit, in milliseconds. */
export async function untilEnded(
	request: Request,
	executionId: string,
	limit: number,
): Promise<Execution | undefined> {
	const deadline = Date.now() + limit;
	while (Date.now() < deadline) {
		const found = await readExecution(request, executionId);
		if (found !== undefined && !RUNNING.includes(found.status)) return found;
		await sleep(LOOK_AGAIN);
	}
	return undefined;
}

async function readExecution(request: Request, id: string): Promise<Execution | undefined> {
	const { parse } = await import('flatted');
	try {
		const { status, data } = await request<{ status: ExecutionStatus; data: string }>(
			'GET',
			`/executions/${id}`,
		);
		const parsed = parse(data) as IRunExecutionData | undefined;
		// n8n 1 stores that an execution has ended before what came out of it.
		return parsed && { status, data: parsed };
	} catch (error) {
		// n8n 2.20 stumbles over an execution that has not ended.
		if (error instanceof RestError && error.status === 500) return undefined;
		throw error;
	}
}
