const { clearInterval, setInterval } = require('node:timers');

const TERMINAL_TICK = 1_000;
const PLAIN_TICK = 20_000;

/** @param {number} started */
function since(started) {
	const milliseconds = Date.now() - started;
	return milliseconds < 10_000
		? `${(milliseconds / 1000).toFixed(1)} s`
		: `${Math.round(milliseconds / 1000)} s`;
}

/**
 * Says what is being done while it is done, and how long it took: one line that counts up on a terminal, a line every 20
 * seconds where the output goes to a file.
 *
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function step(label, work) {
	const started = Date.now();
	const terminal = process.stdout.isTTY;
	const tick = () =>
		process.stdout.write(
			terminal ? `\r  ${label} … ${since(started)} ` : `  … ${since(started)}\n`,
		);
	process.stdout.write(terminal ? `  ${label} …` : `  ${label} …\n`);
	const timer = setInterval(tick, terminal ? TERMINAL_TICK : PLAIN_TICK);
	const finish = (/** @type {string} */ mark) => {
		clearInterval(timer);
		process.stdout.write(`${terminal ? '\r' : ''}${mark} ${label} (${since(started)})   \n`);
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

module.exports = { since, step };
