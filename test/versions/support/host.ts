import type { INode, INodeExecutionData } from 'n8n-workflow';
import { runWorkflow } from '../../../scripts/n8n/run';
import { saveCredential } from '../../../scripts/n8n/setup';
import type { Host } from '../../../scripts/n8n/versions';
import { newInstance, type Instance } from '../../browser/support/instance';
import { workflowOf, type Source } from './workflow';

const RUN_LIMIT = 60_000;

/** What came out of a run of the Persona node. */
export interface Ran {
	/** The items of each output. */
	outputs: INodeExecutionData[][];
	hints: string[];
	/** By what n8n finds the execution. */
	metadata?: Record<string, string>;
	/** What stopped it. */
	error?: { message: string; description?: string | null };
}

/** A running n8n, with a credential for the sandbox. */
export interface HostInstance extends Instance {
	credential: { id: string; name: string };
	/** Stores a workflow with this Persona node at its end and runs it, as the editor's button does. */
	run(source: Source, persona: Partial<INode>): Promise<Ran>;
	/** Stores a credential with a key of its own. */
	storeCredential(name: string, apiKey: string): Promise<{ id: string; name: string }>;
}

export async function openHost(host: Host): Promise<HostInstance> {
	const instance = await newInstance(host);
	const { request, sandbox } = instance;
	async function storeCredential(name: string, apiKey: string) {
		const data = { apiKey, baseUrl: sandbox.url };
		return { name, id: await saveCredential(request, { name, type: 'personaApi', data }) };
	}
	const credential = await storeCredential('Sandbox', sandbox.apiKey);
	async function run(source: Source, persona: Partial<INode>): Promise<Ran> {
		const workflow = workflowOf(source, { credentials: { personaApi: credential }, ...persona });
		const { id } = await request<{ id: string }>('POST', '/workflows', workflow);
		const { data } = await runWorkflow(request, { ...workflow, id }, RUN_LIMIT);
		const { runData, metadata, error } = data.resultData;
		const [ran] = runData.Persona ?? [];
		if (ran === undefined) throw new Error(`Persona did not run: ${error?.message ?? 'no reason'}`);
		return {
			outputs: (ran.data?.main ?? []).map((items) => items ?? []),
			hints: (ran.hints ?? []).map(({ message }) => message),
			metadata,
			error: ran.error,
		};
	}
	return { ...instance, credential, run, storeCredential };
}
