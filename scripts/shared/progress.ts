import { isStopped } from './ending';

const TERMINAL_TICK = 1_000;
const PLAIN_TICK = 20_000;

/** The time since `started`, in milliseconds of the clock, as people say it. */
export function since(started: number): string {
	const milliseconds = Date.now() - started;
	return milliseconds < 10_000
		? `${(milliseconds / 1000).toFixed(1)} s`
		: `${Math.round(milliseconds / 1000)} s`;
}

/**
 * Says what is being done while it is done, and how long it took: one line that counts up on a terminal, a line every 20
 * seconds where the output goes to a file. What is stopped on the way has neither succeeded nor failed.
 */
export async function step<Result>(label: string, work: () => Promise<Result>): Promise<Result> {
	const started = Date.now();
	const terminal = process.stdout.isTTY;
	const write = (text: string) => isStopped() || process.stdout.write(text);
	const tick = () =>
		write(terminal ? `\r  ${label} … ${since(started)} ` : `  … ${since(started)}\n`);
	write(terminal ? `  ${label} …` : `  ${label} …\n`);
	const timer = setInterval(tick, terminal ? TERMINAL_TICK : PLAIN_TICK);
	const finish = (mark: string) => {
		clearInterval(timer);
		write(`${terminal ? '\r' : ''}${mark} ${label} (${since(started)})   \n`);
	};
	try {
		const result = await work();
		finish('✓');
		return result;
	} catch (error) {
		finish('✗');
		throw error;
	}
}
