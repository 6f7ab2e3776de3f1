import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { installCommunityPackage } from '../../../scripts/n8n/community';
import { ensureN8n } from '../../../scripts/n8n/install';
import { restClient, type Request } from '../../../scripts/n8n/rest';
import { startServer } from '../../../scripts/n8n/server';
import { enterAsOwner } from '../../../scripts/n8n/setup';
import { NEWEST } from '../../../scripts/n8n/versions';
import { build, pack } from '../../../scripts/pack';
import { freePort } from '../../../scripts/shared/ports';
import { EXAMPLE_FILES } from '../../../scripts/start/examples';
import { LOGIN } from '../../../scripts/start/login';

/** A running n8n with the packed node in it, and the sandbox that plays Persona. */
export interface Instance {
	sandbox: Sandbox;
	/** Where the editor is. */
	url: string;
	/** A client of n8n, signed in as its owner. */
	request: Request;
	close(): Promise<void>;
}

/** The package does not change while the tests of a file run. */
let built: Promise<void> | undefined;

/** Sets one up with an owner, and with nothing that a test is about: no credential, no workflow. */
export async function newInstance(host = NEWEST): Promise<Instance> {
	const n8n = await ensureN8n(host);
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-persona-browser-'));
	await (built ??= build(folder));
	await installCommunityPackage(folder, await pack(join(folder, 'package')));
	const port = await freePort();
	const server = await startServer(n8n, { folder, port, files: EXAMPLE_FILES });
	const request = restClient(server.url);
	await enterAsOwner(request, LOGIN);
	const sandbox = await startSandbox();
	return {
		sandbox,
		url: server.url,
		request,
		async close() {
			await server.stop();
			await sandbox.close();
			rmSync(folder, { recursive: true });
		},
	};
}
