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

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [file = '', ...args] = process.argv.slice(2);
process.chdir(root);

const { ensureDependencies } = await import('./dependencies.mjs');
const problem = await ensureDependencies(root);
if (problem !== undefined) {
	console.error(`\n${problem}`);
	process.exit(1);
}

const require = createRequire(import.meta.url);
const command = resolve(root, file);
process.argv = [process.execPath, command, ...args];
require('tsx/cjs/api').register();
require(command);
