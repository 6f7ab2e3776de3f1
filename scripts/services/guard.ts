// Runs one program, and ends it when told to or when the process that started this one is gone, however that came about.
// Then its folder goes too. When the program ends by itself, the folder stays, because the log is in it.
// Usage: node --require tsx/cjs guard.ts <JSON of GuardedProgram>, with a channel to its parent
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { constants } from 'node:os';
import type { Account } from './account';

/** What it runs, as whom, and the folder in which that works. */
export interface GuardedProgram extends Account {
	command: string;
	args: string[];
	folder: string;
}

const { command, args, folder, ...account } = JSON.parse(process.argv[2] ?? '') as GuardedProgram;

const child = spawn(command, args, { ...account, cwd: folder, stdio: ['ignore', 1, 2] });
let told = false;

// PostgreSQL waits for its clients after SIGTERM, not after SIGINT; Redis ends at once after either.
function end() {
	told = true;
	child.kill('SIGINT');
}

process.once('disconnect', end);
process.on('SIGTERM', end);
process.on('SIGINT', end);
child.once('error', () => process.exit(1));
child.once('exit', (code, signal) => {
	if (told) rmSync(folder, { recursive: true, force: true });
	process.exit(code ?? 128 + constants.signals[signal ?? 'SIGKILL']);
});
