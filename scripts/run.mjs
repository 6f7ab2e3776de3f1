// Runs one of the project's TypeScript commands on a fresh clone: node scripts/run.mjs <file.ts> [arguments]
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = 20.19;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major + minor / 100 < OLDEST) {
	console.error(
		`This project needs Node ${OLDEST} or newer; this is Node ${process.versions.node}.`,
	);
	process.exit(1);
}

const require = createRequire(import.meta.url);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [file = '', ...args] = process.argv.slice(2);

const { endOnSignals, fail } = require('./shared/ending.cjs');
const { ensureDependencies } = require('./shared/dependencies.cjs');

process.chdir(root);
const leaveSignalsAlone = endOnSignals();
await ensureDependencies(root).catch(fail);
leaveSignalsAlone();

const command = resolve(root, file);
process.argv = [process.execPath, command, ...args];
require('tsx/cjs/api').register();
require(command);
