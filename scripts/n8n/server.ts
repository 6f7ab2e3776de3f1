import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, LOOPBACK } from '../shared/ports';
import { startProcess } from '../shared/processes';
import { StopReason } from '../shared/stop-reason';
import { environmentOf, type InstanceOptions } from './environment';
import type { N8n } from './install';

const START_LIMIT = 180_000;
const LOOK_AGAIN = 200;

export interface Server {
	url: string;
	/** Of n8n itself; undefined if it could not be started. */
	pid: number | undefined;
	/** Settles when n8n ends, whatever the cause. */
	exited: Promise<number>;
	stop: () => Promise<void>;
	/** Ends it without a word, as a crash does. */
	kill: () => Promise<void>;
}

type ServerOptions = InstanceOptions & { port: number };

/** Starts n8n without a browser and resolves once its editor answers. */
export async function startServer(n8n: N8n, options: ServerOptions): Promise<Server> {
	// The first is about the database, the second about the editor's own interface, which comes later.
	return await start(n8n, options, ['start'], ['/healthz/readiness', '/rest/settings']);
}

/**
 * Starts a worker of an n8n in queue mode and resolves once it takes jobs.
 *
 * @param concurrency jobs that it takes at a time
 */
export async function startWorker(
	n8n: N8n,
	options: ServerOptions,
	concurrency: number,
): Promise<Server> {
	const settings = {
		...options.settings,
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(options.port),
		N8N_WORKER_SERVER_ADDRESS: LOOPBACK,
	};
	const command = ['worker', `--concurrency=${concurrency}`];
	return await start(n8n, { ...options, settings }, command, ['/healthz/readiness']);
}

/** Starts a webhook processor of an n8n in queue mode and resolves once it takes requests. */
export async function startWebhooks(n8n: N8n, options: ServerOptions): Promise<Server> {
	return await start(n8n, options, ['webhook'], ['/healthz/readiness']);
}

async function start(
	n8n: N8n,
	options: ServerOptions,
	command: string[],
	ready: string[],
): Promise<Server> {
	const log = join(options.folder, 'n8n.log');
	rmSync(log, { force: true });
	const { pid, exited, stop, kill } = startProcess({
		command: n8n.node.executable,
		args: ['--require', require.resolve('./stop-with-parent.cjs'), n8n.command, ...command],
		log,
		cwd: options.folder,
		env: {
			...environmentOf(n8n, options),
			N8N_PORT: String(options.port),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		},
		tied: true,
	});
	const url = `http://${LOOPBACK}:${options.port}`;
	const places = ready.map((path) => url + path);
	await Promise.race([untilReady(places, log), rejectOnExit(exited, log)]);
	return { url, pid, exited, stop, kill };
}

async function untilReady(places: string[], log: string): Promise<void> {
	const deadline = Date.now() + START_LIMIT;
	while (Date.now() < deadline) {
		if ((await Promise.all(places.map(answers))).every(Boolean)) return;
		await sleep(LOOK_AGAIN);
	}
	throw new StopReason(`n8n did not start within ${START_LIMIT / 1000} s (its output: ${log})`);
}

async function answers(url: string): Promise<boolean> {
	try {
		const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
		await response.arrayBuffer();
		return response.ok && (response.headers.get('content-type') ?? '').includes('json');
	} catch {
		return false;
	}
}

async function rejectOnExit(exited: Promise<number>, log: string): Promise<never> {
	const status = await exited;
	throw new StopReason(`n8n ended with status ${status} before it was ready (its output: ${log})`);
}
