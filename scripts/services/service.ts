import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProcess } from '../shared/processes';
import { StopReason } from '../shared/stop-reason';
import { ROOT } from '../pack';
import type { GuardedProgram } from './guard';
import { unprivilegedAccount, type Account } from './account';

const START_LIMIT = 60_000;
const LOOK_AGAIN = 50;

/** A server that n8n keeps its state in, on a port of this machine that only this machine reaches. */
export interface Service {
	port: number;
	password: string;
	/** Where it keeps everything. */
	folder: string;
	/** Ends it and deletes all it has stored. */
	stop(): Promise<void>;
}

/** A folder of its own for a service, and the account that it runs as. */
export interface Place {
	folder: string;
	account: Account;
}

/** Makes one that the service's account may write to. */
export function newPlace(name: string): Place {
	const account = unprivilegedAccount();
	const folder = mkdtempSync(join(tmpdir(), `n8n-nodes-persona-${name}-`));
	if (account.uid !== undefined && account.gid !== undefined) {
		chownSync(folder, account.uid, account.gid);
	}
	return { folder, account };
}

/**
 * Starts a service and resolves once it answers. It ends with this process, even when that is killed.
 *
 * @param isReady whether it answers
 * @returns how to stop it
 */
export async function startService(
	label: string,
	{ folder, account }: Place,
	[command, ...args]: [string, ...string[]],
	isReady: () => Promise<boolean>,
): Promise<() => Promise<void>> {
	const log = join(folder, 'service.log');
	const program: GuardedProgram = { command, args, folder, ...account };
	const { exited, stop } = startProcess({
		command: process.execPath,
		args: ['--require', 'tsx/cjs', join(__dirname, 'guard.ts'), JSON.stringify(program)],
		cwd: ROOT,
		log,
		tied: true,
	});
	let ended = false;
	void exited.then(() => (ended = true));
	const deadline = Date.now() + START_LIMIT;
	while (!(await isReady())) {
		if (ended) throw new StopReason(`${label} did not start (its output: ${log})`);
		if (Date.now() > deadline) {
			await stop();
			throw new StopReason(`${label} did not start within ${START_LIMIT / 1000} s`);
		}
		await sleep(LOOK_AGAIN);
	}
	return stop;
}
