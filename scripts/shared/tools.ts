import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../pack';
import { beforeEnd, isStopped } from './ending';
import { since } from './progress';
import { StopReason } from './stop-reason';

/** Runs one of the project's own tools, with its output shown, and says how it went. */
export async function runTool(label: string, command: string, args: string[]): Promise<boolean> {
	const started = Date.now();
	console.log(`\n▶ ${label}`);
	const child = spawn(join(ROOT, 'node_modules', '.bin', command), args, {
		cwd: ROOT,
		stdio: 'inherit',
	});
	const exited = new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', resolve);
	});
	const forget = beforeEnd(async () => {
		child.kill();
		await exited;
	});
	const status = await exited.finally(forget);
	if (isStopped()) throw new StopReason(`${label} was stopped`);
	console.log(`${status === 0 ? '✓' : '✗'} ${label} (${since(started)})`);
	return status === 0;
}
