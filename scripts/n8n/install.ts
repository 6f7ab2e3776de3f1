import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runNpm } from '../shared/npm';
import { step } from '../shared/progress';
import { requireSpace } from '../shared/space';
import { StopReason } from '../shared/stop-reason';
import { cacheFolder, isComplete, once } from './cache';
import { ensureNode, environmentFor, type NodeForN8n } from './node';
import { layOutWithPnpm, writeManifest } from './pnpm';
import { MACHINE, NEWEST, type Host } from './versions';

const run = promisify(execFile);

/** What n8n's node_modules takes, with npm's own copies of the packages. */
const NEEDED_GIGABYTES = 4;

/** n8n 1 and early 2 take this one package from a host of its own. They get it from npm, under the name that n8n uses now. */
const OVERRIDES = { xlsx: 'npm:@e965/xlsx@0.20.2' };

/** An n8n that is ready to be started. */
export interface N8n {
	node: NodeForN8n;
	/** Path of n8n's command. */
	command: string;
}

/** n8n and a Node for it, from the cache or installed into it. */
export async function ensureN8n(host: Host = NEWEST): Promise<N8n> {
	const node = await ensureNode(host);
	return { node, command: join(await ensurePackage(host, node), 'bin', 'n8n') };
}

/** The folder of the package `n8n`, with all that it needs around it. */
async function ensurePackage(host: Host, node: NodeForN8n): Promise<string> {
	const name = `n8n-${host.version}${host.layout === 'npm' ? '' : `-${host.layout}`}-${MACHINE}`;
	if (!isComplete(name)) requireSpace(cacheFolder(), NEEDED_GIGABYTES, 'n8n');
	if (host.layout === 'npm') {
		const folder = await once(name, (target) => install(target, host, node));
		return join(folder, 'node_modules', 'n8n');
	}
	const source = await ensurePackage({ ...host, layout: 'npm' }, node);
	const folder = await once(name, (target) => layOutWithPnpm(target, source, node));
	const n8n = join(folder, 'n8n');
	// One that an earlier version of this script laid out may lack what n8n needs to start.
	writeManifest(n8n, source);
	return n8n;
}

async function install(folder: string, { version }: Host, node: NodeForN8n): Promise<void> {
	const project = { private: true, overrides: OVERRIDES };
	writeFileSync(join(folder, 'package.json'), JSON.stringify(project));
	await step(`Installing n8n ${version} (once; about three minutes and 3 GB)`, () =>
		runNpm(['install', '--ignore-scripts', `n8n@${version}`], {
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
