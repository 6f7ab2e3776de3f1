import { execFileSync, spawn } from 'node:child_process';
import { ROOT } from '../../../scripts/pack';

/** A command of the project as it runs in a terminal. */
export interface Command {
	/** What it has printed up to now. */
	printed(): string;
	/** Resolves once it has printed something that fits. */
	untilPrinted(pattern: RegExp): Promise<void>;
	/** What Ctrl-C does: the whole foreground group gets the signal. */
	pressControlC(): void;
	/** Sends a signal to npm's own process alone. */
	signalNpm(signal: NodeJS.Signals): void;
	/** The IDs of npm's process and of all that came from it. */
	processes(): number[];
	exited: Promise<number | null>;
	/** Makes sure that it is gone. */
	close(): Promise<void>;
}

/** Runs `npm <args>` without npm's own lines and without the settings of the test run around it. */
export function npm(args: string[], env: NodeJS.ProcessEnv = {}, cwd = ROOT): Command {
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^(npm_|NODE_ENV$|JEST_|PERSONA_|N8N_PORT$|SANDBOX_PORT$)/.test(name),
	);
	const child = spawn('npm', args, {
		cwd,
		env: { ...Object.fromEntries(inherited), npm_config_loglevel: 'silent', ...env },
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	const exited = new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	const add = (chunk: Buffer) => (printed += chunk.toString());
	child.stdout.on('data', add);
	child.stderr.on('data', add);
	const signal = (name: NodeJS.Signals) => {
		const running = child.exitCode === null && child.signalCode === null;
		if (child.pid && running) process.kill(-child.pid, name);
	};
	return {
		printed: () => printed,
		untilPrinted: (pattern) =>
			new Promise((resolve, reject) => {
				const look = () => pattern.test(printed) && resolve();
				child.stdout.on('data', look);
				void exited.then(() => reject(new Error(`It ended before it printed that: ${printed}`)));
				look();
			}),
		pressControlC: () => signal('SIGINT'),
		signalNpm: (name) => void child.kill(name),
		processes: () => (child.pid ? [child.pid, ...descendantsOf(child.pid)] : []),
		exited,
		close: async () => {
			signal('SIGTERM');
			await exited;
		},
	};
}

/** Whether a process still runs; one that has ended and waits for its parent to ask does not. */
export function isRunning(pid: number): boolean {
	return processTable().some((row) => row.pid === pid && !row.state.startsWith('Z'));
}

function descendantsOf(pid: number): number[] {
	const table = processTable();
	const below = (parent: number): number[] =>
		table.filter(({ ppid }) => ppid === parent).flatMap((row) => [row.pid, ...below(row.pid)]);
	return below(pid);
}

function processTable() {
	const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,state=']).toString().trim().split('\n');
	return lines.map((line) => {
		const [pid = '', ppid = '', state = ''] = line.trim().split(/\s+/);
		return { pid: Number(pid), ppid: Number(ppid), state };
	});
}
