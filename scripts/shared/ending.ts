import { constants } from 'node:os';
import { explain } from './stop-reason';

type Cleanup = () => Promise<unknown>;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How often it looks whether npm still runs, in milliseconds. */
const LOOK_AGAIN = 500;

/** What has to be undone before this process may end, the newest last. */
const cleanups = new Set<Cleanup>();

let ending: Promise<never> | undefined;
let stopped = false;

/** Whether this process is ending because somebody stopped it. Whatever breaks from then on is no news. */
export function isStopped(): boolean {
	return stopped;
}

/**
 * Has `cleanup` run before this process ends, whether by itself or by Ctrl-C.
 *
 * @returns takes it back
 */
export function beforeEnd(cleanup: Cleanup): () => void {
	cleanups.add(cleanup);
	return () => void cleanups.delete(cleanup);
}

/**
 * Runs a command's main function and ends with the status it returns, with everything stopped that it had started.
 * A signal ends it as well, and so does the end of the npm that runs it.
 */
export async function runMain(main: () => Promise<number>): Promise<void> {
	for (const signal of SIGNALS) process.on(signal, stop);
	stopWithNpm();
	try {
		await end(await main());
	} catch (error) {
		if (!ending) console.error(`\n${explain(error)}`);
		await end(1);
	}
}

function stop(signal: NodeJS.Signals): void {
	if (ending) return;
	process.stdout.write('\nStopping …\n');
	stopped = true;
	void end(128 + constants.signals[signal], 'Stopped.');
}

/** Shells differ in whether they hand a signal on that npm sends to them; so npm's end counts as one. */
function stopWithNpm(): void {
	if (process.env.npm_lifecycle_event === undefined) return;
	const parent = process.ppid;
	const look = () => process.ppid !== parent && stop('SIGTERM');
	setInterval(look, LOOK_AGAIN).unref();
}

function end(status: number, farewell?: string): Promise<never> {
	ending ??= cleanUp().then(
		() => {
			if (farewell) console.log(farewell);
			return process.exit(status);
		},
		(error) => {
			console.error(explain(error));
			return process.exit(1);
		},
	);
	return ending;
}

async function cleanUp(): Promise<void> {
	for (const cleanup of [...cleanups].reverse()) await cleanup();
}
