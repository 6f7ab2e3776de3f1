import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { withLock } from '../shared/lock';

const NAME = 'n8n-nodes-persona';

/** Written last, so that an interrupted installation counts as none. */
const MARKER = '.complete';

/** The folder for what takes long to install and serves every checkout: Node, n8n and the state of the demo. */
export function cacheFolder(): string {
	const { N8N_NODES_PERSONA_CACHE: own, XDG_CACHE_HOME: shared } = process.env;
	if (own) return resolve(own);
	return join(shared ? resolve(shared) : join(homedir(), '.cache'), NAME);
}

/** Whether a folder of the cache has been filled. */
export function isComplete(name: string): boolean {
	return existsSync(join(cacheFolder(), name, MARKER));
}

/** Fills a folder of the cache once, also when several runs ask for it at the same time. */
export async function once(
	name: string,
	install: (folder: string) => Promise<void>,
): Promise<string> {
	const folder = join(cacheFolder(), name);
	if (isComplete(name)) return folder;
	return await withLock(`${folder}.lock`, async () => {
		if (isComplete(name)) return folder;
		rmSync(folder, { recursive: true, force: true });
		mkdirSync(folder, { recursive: true });
		await install(folder);
		writeFileSync(join(folder, MARKER), '');
		return folder;
	});
}
