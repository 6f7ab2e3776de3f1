import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, LOOPBACK } from '../shared/ports';
import { startProcess } from '../shared/processes.cjs';
import { StopReason } from '../shared/stop-reason.cjs';
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
}

/** Starts n8n without a browser and resolves once its editor answers. */
export async function startServer(
	n8n: N8n,
	options: InstanceOptions & { port: number },
): Promise<Server> {
	const log = join(options.folder, 'n8n.log');
	rmSync(log, { force: true });
	const { pid, exited, stop } = startProcess({
		command: n8n.node.executable,
		args: ['--require', require.resolve('./stop-with-parent.cjs'), n8n.command, 'start'],
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
	await Promise.race([untilReady(url, log), rejectOnExit(exited, log)]);
	return { url, pid, exited, stop };
}

async function untilReady(url: string, log: string): Promise<void> {
	const deadline = Date.now() + START_LIMIT;
	while (Date.now() < deadline) {
		// The database comes first, the editor's own interface after it.
		if ((await answers(`${url}/healthz/readiness`)) && (await answers(`${url}/rest/settings`)))
			return;
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
