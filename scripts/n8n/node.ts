import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { runNpm } from '../shared/npm';
import { step } from '../shared/progress';
import { StopReason } from '../shared/stop-reason';
import { once } from './cache';
import { MACHINE, NODE_PACKAGES, type Host } from './versions';

const run = promisify(execFile);

/** A Node that n8n runs on. */
export interface NodeForN8n {
	/** Folder that holds the executable. */
	bin: string;
	executable: string;
	/** Folder with `include/`, for modules that have to be compiled; the machine's own Node finds its own. */
	headers?: string;
}

/** The machine's own Node where n8n runs on it, else one from npm, kept in the cache. */
export async function ensureNode({ version, nodes }: Host): Promise<NodeForN8n> {
	if (nodes.includes(Number(process.versions.node.split('.')[0]))) {
		return { bin: join(process.execPath, '..'), executable: process.execPath };
	}
	const [major] = nodes;
	const wanted = NODE_PACKAGES[major][MACHINE];
	if (!wanted) {
		throw new StopReason(
			`n8n ${version} needs Node ${major}, which npm does not have for ${MACHINE}; install Node ${major} and run the command again`,
		);
	}
	const folder = await once(`node-${wanted.version}-${MACHINE}`, async (target) => {
		await step(`Installing Node ${wanted.version} for n8n (once)`, () => install(target, wanted));
	});
	return place(folder, wanted.name);
}

/** The environment in which packages are installed for a Node. */
export function environmentFor({ bin, headers }: NodeForN8n): NodeJS.ProcessEnv {
	return {
		...process.env,
		PATH: [bin, process.env.PATH].join(delimiter),
		...(headers && { npm_config_nodedir: headers }),
	};
}

async function install(folder: string, { name, version }: { name: string; version: string }) {
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
	await runNpm(['install', '--ignore-scripts', `${name}@${version}`], {
		cwd: folder,
		log: join(folder, 'install.log'),
	});
	await run(place(folder, name).executable, ['--version']).catch(() => {
		const [major] = version.split('.');
		throw new StopReason(
			`Node ${version} from npm does not run on this machine; install Node ${major} and run the command again`,
		);
	});
}

function place(folder: string, packageName: string): NodeForN8n {
	const headers = join(folder, 'node_modules', packageName);
	const bin = join(headers, 'bin');
	return { bin, executable: join(bin, 'node'), headers };
}
