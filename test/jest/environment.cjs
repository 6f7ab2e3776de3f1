const { ModuleMocker } = require('jest-mock');

/**
 * Lets test files run among Node's own globals. Jest by itself gives each file a copy of them, with an Array and an Error of
 * its own; packages that several files share (see runtime.cjs) cannot belong to one of these copies.
 */
module.exports = class NodeGlobalsEnvironment {
	global = globalThis;
	moduleMocker = new ModuleMocker(globalThis);

	// Fake timers would hold up the packages as well. Waits are tested through transport/clock.ts.
	fakeTimers = null;
	fakeTimersModern = null;

	/** What Jest replaces while it runs a file. */
	own = { console: globalThis.console, exit: process.exit };

	async setup() {}

	async teardown() {
		globalThis.console = this.own.console;
		process.exit = this.own.exit;
	}

	exportConditions() {
		return ['node', 'node-addons'];
	}

	/** Jest loads no file where there is no context. */
	getVmContext() {
		return globalThis;
	}
};
