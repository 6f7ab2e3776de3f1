const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { withLock } = require('./lock.cjs');
const { runNpm } = require('./npm.cjs');
const { step } = require('./progress.cjs');
const { requireSpace } = require('./space.cjs');
const { StopReason } = require('./stop-reason.cjs');

/** What node_modules takes, and npm's copies of the packages. */
const NEEDED_GIGABYTES = 2;

/**
 * Installs what package-lock.json asks for, unless it is there already.
 *
 * @param {string} root the project's folder
 */
async function ensureDependencies(root) {
	if (isInstalled(root)) return;
	const name = `n8n-nodes-persona-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`;
	await withLock(join(tmpdir(), `${name}.lock`), async () => {
		if (isInstalled(root)) return;
		requireSpace(root, NEEDED_GIGABYTES, 'The project');
		const log = join(tmpdir(), `${name}-install.log`);
		await step("Installing the project's dependencies", () =>
			runNpm(['ci', '--ignore-scripts'], { cwd: root, log }),
		);
		if (isInstalled(root)) return;
		throw new StopReason(
			`npm did not install all that package-lock.json names (its output: ${log})`,
		);
	});
}

/**
 * Compares package-lock.json with the record that npm keeps of what it installed. npm writes that record last, so that an
 * interrupted installation counts as none.
 *
 * @param {string} root
 */
function isInstalled(root) {
	const record = join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const wanted = packagesOf(join(root, 'package-lock.json'));
	const installed = packagesOf(record);
	return Object.entries(wanted).every(([path, { version, optional }]) => {
		const found = installed[path];
		return path === '' || (found ? found.version === version : optional === true);
	});
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
	return JSON.parse(readFileSync(file, 'utf8')).packages;
}

module.exports = { ensureDependencies };
