import type { INodeExecutionData } from 'n8n-workflow';
import { importWorkflows, publishWorkflow } from '../../../scripts/n8n/commands';
import type { InstanceOptions } from '../../../scripts/n8n/environment';
import type { N8n } from '../../../scripts/n8n/install';
import { restClient } from '../../../scripts/n8n/rest';
import { untilEnded } from '../../../scripts/n8n/run';
import { startServer } from '../../../scripts/n8n/server';
import { enterAsOwner } from '../../../scripts/n8n/setup';
import type { Workflow } from '../../../scripts/n8n/types';
import { freePort } from '../../../scripts/shared/ports';

const OWNER = {
	email: 'owner@persona.example',
	password: 'Persona-e2e-1',
	firstName: 'Test',
	lastName: 'Owner',
};

const LOOK_AGAIN = 300;
const MOST_ATTEMPTS = 100;

/** A running n8n whose workflows wait for requests. */
export interface Live {
	/** Of n8n's own process. */
	pid: number;
	/** Sends a request below n8n's address; webhooks answer a little later than n8n itself. */
	send(path: string, init?: RequestInit): Promise<Response>;
	/** Waits for the newest execution of a workflow and returns what its nodes put out, by output. */
	newest(id: string): Promise<(nodeName: string, output?: number) => INodeExecutionData[]>;
	stop(): Promise<void>;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));

async function sendWhenLive(url: string, init: RequestInit = {}): Promise<Response> {
	// An idle connection may be closed just when the next request goes out.
	const headers = { ...(init.headers as Record<string, string>), connection: 'close' };
	for (let attempt = 0; ; attempt++) {
		const response = await fetch(url, { ...init, headers });
		if (response.status !== 404 || attempt >= MOST_ATTEMPTS) return response;
		await response.arrayBuffer();
		await pause();
	}
}

/** Publishes workflows and starts n8n with them. */
export async function goLive(
	n8n: N8n,
	options: InstanceOptions,
	workflows: Workflow[],
	limit: number,
): Promise<Live> {
	await importWorkflows(n8n, options, workflows);
	for (const { id } of workflows) await publishWorkflow(n8n, options, id);
	const { url, pid, stop } = await startServer(n8n, { ...options, port: await freePort() });
	const request = restClient(url);
	await enterAsOwner(request, OWNER);
	return {
		pid: pid!,
		send: (path, init) => sendWhenLive(url + path, init),
		async newest(id) {
			const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
			const { results } = await request<{ results: { id: string }[] }>(
				'GET',
				`/executions?filter=${filter}`,
			);
			const ended = await untilEnded(request, results[0]!.id, limit);
			if (ended === undefined) throw new Error(`An execution of ${id} did not end in time`);
			const { runData } = ended.data.resultData;
			return (nodeName, output = 0) => runData[nodeName]?.[0]?.data?.main?.[output] ?? [];
		},
		stop,
	};
}
