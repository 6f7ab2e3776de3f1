// Plain JavaScript and alone, because nothing is installed yet when it runs.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What node_modules takes, and npm's copies of the packages. */
const NEEDED_GIGABYTES = 2;

const LOOK_AGAIN = 500;

/**
 * Installs what package-lock.json asks for, unless it is there already. Only one process at a time does it.
 *
 * @param {string} root the project's folder
 * @returns {Promise<string | undefined>} one sentence about what a person has to fix, if it could not be done
 */
export async function ensureDependencies(root) {
	if (isInstalled(root)) return undefined;
	const name = `n8n-nodes-persona-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
	const lock = join(tmpdir(), `${name}.lock`);
	try {
		while (!take(lock)) await sleep(LOOK_AGAIN);
	} catch (error) {
		return `The project needs a folder for temporary files, but cannot write to ${tmpdir()} (${codeOf(error)}); set TMPDIR to another one and run the command again`;
	}
	process.once('exit', () => rmSync(lock, { force: true }));
	if (isInstalled(root)) return undefined;
	const { bavail, bsize } = await statfs(root);
	if (bavail * bsize < NEEDED_GIGABYTES * 1024 ** 3) {
		return `The project needs ${NEEDED_GIGABYTES} GB of disk space in ${root}; free some and run the command again`;
	}
	console.log("  Installing the project's dependencies (once; about a minute) …");
	const log = join(tmpdir(), `${name}-install.log`);
	const status = await install(root, log);
	if (status === 0 && isInstalled(root)) return undefined;
	return `${reasonIn(root, readFileSync(log, 'utf8'))} (its output: ${log})`;
}

/**
 * Compares package-lock.json with the record that npm keeps of what it installed. npm writes that record last, so that an
 * interrupted installation counts as none.
 *
 * @param {string} root
 */
function isInstalled(root) {
	const record = join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const installed = packagesOf(record);
	return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
		([path, { version, optional }]) => {
			const found = installed[path];
			return path === '' || (found ? found.version === version : optional === true);
		},
	);
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
	return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/**
 * @param {string} lock
 * @returns {boolean} whether it is ours; one whose owner has died is free the next time
 * @throws what keeps the file from being written
 */
function take(lock) {
	try {
		writeFileSync(lock, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') throw error;
		const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
		if (owner > 0 && !isAlive(owner)) rmSync(lock, { force: true });
		return false;
	}
}

/** @param {number} pid */
function isAlive(pid) {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
}

/** @param {unknown} error */
function codeOf(error) {
	return error instanceof Error && 'code' in error ? error.code : undefined;
}

/**
 * Runs npm with its output in a log file. A signal that stops this process stops npm first.
 *
 * @param {string} root
 * @param {string} log
 * @returns {Promise<number | null>}
 */
async function install(root, log) {
	const output = openSync(log, 'w');
	const child = spawn(
		process.platform === 'win32' ? 'npm.cmd' : 'npm',
		// npm's own patience with a registry that does not answer is several minutes.
		[
			'ci',
			'--ignore-scripts',
			'--loglevel=notice',
			'--fetch-retry-mintimeout=1000',
			'--fetch-retry-maxtimeout=5000',
		],
		{
			cwd: root,
			stdio: ['ignore', output, output],
		},
	);
	closeSync(output);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.once(signal, () => {
			child.once('exit', () => {
				console.log('\nStopped.');
				process.exit(1);
			});
			child.kill();
		});
	}
	return await new Promise((resolve) => {
		child.once('error', () => resolve(null));
		child.once('exit', resolve);
	});
}

/**
 * @param {string} root
 * @param {string} output of npm
 */
function reasonIn(root, output) {
	/** @type {{ sign: string, sentence: string }[]} */
	const known = JSON.parse(
		readFileSync(join(root, 'scripts', 'shared', 'npm-failures.json'), 'utf8'),
	);
	const found = known.find(({ sign }) => new RegExp(sign, 'i').test(output));
	return found?.sentence ?? 'npm did not install all that package-lock.json names';
}
