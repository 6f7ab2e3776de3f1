import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { installCommunityPackage } from '../../../scripts/n8n/community';
import { ensureN8n } from '../../../scripts/n8n/install';
import { restClient } from '../../../scripts/n8n/rest';
import { startServer, type Server } from '../../../scripts/n8n/server';
import { enterAsOwner, saveCredential } from '../../../scripts/n8n/setup';
import { build, pack } from '../../../scripts/pack';
import { freePort } from '../../../scripts/shared/ports';
import { LOGIN } from '../../../scripts/start/login';
import type { Running } from './automation';
import { startGate, type Gate } from './gate';

/** An n8n that runs, with the packed node in it, and a Persona in which imports stay pending until they are settled. */
export interface LiveInstance extends Running {
	sandbox: Sandbox;
	/** Stands in front of the sandbox. */
	gate: Gate;
}

/** One that can go down. */
export interface MortalInstance extends LiveInstance {
	/** Ends n8n as a crash does. */
	kill(): Promise<void>;
	/** Starts it again, with all it has stored. */
	start(): Promise<void>;
	close(): Promise<void>;
}

/** A Persona with a gate in front of it. */
export async function startPersona() {
	const sandbox = await startSandbox({ processingMilliseconds: Infinity });
	const gate = await startGate(sandbox.url);
	return {
		sandbox,
		gate,
		async close() {
			await gate.close();
			await sandbox.close();
		},
	};
}

/** Signs in, and stores a credential that leads to Persona unless that has been done. */
export async function enter({ url }: Server, gate: Gate): Promise<Running> {
	const request = restClient(url);
	await enterAsOwner(request, LOGIN);
	const name = 'Persona';
	const data = { apiKey: 'persona_sandbox_example', baseUrl: gate.url };
	const id = await saveCredential(request, { name, type: 'personaApi', data });
	return { url, request, credential: { id, name } };
}

/** Sets one up the way a user does. */
export async function newMortalInstance(): Promise<MortalInstance> {
	const n8n = await ensureN8n();
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-persona-live-'));
	await build(folder);
	await installCommunityPackage(folder, await pack(join(folder, 'package')));
	const options = { folder, port: await freePort() };
	const { close, ...persona } = await startPersona();
	let server = await startServer(n8n, options);
	const instance: MortalInstance = {
		...persona,
		...(await enter(server, persona.gate)),
		kill: () => server.kill(),
		async start() {
			server = await startServer(n8n, options);
			Object.assign(instance, await enter(server, persona.gate));
		},
		async close() {
			await server.stop();
			await close();
			rmSync(folder, { recursive: true });
		},
	};
	return instance;
}
