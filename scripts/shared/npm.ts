import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import knownFailures from './npm-failures.json';
import { startProcess } from './processes';
import { StopReason } from './stop-reason';

// npm's own patience with a registry that does not answer is several minutes.
const NETWORK = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/** Settings of the npm around this process, among them this project's `ignore-scripts`, which are not those of another npm. */
const INHERITED =
	/^npm_(package_|lifecycle_|command$|config_ignore_scripts$|config_local_prefix$|config_loglevel$)/;

/**
 * Runs npm with its output in a log file.
 *
 * @throws StopReason with one sentence that says why npm failed and where its output is
 */
export async function runNpm(
	args: string[],
	{ cwd, log, env }: { cwd: string; log: string; env?: NodeJS.ProcessEnv },
): Promise<void> {
	mkdirSync(dirname(log), { recursive: true });
	writeFileSync(log, '');
	const { exited } = startProcess({
		command: process.platform === 'win32' ? 'npm.cmd' : 'npm',
		// First, because `npm exec` hands on what comes after the command that it runs.
		args: [...NETWORK, '--no-fund', '--no-audit', '--no-update-notifier', ...args],
		cwd,
		log,
		env: withoutNpmSettings(env ?? process.env),
	});
	const status = await exited.catch((error: NodeJS.ErrnoException) => {
		throw new StopReason(`npm cannot be started (${error.code}); install it together with Node`);
	});
	if (status !== 0) throw new StopReason(failureSentence(readFileSync(log, 'utf8'), log));
}

function withoutNpmSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	return Object.fromEntries(Object.entries(env).filter(([name]) => !INHERITED.test(name)));
}

/** The ways in which npm fails that a person can fix are known by signs in its output; the first that fits is told. */
function failureSentence(output: string, log: string): string {
	const known = knownFailures.find(({ sign }) => new RegExp(sign, 'i').test(output));
	return `${known?.sentence ?? 'npm stopped without success'} (its output: ${log})`;
}
