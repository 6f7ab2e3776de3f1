import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../../../scripts/pack';

const PROJECT_MODULES = join(ROOT, 'node_modules');

/** What a community node may use and n8n's own package.json names. */
const NAMED_BY_N8N = ['n8n-workflow', 'luxon'];

/**
 * Lays out n8n as its Docker image does, with pnpm: every package sees only what its own package.json names.
 *
 * @returns the folder of the `n8n` package
 */
export function layOutLikePnpm(folder: string): string {
	const n8n = join(folder, 'lib', 'node_modules', 'n8n');
	for (const name of NAMED_BY_N8N) {
		link(storePackage(n8n, name), join(n8n, 'node_modules', name));
	}
	mkdirSync(join(n8n, 'dist'), { recursive: true });
	writeFileSync(join(n8n, 'dist', 'host.cjs'), readFileSync(join(__dirname, 'pnpm-host.cjs')));
	return n8n;
}

/** Copies one package into the store and links what it names beside it. */
function storePackage(n8n: string, name: string): string {
	const source = join(PROJECT_MODULES, name);
	const beside = join(n8n, 'node_modules', '.pnpm', name, 'node_modules');
	cpSync(source, join(beside, name), {
		recursive: true,
		filter: (path) => path !== join(source, 'node_modules'),
	});
	const { dependencies = {}, peerDependencies = {} } = JSON.parse(
		readFileSync(join(source, 'package.json'), 'utf8'),
	) as Partial<Record<'dependencies' | 'peerDependencies', Record<string, string>>>;
	for (const dependency of Object.keys({ ...dependencies, ...peerDependencies })) {
		const nested = join(source, 'node_modules', dependency);
		const found = existsSync(nested) ? nested : join(PROJECT_MODULES, dependency);
		link(found, join(beside, dependency));
	}
	return join(beside, name);
}

function link(target: string, path: string): void {
	mkdirSync(dirname(path), { recursive: true });
	symlinkSync(target, path);
}
