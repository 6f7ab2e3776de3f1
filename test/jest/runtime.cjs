const { createRequire } = require('node:module');
const { isAbsolute } = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

/**
 * Loads packages once for all test files of a process, where Jest loads them anew for each: n8n-core alone takes longer than
 * most test files. Files of this project are still loaded anew for each test file, and `jest.mock` works.
 *
 * What packages remember goes on from one test file to the next; setup files set it back.
 */
module.exports = class SharedPackagesRuntime extends Runtime {
	/** @type {(string | symbol)[]} */
	frameworkGlobals = [];

	/** @param {ConstructorParameters<typeof Runtime>} args */
	constructor(...args) {
		super(...args);
		// A private part of Jest, which would compile for a copy of the globals (see environment.cjs).
		const executor = Reflect.get(this, 'executor');
		executor.compile = (/** @type {string} */ source, /** @type {string} */ filename) =>
			compileFunction(source, executor.injectedModuleParameters, { filename });
	}

	/**
	 * @override
	 * @template T
	 * @param {string} from
	 * @param {string} [moduleName]
	 * @param {Parameters<Runtime['requireModule']>[2]} [options]
	 * @param {boolean} [isRequireActual]
	 * @returns {T}
	 */
	requireModule(from, moduleName, options, isRequireActual) {
		if (moduleName && isPackage(moduleName) && !options?.isInternalModule) {
			return createRequire(from)(moduleName);
		}
		return super.requireModule(from, moduleName, options, isRequireActual);
	}

	/**
	 * @override
	 * @template T
	 * @param {string} from
	 * @param {string} [to]
	 * @returns {T}
	 */
	requireInternalModule(from, to) {
		const before = new Set(Reflect.ownKeys(globalThis));
		/** @type {T} */
		const loaded = super.requireInternalModule(from, to);
		this.frameworkGlobals.push(...Reflect.ownKeys(globalThis).filter((key) => !before.has(key)));
		return loaded;
	}

	/** @override */
	teardown() {
		super.teardown();
		// Jest's test runner, loaded anew for each file, would go on with the listeners that the last one left.
		for (const key of this.frameworkGlobals) Reflect.deleteProperty(globalThis, key);
	}
};

/** @param {string} moduleName */
function isPackage(moduleName) {
	return !moduleName.startsWith('.') && !isAbsolute(moduleName);
}
