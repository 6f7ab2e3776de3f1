import { mkdirSync, statfsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runNpm } from '../shared/npm.cjs';
import { step } from '../shared/progress.cjs';
import { StopReason } from '../shared/stop-reason.cjs';
import { cacheFolder, once } from './cache';
import { ensureNode, type NodeForN8n } from './node';
import { MACHINE, N8N_VERSION } from './versions';

const GIGABYTE = 1024 ** 3;

/** What n8n's node_modules takes, with npm's own copies of the packages. */
const NEEDED_SPACE = 4 * GIGABYTE;

/** An n8n that is ready to be started. */
export interface N8n {
	node: NodeForN8n;
	/** Path of n8n's command. */
	command: string;
	/** The node_modules that n8n lives in. */
	modules: string;
}

/** n8n and a Node for it, from the cache or installed into it. */
export async function ensureN8n(): Promise<N8n> {
	const node = await ensureNode();
	const folder = await once(`n8n-${N8N_VERSION}-${MACHINE}`, (target) => install(target, node));
	const modules = join(folder, 'node_modules');
	return { node, command: join(modules, 'n8n', 'bin', 'n8n'), modules };
}

async function install(folder: string, node: NodeForN8n): Promise<void> {
	requireSpace(folder);
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
	await step(`Installing n8n ${N8N_VERSION} (once; about three minutes and 3 GB)`, () =>
		runNpm(['install', '--ignore-scripts', `n8n@${N8N_VERSION}`], {
			cwd: folder,
			log: join(folder, 'install.log'),
		}),
	);
	// The only package whose install script n8n needs here; the others bring their binaries along.
	await step("Preparing n8n's database driver (once; about a minute)", () =>
		runNpm(['rebuild', 'sqlite3', '--ignore-scripts=false'], {
			cwd: folder,
			log: join(folder, 'rebuild.log'),
			env: environmentFor(node),
		}),
	);
}

function environmentFor({ bin, headers }: NodeForN8n): NodeJS.ProcessEnv {
	return {
		...process.env,
		PATH: [bin, process.env.PATH].join(delimiter),
		...(headers && { npm_config_nodedir: headers }),
	};
}

function requireSpace(folder: string): void {
	mkdirSync(folder, { recursive: true });
	const { bavail, bsize } = statfsSync(folder);
	if (bavail * bsize >= NEEDED_SPACE) return;
	throw new StopReason(
		`n8n needs 4 GB of disk space in ${cacheFolder()}; free some, or set N8N_NODES_PERSONA_CACHE to another folder`,
	);
}
