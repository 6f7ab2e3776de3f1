import { spawn, type StdioOptions } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { beforeEnd } from './ending';

/** How long a process may take to end by itself before it is killed, in milliseconds. */
const PATIENCE = 15_000;

export interface ProcessOptions {
	command: string;
	args: string[];
	/** File that takes what the process prints. */
	log: string;
	/** File for its standard output, where that is to be read. */
	output?: string;
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	/** Gives the process a channel that closes when this process dies. */
	tied?: boolean;
}

/**
 * Starts a process as the head of its own group, so that it can be stopped together with everything it starts: by `stop`
 * in good order, by `kill` as a crash would do it.
 */
export function startProcess(options: ProcessOptions) {
	const child = spawnInGroup(options);
	const exited = new Promise<number>((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code, signal) =>
			resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']),
		);
	});
	const gone = exited.catch(() => undefined).then(() => killRest(child.pid));
	const stop = () => stopGroup(child.pid, gone);
	const kill = async () => {
		killRest(child.pid);
		await gone;
	};
	void gone.then(beforeEnd(stop));
	return { pid: child.pid, exited, stop, kill };
}

function spawnInGroup({ command, args, log, output = log, cwd, env, tied }: ProcessOptions) {
	mkdirSync(dirname(log), { recursive: true });
	const files = [openSync(output, 'a'), openSync(log, 'a')];
	const stdio: StdioOptions = ['ignore', ...files, ...(tied ? (['ipc'] as const) : [])];
	const child = spawn(command, args, { cwd, env, detached: true, stdio });
	files.forEach((file) => closeSync(file));
	return child;
}

async function stopGroup(pid: number | undefined, gone: Promise<void>): Promise<void> {
	if (pid !== undefined) signalGroup(pid, 'SIGTERM');
	const tooLate = setTimeout(() => killRest(pid), PATIENCE);
	await gone;
	clearTimeout(tooLate);
}

/** Kills the group, or what its head left behind in it. */
function killRest(pid: number | undefined): void {
	if (pid !== undefined) signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(-pid, signal);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}
