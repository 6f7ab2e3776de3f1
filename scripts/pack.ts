import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runNpm } from './shared/npm';

/** The project's folder. */
export const ROOT = resolve(__dirname, '..');

/** Builds the package. */
export async function build(folder: string): Promise<void> {
	await runNpm(['run', 'build'], { cwd: ROOT, log: join(folder, 'build.log') });
}

/** Packs what was built, exactly as it would be published, and returns the tarball's path. */
export async function pack(folder: string): Promise<string> {
	mkdirSync(folder, { recursive: true });
	await runNpm(['pack', '--pack-destination', folder], {
		cwd: ROOT,
		log: join(folder, 'pack.log'),
	});
	const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
		name: string;
		version: string;
	};
	return join(folder, `${name}-${version}.tgz`);
}
