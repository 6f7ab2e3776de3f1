import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installCommunityPackage } from '../../../scripts/n8n/community';
import { ensureN8n } from '../../../scripts/n8n/install';
import { startServer, startWebhooks, startWorker, type Server } from '../../../scripts/n8n/server';
import { build, pack } from '../../../scripts/pack';
import { freePort, LOOPBACK } from '../../../scripts/shared/ports';
import {
	POSTGRES_DATABASE,
	POSTGRES_USER,
	startPostgres,
} from '../../../scripts/services/postgres';
import { startRedis } from '../../../scripts/services/redis';
import type { Service } from '../../../scripts/services/service';
import { enter, startPersona, type LiveInstance } from '../../e2e/support/liveInstance';

/** Executions that a worker runs at a time: enough for all of a test. */
const CONCURRENCY = 50;

/** A worker that is gone is noticed after seconds here, and after one to two minutes with n8n's own values. */
const IMPATIENCE = {
	QUEUE_WORKER_LOCK_DURATION: '5000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
	QUEUE_WORKER_STALLED_INTERVAL: '1000',
};

const WORKERS = ['first', 'second', 'third'] as const;

export type WorkerName = (typeof WORKERS)[number];

/** An n8n in queue mode: a main process, and workers that can be killed. Each has a folder of its own, as on machines of their own. */
export interface Cluster extends LiveInstance {
	startWorker(name: WorkerName): Promise<void>;
	killWorker(name: WorkerName): Promise<void>;
	/** File with what a worker has printed. */
	logOf(name: WorkerName): string;
	killMain(): Promise<void>;
	/** @param settings n8n's variables that differ this time */
	startMain(settings?: Record<string, string>): Promise<void>;
	/** Starts the main process again without production webhooks, and a webhook processor that takes them. Returns its address. */
	useWebhookProcessor(): Promise<string>;
	close(): Promise<void>;
}

function settingsFor(postgres: Service, redis: Service): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		N8N_ENCRYPTION_KEY: 'the same for all of a cluster',
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: LOOPBACK,
		DB_POSTGRESDB_PORT: String(postgres.port),
		DB_POSTGRESDB_DATABASE: POSTGRES_DATABASE,
		DB_POSTGRESDB_USER: POSTGRES_USER,
		DB_POSTGRESDB_PASSWORD: postgres.password,
		QUEUE_BULL_REDIS_HOST: LOOPBACK,
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		QUEUE_BULL_REDIS_PASSWORD: redis.password,
		...IMPATIENCE,
	};
}

/** Packs the node and installs it in a folder for each process, as on so many machines. */
async function install(folder: string): Promise<void> {
	await build(folder);
	const tarball = await pack(join(folder, 'package'));
	const folders = ['main', 'webhooks', ...WORKERS].map((name) => join(folder, name));
	await Promise.all(folders.map((one) => installCommunityPackage(one, tarball)));
}

/** Sets up everything but the workers. */
export async function newCluster(): Promise<Cluster> {
	const n8n = await ensureN8n();
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-persona-queue-'));
	const [postgres, redis] = await Promise.all([startPostgres(), startRedis(), install(folder)]);
	const settings = settingsFor(postgres, redis);
	const port = await freePort();
	const servers = new Map<WorkerName | 'main' | 'webhooks', Server>();
	const { close, ...persona } = await startPersona();
	async function startMain(more: Record<string, string> = {}) {
		const options = { folder: join(folder, 'main'), port, settings: { ...settings, ...more } };
		const main = await startServer(n8n, options);
		servers.set('main', main);
		return await enter(main, persona.gate);
	}
	const cluster: Cluster = {
		...persona,
		...(await startMain()),
		async startWorker(name) {
			const options = { folder: join(folder, name), port: await freePort(), settings };
			servers.set(name, await startWorker(n8n, options, CONCURRENCY));
		},
		killWorker: async (name) => await servers.get(name)?.kill(),
		logOf: (name) => join(folder, name, 'n8n.log'),
		killMain: async () => await servers.get('main')?.kill(),
		startMain: async (more) => void Object.assign(cluster, await startMain(more)),
		async useWebhookProcessor() {
			const options = { folder: join(folder, 'webhooks'), port: await freePort() };
			const url = `http://${LOOPBACK}:${options.port}`;
			const more = { WEBHOOK_URL: url, N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true' };
			await servers.get('main')?.stop();
			await cluster.startMain(more);
			servers.set(
				'webhooks',
				await startWebhooks(n8n, { ...options, settings: { ...settings, ...more } }),
			);
			return url;
		},
		async close() {
			await Promise.all([...servers.values()].map((server) => server.stop()));
			await Promise.all([postgres.stop(), redis.stop(), close()]);
			rmSync(folder, { recursive: true });
		},
	};
	return cluster;
}
