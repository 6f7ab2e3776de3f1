import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEnd } from '../shared/ending';
import { takeLock } from '../shared/lock';

/** This process's right to use a demo's folder. */
export interface Claim {
	/** Tells others where the editor is. */
	announce(address: string): void;
}

/**
 * Claims the folder of a demo until this process ends.
 *
 * @returns the claim, or what to say to the person who has started the same demo twice
 */
export function claimFolder(folder: string): Claim | string {
	const lock = join(folder, 'running.lock');
	const address = join(folder, 'running.address');
	const release = takeLock(lock);
	if (!release) {
		if (existsSync(address)) return `The demo is already running, open ${read(address)}`;
		return `The demo is already being started by process ${read(lock)}, which will show where to open it`;
	}
	rmSync(address, { force: true });
	beforeEnd(() => {
		rmSync(address, { force: true });
		release();
		return Promise.resolve();
	});
	return { announce: (text) => writeFileSync(address, text) };
}

function read(file: string): string {
	return readFileSync(file, 'utf8');
}
