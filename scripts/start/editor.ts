import { join } from 'node:path';
import { installCommunityPackage } from '../n8n/community';
import { ensureN8n } from '../n8n/install';
import { restClient, type Request } from '../n8n/rest';
import { startServer, type Server } from '../n8n/server';
import { enterAsOwner, saveCredential, saveWorkflow } from '../n8n/setup';
import { build, pack } from '../pack';
import { step } from '../shared/progress';
import { StopReason } from '../shared/stop-reason';
import { exampleCredentials } from './credentials';
import { EXAMPLE_FILES, readExamples, type Examples } from './examples';
import { LOGIN } from './login';
import type { StartOptions } from './options';
import type { Persona } from './persona';

export interface Editor {
	server: Server;
	request: Request;
	examples: Examples;
}

/** Installs the package into the demo's n8n as a user would, from the packed tarball. */
export async function installIntoN8n({ folder }: StartOptions) {
	const n8n = await ensureN8n();
	const tarball = await step('Building and packing the node', async () => {
		await build(folder);
		return await pack(join(folder, 'package'));
	});
	await step('Installing the packed node into n8n', () => installCommunityPackage(folder, tarball));
	return n8n;
}

/** Starts n8n with its owner, the credentials and the example workflows in place. */
export async function openEditor(
	n8n: Awaited<ReturnType<typeof installIntoN8n>>,
	{ folder, port }: StartOptions,
	persona: Persona,
): Promise<Editor> {
	const server = await step('Starting n8n', () =>
		startServer(n8n, { folder, port, files: EXAMPLE_FILES }),
	);
	const request = restClient(server.url);
	const examples = await step('Setting up owner, credentials and example workflows', async () => {
		if (!(await enterAsOwner(request, LOGIN))) {
			throw new StopReason(
				`The login of this n8n was changed; delete ${folder} and run the command again to begin anew`,
			);
		}
		const ids = await saveCredentials(request, persona);
		const found = readExamples(ids.personaApi ?? '', ids);
		for (const workflow of found.all) await saveWorkflow(request, workflow);
		return found;
	});
	return { server, request, examples };
}

/** The IDs that n8n gave to the credentials, by their type. */
async function saveCredentials(
	request: Request,
	persona: Persona,
): Promise<Record<string, string>> {
	const ids: Record<string, string> = {};
	for (const credential of exampleCredentials(persona)) {
		ids[credential.type] = await saveCredential(request, credential);
	}
	return ids;
}
