import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { runNpm } from '../shared/npm.cjs';
import { step } from '../shared/progress.cjs';
import { requireSpace } from '../shared/space.cjs';
import { StopReason } from '../shared/stop-reason.cjs';
import { cacheFolder, isComplete, once } from './cache';
import { ensureNode, type NodeForN8n } from './node';
import { MACHINE, N8N_VERSION } from './versions';

const run = promisify(execFile);

/** What n8n's node_modules takes, with npm's own copies of the packages. */
const NEEDED_GIGABYTES = 4;

/** An n8n that is ready to be started. */
export interface N8n {
	node: NodeForN8n;
	/** Path of n8n's command. */
	command: string;
}

/** n8n and a Node for it, from the cache or installed into it. */
export async function ensureN8n(): Promise<N8n> {
	const name = `n8n-${N8N_VERSION}-${MACHINE}`;
	if (!isComplete(name)) requireSpace(cacheFolder(), NEEDED_GIGABYTES, 'n8n');
	const node = await ensureNode();
	const folder = await once(name, (target) => install(target, node));
	return { node, command: join(folder, 'node_modules', 'n8n', 'bin', 'n8n') };
}

async function install(folder: string, node: NodeForN8n): Promise<void> {
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
	await step(`Installing n8n ${N8N_VERSION} (once; about three minutes and 3 GB)`, () =>
		runNpm(['install', '--ignore-scripts', `n8n@${N8N_VERSION}`], {
			cwd: folder,
			log: join(folder, 'install.log'),
		}),
	);
	// The only package whose install script n8n needs here; the others bring their binaries along.
	await step("Preparing n8n's database driver (once; about a minute)", async () => {
		const log = join(folder, 'rebuild.log');
		await runNpm(['rebuild', 'sqlite3', '--ignore-scripts=false'], {
			cwd: folder,
			log,
			env: environmentFor(node),
		});
		await run(node.executable, ['--eval', 'require("sqlite3")'], { cwd: folder }).catch(() => {
			throw new StopReason(`n8n's database driver cannot be loaded (npm's output: ${log})`);
		});
	});
}

function environmentFor({ bin, headers }: NodeForN8n): NodeJS.ProcessEnv {
	return {
		...process.env,
		PATH: [bin, process.env.PATH].join(delimiter),
		...(headers && { npm_config_nodedir: headers }),
	};
}
