// Runs one program, and ends it when told to or when the process that started this one is gone, however that came about.
// Then its folder goes too. When the program ends by itself, the folder stays, because the log is in it.
// Usage: node guard.cjs <JSON: command, args, folder, uid?, gid?>, with a channel to its parent
const { spawn } = require('node:child_process');
const { constants } = require('node:os');
const { rmSync } = require('node:fs');

const { command, args, folder, ...account } = JSON.parse(process.argv[2] ?? '');

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
