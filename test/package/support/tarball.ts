import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pack } from '../../../scripts/pack';

export interface Tarball {
	file: string;
	/** Folder that holds what the tarball holds. */
	content: string;
}

/** A folder of this test run's own. */
export function temporaryFolder(): string {
	return mkdtempSync(join(tmpdir(), 'n8n-nodes-persona-test-'));
}

/** Packs what was built and unpacks it again under `folder`. */
export async function packAndUnpack(folder: string): Promise<Tarball> {
	const file = await pack(folder);
	mkdirSync(join(folder, 'unpacked'));
	execFileSync('tar', ['-xzf', file, '-C', join(folder, 'unpacked')]);
	return { file, content: join(folder, 'unpacked', 'package') };
}

/** The paths of all files under a folder, relative to it. */
export function filesUnder(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((path) => join(folder, path))
		.filter((path) => statSync(path).isFile())
		.map((path) => relative(folder, path))
		.sort();
}
