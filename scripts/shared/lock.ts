import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_AGAIN = 500;

/**
 * Runs `work` while no other process on this machine runs work under the same lock file. A lock whose owner has died is
 * taken over.
 */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
	let release = takeLock(file);
	if (!release) console.log(`  Waiting for another run that holds ${file}`);
	while (!release) {
		await sleep(LOOK_AGAIN);
		release = takeLock(file);
	}
	try {
		return await work();
	} finally {
		release();
	}
}

/**
 * Takes a lock for as long as this process lives, or until it is released.
 *
 * @returns how to release it; undefined while another process has it
 */
export function takeLock(file: string): (() => void) | undefined {
	mkdirSync(dirname(file), { recursive: true });
	if (!take(file) && !(dropIfOrphaned(file) && take(file))) return undefined;
	const drop = () => rmSync(file, { force: true });
	process.once('exit', drop);
	return () => {
		process.off('exit', drop);
		drop();
	};
}

function take(file: string): boolean {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		return false;
	}
}

/**
 * Moves the lock aside before it looks at it a last time, because another process may have taken it over just now.
 *
 * @returns whether the lock may be free now
 */
function dropIfOrphaned(file: string): boolean {
	const aside = `${file}.${process.pid}`;
	try {
		if (!isOrphaned(file)) return false;
		renameSync(file, aside);
		if (!isOrphaned(aside)) linkSync(aside, file);
		rmSync(aside);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
	}
	return true;
}

function isOrphaned(file: string): boolean {
	const owner = Number(readFileSync(file, 'utf8'));
	// An empty file belongs to an owner that is just writing its number.
	return owner > 0 && !isAlive(owner);
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
