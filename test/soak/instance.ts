import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../sandbox';
import { importCredentials } from '../../scripts/n8n/commands';
import { installCommunityPackage } from '../../scripts/n8n/community';
import { installCustomNodes } from '../../scripts/n8n/customNodes';
import { ensureN8n } from '../../scripts/n8n/install';
import { build, pack } from '../../scripts/pack';
import { beforeEnd } from '../../scripts/shared/ending';
import { goLive } from '../e2e/support/live';
import type { Batch } from './people';
import type { Kind } from './plan';
import type { Memory, Told } from './told';
import { CREDENTIAL_ID, soakWorkflows } from './workflows';

/**
 * As a careful administrator sets n8n up: it keeps no executions, so that neither its database nor its disk fills up with
 * people's data, and files are on the disk instead of in memory.
 */
const SETTINGS = {
	EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
	EXECUTIONS_DATA_SAVE_ON_ERROR: 'none',
	EXECUTIONS_DATA_SAVE_MANUAL_EXECUTIONS: 'false',
	EXECUTIONS_DATA_PRUNE: 'true',
	EXECUTIONS_DATA_MAX_AGE: '1',
	N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem',
};

const RUN_LIMIT = 280_000;

/** A running n8n with the packed node in it, and the sandbox that its credential points at. */
export interface SoakInstance {
	sandbox: Sandbox;
	/** Runs a workflow to its end. */
	run(kind: Kind, batch: Batch): Promise<Told>;
	memory(): Promise<Memory>;
	/** What n8n's database takes on the disk, in bytes. */
	databaseSize(): number;
	stop(): Promise<void>;
}

/** n8n keeps the files of executions that it does not save. */
function dropFiles(home: string): void {
	for (const name of ['storage', 'binaryData']) {
		rmSync(join(home, name), { recursive: true, force: true });
	}
}

function databaseSize(home: string): number {
	const files = readdirSync(home).filter((name) => name.startsWith('database.sqlite'));
	return files.reduce((sum, name) => sum + statSync(join(home, name)).size, 0);
}

async function prepare(folder: string, { apiKey, url }: Sandbox) {
	const n8n = await ensureN8n();
	await build(folder);
	await installCommunityPackage(folder, await pack(join(folder, 'package')));
	await installCustomNodes(folder, join(__dirname, 'nodes'));
	const data = { apiKey, baseUrl: url };
	const credential = { id: CREDENTIAL_ID, name: 'Persona API', type: 'personaApi', data };
	await importCredentials(n8n, { folder }, [credential]);
	return await goLive(n8n, { folder, settings: SETTINGS }, soakWorkflows(), RUN_LIMIT);
}

/** Packs the node, installs it as a user would, and starts n8n with it. Its folder is deleted when it is stopped. */
export async function startSoakInstance(): Promise<SoakInstance> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-persona-soak-'));
	const forget = beforeEnd(async () => rmSync(folder, { recursive: true, force: true }));
	const home = join(folder, '.n8n');
	const sandbox = await startSandbox();
	const live = await prepare(folder, sandbox);
	async function ask<Answer>(path: string): Promise<Answer> {
		const response = await live.send(path, { signal: AbortSignal.timeout(RUN_LIMIT) });
		const said = await response.text();
		if (response.ok) return JSON.parse(said) as Answer;
		throw new Error(`n8n answered ${response.status}: ${said.slice(0, 200)}`);
	}
	return {
		sandbox,
		async run(kind, { run, size }) {
			const told = await ask<Told>(`/webhook/soak-${kind}?run=${run}&size=${size}`);
			dropFiles(home);
			return told;
		},
		memory: () => ask<Memory>('/webhook/soak-memory'),
		databaseSize: () => databaseSize(home),
		async stop() {
			await live.stop();
			await sandbox.close();
			rmSync(folder, { recursive: true, force: true });
			forget();
		},
	};
}
