const { spawn } = require('node:child_process');
const { closeSync, mkdirSync, openSync } = require('node:fs');
const { constants } = require('node:os');
const { dirname } = require('node:path');
const { clearTimeout, setTimeout } = require('node:timers');
const { beforeEnd } = require('./ending.cjs');

/** How long a process may take to end by itself before it is killed. */
const PATIENCE = 15_000;

/**
 * @typedef {object} ProcessOptions
 * @property {string} command
 * @property {string[]} args
 * @property {string} log file that takes what the process prints
 * @property {string} [output] file for its standard output, where that is to be read
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [tied] gives the process a channel that closes when this process dies
 */

/**
 * Starts a process as the head of its own group, so that it can be stopped together with everything it starts: by `stop`
 * in good order, by `kill` as a crash would do it.
 *
 * @param {ProcessOptions} options
 */
function startProcess({ command, args, log, output = log, cwd, env, tied = false }) {
	mkdirSync(dirname(log), { recursive: true });
	const files = [openSync(output, 'a'), openSync(log, 'a')];
	const child = spawn(command, args, {
		cwd,
		env,
		detached: true,
		stdio: ['ignore', ...files, ...(tied ? /** @type {const} */ (['ipc']) : [])],
	});
	files.forEach((file) => closeSync(file));
	/** @type {Promise<number>} */
	const exited = new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code, signal) =>
			resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']),
		);
	});
	const gone = exited.then(noop, noop).then(() => killRest(child.pid));
	const stop = () => stopGroup(child.pid, gone);
	const kill = async () => {
		killRest(child.pid);
		await gone;
	};
	void gone.then(beforeEnd(stop));
	return { pid: child.pid, exited, stop, kill };
}

function noop() {}

/**
 * @param {number | undefined} pid
 * @param {Promise<void>} gone
 */
async function stopGroup(pid, gone) {
	if (pid !== undefined) signalGroup(pid, 'SIGTERM');
	const tooLate = setTimeout(() => killRest(pid), PATIENCE);
	await gone;
	clearTimeout(tooLate);
}

/**
 * Kills the group, or what its head left behind in it.
 *
 * @param {number | undefined} pid
 */
function killRest(pid) {
	if (pid !== undefined) signalGroup(pid, 'SIGKILL');
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
	try {
		process.kill(-pid, signal);
	} catch (error) {
		if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
	}
}

module.exports = { startProcess };
