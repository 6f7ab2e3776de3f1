import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INodeExecutionData } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { execute, importCredentials, importWorkflows } from '../../../scripts/n8n/commands';
import { installCommunityPackage } from '../../../scripts/n8n/community';
import { ensureN8n } from '../../../scripts/n8n/install';
import type { Credential, Workflow } from '../../../scripts/n8n/types';
import { build, pack } from '../../../scripts/pack';
import { EXAMPLE_FILES } from '../../../scripts/start/examples';
import { goLive, type Live } from './live';

/** Time for everything that happens before the first test, with n8n already in the cache. */
export const SETUP_LIMIT = 900_000;

/** Time for one workflow, which an n8n of its own runs. */
export const RUN_LIMIT = 120_000;

export const CREDENTIAL_ID = 'personaApiE2e';

/** A new n8n with the packed node in it, and the sandbox that its credential points at. */
export interface Instance {
	sandbox: Sandbox;
	/** Stores the workflow, runs it, and returns what the named node put out. */
	run(workflow: Workflow, nodeName: string): Promise<INodeExecutionData[] | null | undefined>;
	/** Stores the workflow, runs it, and returns what any of its nodes put out, by output. */
	runAll(workflow: Workflow): Promise<(nodeName: string, output?: number) => INodeExecutionData[]>;
	/** Starts it with workflows that wait for requests; `files` is the folder that they may read, if another one. */
	goLive(workflows: Workflow[], files?: string): Promise<Live>;
	close(): Promise<void>;
}

/**
 * Sets one up the way a user does: pack, install, import the credential.
 *
 * @param more credentials beside the one for Persona
 */
export async function newInstance(more: Credential[] = []): Promise<Instance> {
	const n8n = await ensureN8n();
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-persona-e2e-'));
	const options = { folder, files: EXAMPLE_FILES };
	await build(folder);
	await installCommunityPackage(folder, await pack(join(folder, 'package')));
	const sandbox = await startSandbox();
	await importCredentials(n8n, options, [
		{
			id: CREDENTIAL_ID,
			name: 'Persona API',
			type: 'personaApi',
			data: { apiKey: sandbox.apiKey, baseUrl: sandbox.url },
		},
		...more,
	]);
	async function runDataOf(workflow: Workflow) {
		await importWorkflows(n8n, options, [workflow]);
		const { data } = await execute(n8n, options, workflow.id);
		return data.resultData.runData;
	}
	return {
		sandbox,
		async run(workflow, nodeName) {
			return (await runDataOf(workflow))[nodeName]?.[0]?.data?.main?.[0];
		},
		async runAll(workflow) {
			const runData = await runDataOf(workflow);
			return (nodeName, output = 0) => runData[nodeName]?.[0]?.data?.main?.[output] ?? [];
		},
		goLive: (workflows, files = options.files) =>
			goLive(n8n, { folder, files }, workflows, RUN_LIMIT),
		async close() {
			await sandbox.close();
			rmSync(folder, { recursive: true });
		},
	};
}
