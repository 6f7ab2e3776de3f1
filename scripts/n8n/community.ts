import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from '../shared/npm';

/** Says which tarball is installed; written last. */
const MARKER = '.installed';

/**
 * Installs a packed community node the way n8n's own installer does, unless the same bytes are installed already.
 *
 * @param folder the user folder of the n8n instance
 */
export async function installCommunityPackage(folder: string, tarball: string): Promise<void> {
	const target = join(folder, '.n8n', 'nodes');
	const marker = join(target, MARKER);
	const hash = createHash('sha256').update(readFileSync(tarball)).digest('hex');
	if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) return;
	rmSync(target, { recursive: true, force: true });
	mkdirSync(target, { recursive: true });
	const own = join(target, 'package.tgz');
	copyFileSync(tarball, own);
	writeFileSync(
		join(target, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true }),
	);
	await runNpm(['install', '--ignore-scripts', '--legacy-peer-deps', own], {
		cwd: target,
		log: join(folder, 'install.log'),
	});
	writeFileSync(marker, hash);
}
