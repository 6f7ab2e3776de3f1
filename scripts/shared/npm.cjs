const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { startProcess } = require('./processes.cjs');
const { StopReason } = require('./stop-reason.cjs');

/** The ways in which npm fails that a person can mend, as they stand in its output. The first that fits is told. */
const KNOWN_FAILURES = [
	{
		sign: /ENOSPC|no space left/i,
		sentence: 'The disk is full; free some space and run the command again',
	},
	{
		sign: /\b(EACCES|EPERM|EROFS)\b/,
		sentence:
			'npm has no permission to write to its folders; change their permissions and run the command again',
	},
	{
		sign: /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b/,
		sentence:
			"The npm registry cannot be reached; check the network and npm's registry and proxy settings",
	},
	{
		sign: /\b(E404|ETARGET|E401|E403)\b/,
		sentence:
			"The npm registry does not hand out a package that is needed; check npm's registry setting",
	},
	{
		sign: /gyp ERR!/,
		sentence:
			'A native module could not be compiled; install Python 3, make and a C++ compiler, and run the command again',
	},
];

// npm's own patience with a registry that does not answer is several minutes.
const NETWORK = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/**
 * Runs npm with its output in a log file.
 *
 * @param {string[]} args
 * @param {{ cwd: string, log: string, env?: NodeJS.ProcessEnv }} options
 * @throws {StopReason} one sentence that says why npm failed and where its output is
 */
async function runNpm(args, { cwd, log, env }) {
	mkdirSync(dirname(log), { recursive: true });
	writeFileSync(log, '');
	const { exited } = startProcess({
		command: process.platform === 'win32' ? 'npm.cmd' : 'npm',
		// First, because `npm exec` hands on what stands behind the command that it runs.
		args: [...NETWORK, '--no-fund', '--no-audit', '--no-update-notifier', ...args],
		cwd,
		log,
		env: withoutNpmSettings(env ?? process.env),
	});
	const status = await exited.catch((error) => {
		throw new StopReason(`npm cannot be started (${error.code}); install it together with Node`);
	});
	if (status !== 0) throw new StopReason(failureSentence(readFileSync(log, 'utf8'), log));
}

/**
 * An npm that runs under `npm start` inherits that npm's settings, among them this project's `ignore-scripts`.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function withoutNpmSettings(env) {
	const inherited =
		/^npm_(package_|lifecycle_|command$|config_ignore_scripts$|config_local_prefix$|config_loglevel$)/;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !inherited.test(name)));
}

/** @param {string} output @param {string} log */
function failureSentence(output, log) {
	const known = KNOWN_FAILURES.find(({ sign }) => sign.test(output));
	return `${known?.sentence ?? 'npm stopped without success'} (its output: ${log})`;
}

module.exports = { runNpm };
