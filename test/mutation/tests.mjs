import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export const requireModule = createRequire(import.meta.url);
export const circus = requireModule('jest-circus');
export const { projects, testTimeout } = requireModule('../../jest.config.cjs');
/** @type {{ displayName: string, transform: Record<string, [string, import('@swc/core').Options]> }} */
const unit = projects.find(
	(/** @type {{ displayName: string }} */ one) => one.displayName === 'unit',
);
const [[, swcOptions] = []] = Object.values(unit.transform);

/** @typedef {{ name: string, parent?: Block }} Named */
/** @typedef {Named & { type: 'test', mode?: string, errors: unknown[], duration?: number }} Test */
/** @typedef {Named & { type: 'describeBlock', children: (Block | Test)[] }} Block */

/** What the changed code looks at: which change is active; and where it notes which of them were reached. */
export const stryker = {
	mutantCoverage: { static: {}, perTest: {} },
	/** @type {string | undefined} */ activeMutant: undefined,
	/** @type {string | undefined} */ currentTestId: undefined,
	/** @type {number | undefined} */ hitCount: undefined,
};

/** Makes TypeScript, Jest's functions and what the changed code looks at known to all that is loaded. */
export function prepareGlobals() {
	const compiled = new Map();
	requireModule.extensions['.ts'] = (/** @type {any} */ module, file) => {
		if (!compiled.has(file)) {
			const source = readFileSync(file, 'utf8');
			compiled.set(file, requireModule('@swc/core').transformSync(source, swcOptions).code);
		}
		module._compile(compiled.get(file), file);
	};
	// After .ts, as in Jest: beside Persona.node.ts there is a Persona.node.json.
	const { '.json': json } = requireModule.extensions;
	Reflect.deleteProperty(requireModule.extensions, '.json');
	requireModule.extensions['.json'] = json;
	const mocker = new (requireModule('jest-mock').ModuleMocker)(globalThis);
	Object.assign(globalThis, circus, {
		__stryker__: stryker,
		expect: requireModule('@jest/expect').jestExpect,
		jest: { fn: mocker.fn.bind(mocker), spyOn: mocker.spyOn.bind(mocker) },
	});
	// The same cases in each run, or scores could not be compared; a failure need not be made small. A change that a property
	// can notice is noticed within a few cases, as a rule.
	requireModule('fast-check').configureGlobal({ seed: 1, endOnFailure: true, numRuns: 100 });
}

/** Tests of time and memory: they take longer than all others, and notice no change that the others do not. */
const SLOW = ['pipeline/rules/linearTime.test.ts', 'pipeline/automaticMapping/slices.test.ts'];

/**
 * The unit tests of what is mutated, below a folder; the tests of the credential are those of transport/authenticate.ts.
 *
 * @param {string} root
 */
export function testsBelow(root) {
	return ['pipeline', 'transport', 'credentials'].flatMap((area) =>
		readdirSync(join(root, 'test/unit', area), { recursive: true, encoding: 'utf8' })
			.map((name) => join(area, name))
			.filter((name) => name.endsWith('.test.ts') && !SLOW.includes(name))
			.map((name) => join(root, 'test/unit', name)),
	);
}

/**
 * How many folders a test file shares with a file that it may test: the nearest ones notice a change soonest.
 *
 * @param {string} test below test/unit
 * @param {string} file below nodes/Persona
 */
export function nearness(test, file) {
	const folders = file.split('/').slice(0, -1);
	const others = test.split('/');
	const apart = folders.findIndex((folder, index) => folder !== others[index]);
	return apart < 0 ? folders.length : apart;
}

/**
 * @param {Block} block
 * @returns {Generator<Test>}
 */
export function* testsIn(block) {
	for (const child of block.children) {
		if (child.type === 'test') yield child;
		else yield* testsIn(child);
	}
}

/**
 * @param {Named} one
 * @returns {string}
 */
export function fullName(one) {
	return one.parent === undefined ? '' : `${fullName(one.parent)} ${one.name}`.trim();
}
