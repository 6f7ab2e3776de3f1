import { join, sep } from 'node:path';

import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
	determineHitLimitReached,
	DryRunStatus,
	TestStatus,
	toMutantRunResult,
} from '@stryker-mutator/api/test-runner';

import {
	circus,
	fullName,
	nearness,
	prepareGlobals,
	requireModule,
	stryker,
	testsBelow,
	testsIn,
	testTimeout,
} from './tests.mjs';

/** @typedef {import('./tests.mjs').Test} Test */
/** @typedef {{ state: unknown, ids: Map<Test, string> }} Suite */

/**
 * Runs the unit tests with Jest's own test runner, in the worker itself: Stryker's runner for Jest starts anew for every
 * mutant and then loads all that the tests use, which takes a hundred times as long as the tests.
 */
class CircusRunner {
	/**
	 * Test file → its tests, loaded with code of its own, as Jest does it.
	 *
	 * @type {Map<string, Suite>}
	 */
	suites = new Map();
	/**
	 * Test file → the files that it loads; those change with no mutant.
	 *
	 * @type {Map<string, string[]>}
	 */
	dependencies = new Map();

	root = '';
	/** @type {string[]} */ tests = [];
	/** @type {Map<Test, string>} */ ids = new Map();
	/** @type {Set<string> | undefined} */ filter;
	/** @type {import('@stryker-mutator/api/test-runner').TestResult[]} */ results = [];
	bail = false;
	failed = false;

	/** @type {[]} */ static inject = [];

	capabilities() {
		return { reloadEnvironment: true };
	}

	async init() {
		// Stryker copies the project, changes that copy, and lets its workers run there.
		this.root = process.cwd();
		this.tests = testsBelow(this.root);
		prepareGlobals();
		circus.addEventHandler((/** @type {{ name: string, test: Test }} */ event) =>
			this.follow(event),
		);
	}

	/** @param {string} file */
	nameOf(file) {
		return file.slice(this.root.length + 1);
	}

	/** @param {string} file */
	isOurs(file) {
		return file.startsWith(join(this.root, sep)) && !file.includes('node_modules');
	}

	/**
	 * @param {string} file
	 * @returns {Suite}
	 */
	load(file) {
		const ours = () => Object.keys(requireModule.cache).filter((name) => this.isOurs(name));
		for (const name of ours()) delete requireModule.cache[name];
		circus.resetState();
		circus.getState().testTimeout = testTimeout;
		requireModule(file);
		this.dependencies.set(file, ours());
		const ids = new Map();
		const seen = new Map();
		for (const test of testsIn(circus.getState().rootDescribeBlock)) {
			const name = fullName(test);
			seen.set(name, (seen.get(name) ?? 0) + 1);
			ids.set(test, `${this.nameOf(file)} ${name} ${seen.get(name)}`);
		}
		const suite = { state: circus.getState(), ids };
		this.suites.set(file, suite);
		return suite;
	}

	/**
	 * Called for all that happens to a test.
	 *
	 * @param {{ name: string, test: Test }} event
	 */
	follow({ name, test }) {
		if (name === 'test_start') {
			const id = this.ids.get(test) ?? '';
			const wanted = !this.failed && (this.filter === undefined || this.filter.has(id));
			Object.assign(test, { mode: wanted ? undefined : 'skip', errors: [], status: null });
			stryker.currentTestId = wanted ? id : undefined;
		} else if (name === 'test_done') {
			stryker.currentTestId = undefined;
			const failure = test.errors.length > 0 ? String([test.errors[0]].flat()[0]) : undefined;
			const id = this.ids.get(test) ?? '';
			const told = { id, name: id, timeSpentMs: test.duration ?? 0 };
			this.results.push(
				failure === undefined
					? { ...told, status: TestStatus.Success }
					: { ...told, status: TestStatus.Failed, failureMessage: failure },
			);
			this.failed ||= failure !== undefined && this.bail;
		}
	}

	/**
	 * @param {string[]} files
	 * @param {boolean} bail
	 * @param {Set<string>} [filter] IDs of the tests to run; all when left out
	 * @returns {Promise<import('@stryker-mutator/api/test-runner').CompleteDryRunResult>}
	 */
	async run(files, bail, filter) {
		Object.assign(this, { filter, bail, failed: false, results: [] });
		for (const file of files) {
			const { state, ids } = this.suites.get(file) ?? this.load(file);
			this.ids = ids;
			circus.setState(state);
			const { unhandledErrors } = await circus.run();
			if (unhandledErrors.length > 0) throw new Error(unhandledErrors.join('\n'));
			if (this.failed) break;
		}
		return { status: DryRunStatus.Complete, tests: this.results };
	}

	async dryRun() {
		const result = await this.run(this.tests, false);
		return { ...result, mutantCoverage: stryker.mutantCoverage };
	}

	/** @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options */
	async mutantRun(options) {
		const { activeMutant, testFilter, sandboxFileName, hitLimit, disableBail } = options;
		const isLoadedWithIt = options.mutantActivation === 'static';
		if (options.reloadEnvironment) this.suites.clear();
		const filter = testFilter && new Set(testFilter);
		const changed = this.nameOf(sandboxFileName).replace('nodes/Persona/', '');
		const near = (/** @type {string} */ file) =>
			nearness(this.nameOf(file).replace('test/unit/', ''), changed);
		const files = this.tests
			.filter((file) =>
				filter === undefined
					? (this.dependencies.get(file)?.includes(sandboxFileName) ?? true)
					: [...filter].some((id) => id.startsWith(`${this.nameOf(file)} `)),
			)
			.sort((one, other) => near(other) - near(one));
		if (!isLoadedWithIt) for (const file of files) this.suites.get(file) ?? this.load(file);
		Object.assign(stryker, { activeMutant: activeMutant.id, hitLimit, hitCount: 0 });
		try {
			const result = await this.run(files, !disableBail, filter);
			const limit = determineHitLimitReached(stryker.hitCount, hitLimit);
			return toMutantRunResult(limit ?? result);
		} catch (error) {
			return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: String(error) });
		} finally {
			stryker.activeMutant = undefined;
		}
	}
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'circus', CircusRunner)];
