const { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { setTimeout: sleep } = require('node:timers/promises');

const LOOK_AGAIN = 500;

/**
 * Runs `work` while no other process on this machine runs work under the same lock file. A lock whose owner has died is
 * taken over.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withLock(file, work) {
	mkdirSync(dirname(file), { recursive: true });
	let told = false;
	while (!take(file)) {
		if (!told) console.log(`  Waiting for another run that holds ${file}`);
		told = true;
		await sleep(LOOK_AGAIN);
	}
	const release = () => rmSync(file, { force: true });
	process.once('exit', release);
	try {
		return await work();
	} finally {
		process.off('exit', release);
		release();
	}
}

/** @param {string} file */
function take(file) {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
		dropIfOrphaned(file);
		return false;
	}
}

/**
 * Moves the lock aside before it looks at it a last time, because another process may have taken it over just now.
 *
 * @param {string} file
 */
function dropIfOrphaned(file) {
	const aside = `${file}.${process.pid}`;
	try {
		if (!isOrphaned(file)) return;
		renameSync(file, aside);
		if (!isOrphaned(aside)) linkSync(aside, file);
		rmSync(aside);
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
	}
}

/** @param {string} file */
function isOrphaned(file) {
	const owner = Number(readFileSync(file, 'utf8'));
	// An empty file belongs to an owner that is just writing its number.
	return owner > 0 && !isAlive(owner);
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
	}
}

module.exports = { withLock };
