const { constants } = require('node:os');
const { explain } = require('./stop-reason.cjs');

/** @typedef {() => Promise<unknown>} Cleanup */

/** What has to be undone before this process may end, the newest first. @type {Set<Cleanup>} */
const cleanups = new Set();

/** @type {Promise<never> | undefined} */
let ending;

/**
 * Has `cleanup` run before this process ends, whether by itself or by Ctrl-C.
 *
 * @param {Cleanup} cleanup
 * @returns {() => void} takes it back
 */
function beforeEnd(cleanup) {
	cleanups.add(cleanup);
	return () => void cleanups.delete(cleanup);
}

/** @param {number} status */
function end(status) {
	ending ??= cleanUp().then(
		() => process.exit(status),
		(error) => {
			console.error(explain(error));
			process.exit(1);
		},
	);
	return ending;
}

async function cleanUp() {
	for (const cleanup of [...cleanups].reverse()) await cleanup();
}

/**
 * Cleans up before a signal ends this process.
 *
 * @returns {() => void} leaves the signals alone again
 */
function endOnSignals() {
	const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
	const handle = (/** @type {NodeJS.Signals} */ signal) =>
		void end(128 + constants.signals[signal]);
	for (const signal of signals) process.on(signal, handle);
	return () => {
		for (const signal of signals) process.off(signal, handle);
	};
}

/**
 * Runs a command's main function and ends with the status it returns, with everything stopped that it had started.
 *
 * @param {() => Promise<number>} main
 */
async function runMain(main) {
	endOnSignals();
	try {
		await end(await main());
	} catch (error) {
		await fail(error);
	}
}

/**
 * Tells a failure and ends. Whatever breaks because everything is being stopped already is no news.
 *
 * @param {unknown} error
 */
async function fail(error) {
	if (!ending) console.error(`\n${explain(error)}`);
	await end(1);
}

module.exports = { beforeEnd, endOnSignals, fail, runMain };
