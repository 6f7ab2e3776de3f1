import { cpSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm } from '../shared/npm';
import { step } from '../shared/progress';
import { environmentFor, type NodeForN8n } from './node';

const PNPM = 'pnpm@10.34.8';

/**
 * Lays n8n out as `pnpm deploy` does for its Docker image: beside the package `n8n` there is only what it names itself,
 * and all else is hidden in `.pnpm`.
 *
 * @param source the folder of the same package as npm installed it
 */
export async function layOutWithPnpm(
	folder: string,
	source: string,
	node: NodeForN8n,
): Promise<void> {
	const n8n = join(folder, 'n8n');
	const nested = join(source, 'node_modules');
	cpSync(source, n8n, { recursive: true, filter: (path) => path !== nested });
	writeManifest(n8n, source);
	const pnpm = ['exec', '--yes', `--package=${PNPM}`, '--', 'pnpm'];
	const install = ['install', '--prod', '--ignore-scripts', `--store-dir=${join(folder, 'store')}`];
	await step('Laying n8n out with pnpm (once; about two minutes and 3 GB)', () =>
		runNpm([...pnpm, ...install], {
			cwd: n8n,
			log: join(folder, 'install.log'),
			env: environmentFor(node),
		}),
	);
	// The database driver is the same, whoever laid it out.
	const driver = join(realpathSync(join(n8n, 'node_modules', 'sqlite3')), 'build');
	cpSync(join(source, '..', 'sqlite3', 'build'), driver, { recursive: true });
}

/**
 * Writes the package.json of an n8n that pnpm lays out: pnpm looks up what a package is developed with even where it does not
 * install it, and not all of that is on npm. n8n reads `engines` when it starts.
 *
 * @param source the folder of the same package as npm installed it
 */
export function writeManifest(n8n: string, source: string): void {
	const manifest = readFileSync(join(source, 'package.json'), 'utf8');
	const { name, version, bin, engines, dependencies } = JSON.parse(manifest) as Record<
		string,
		unknown
	>;
	writeFileSync(
		join(n8n, 'package.json'),
		JSON.stringify({ name, version, bin, engines, dependencies }),
	);
}
