import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { importCredentials, importWorkflows, publishWorkflow } from '../scripts/n8n/commands';
import { installCommunityPackage } from '../scripts/n8n/community';
import { installCustomNodes } from '../scripts/n8n/customNodes';
import { ensureN8n } from '../scripts/n8n/install';
import { startServer, type Server } from '../scripts/n8n/server';
import { build, pack } from '../scripts/pack';
import { freePort } from '../scripts/shared/ports';
import { step } from '../scripts/shared/progress';
import { CREDENTIAL_IDS, type Case } from './cases';
import { FileStore } from './files';
import type { Sink } from './sink';
import { workflowFor } from './workflow';

/** Nodes that only measurements need. */
const NODES = join(__dirname, 'nodes');

/** A run of one case, all times in milliseconds, memory in MB over what it began with. */
export interface Measured {
	wall: number;
	cpu: number;
	/** Longest time in which the event loop did not turn. */
	block: number;
	memory: number;
}

/** A running n8n with the packed node in it. */
export interface Instance {
	/** @param size number of rows, or of megabytes of a file */
	measure(name: string, size: number): Promise<Measured>;
	stop(): Promise<void>;
}

export interface Bench {
	start(): Promise<Instance>;
	/** Deletes its folder. */
	remove(): void;
}

/** What a webhook is asked for. */
type Query = Record<string, string>;

/** An answer that holds no measurement. */
class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

const NOT_READY = [404, 503];
const LOOK_AGAIN = 500;
const MOST_ATTEMPTS = 120;

async function prepare(folder: string, { url, pacedUrl }: Sink, cases: readonly Case[]) {
	const n8n = await ensureN8n();
	await build(folder);
	await installCommunityPackage(folder, await pack(join(folder, 'package')));
	await installCustomNodes(folder, NODES);
	const credentials = [
		[CREDENTIAL_IDS.sink, url],
		[CREDENTIAL_IDS.paced, pacedUrl],
	].map(([id, baseUrl]) => ({
		id: id!,
		name: 'Persona API',
		type: 'personaApi',
		data: { apiKey: 'persona_sandbox_bench', baseUrl: baseUrl! },
	}));
	await importCredentials(n8n, { folder }, credentials);
	await importWorkflows(n8n, { folder }, cases.map(workflowFor));
	for (const one of cases) await publishWorkflow(n8n, { folder }, workflowFor(one).id);
	return n8n;
}

async function ask(server: Server, name: string, query: Query): Promise<Measured> {
	const asked = new URLSearchParams(query).toString();
	const response = await fetch(`${server.url}/webhook/bench-${name}?${asked}`, {
		// n8n closes idle connections while it is blocked.
		headers: { connection: 'close' },
	});
	const said = await response.text();
	if (response.ok) return JSON.parse(said) as Measured;
	throw new Refusal(response.status, `n8n answered ${response.status}: ${said.slice(0, 100)}`);
}

/**
 * Asks until n8n is ready: the webhooks answer a little later than n8n itself, and after a long block n8n takes its own
 * database for lost and answers 503 until it has looked again.
 */
async function askPatiently(server: Server, name: string, query: Query): Promise<Measured> {
	for (let attempt = 0; ; attempt++) {
		try {
			return await ask(server, name, query);
		} catch (error) {
			const isNotReady = error instanceof Refusal && NOT_READY.includes(error.status);
			if (!isNotReady || attempt === MOST_ATTEMPTS) throw error;
			await sleep(LOOK_AGAIN);
		}
	}
}

/** Packs the node and installs it as a user would; each start is a new n8n process with it. */
export async function newBench(sink: Sink, cases: readonly Case[]): Promise<Bench> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-persona-bench-'));
	const n8n = await step('Packing the node and installing it into n8n', () =>
		prepare(folder, sink, cases),
	);
	const options = { folder, settings: { N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem' } };
	const files = new FileStore(folder);
	const queryOf = (name: string, size: number): Query => {
		const { source } = cases.find((one) => one.name === name)!;
		return source === 'rows' ? { rows: String(size) } : { file: files.ofSize(size) };
	};
	return {
		async start() {
			const server = await startServer(n8n, { ...options, port: await freePort() });
			for (const { name } of cases) await askPatiently(server, name, queryOf(name, 1));
			return {
				async measure(name, size) {
					try {
						return await askPatiently(server, name, queryOf(name, size));
					} finally {
						files.dropCopies();
					}
				},
				stop: server.stop,
			};
		},
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}
