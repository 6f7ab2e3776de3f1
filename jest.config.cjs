// The folders of test/, each a Jest project, from the quickest to the slowest.
const project = (name, more = {}) => ({
	displayName: name,
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	transform: {
		'^.+\\.tsx?$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	...more,
});

/** A project whose test files share the packages that they use, n8n-core among them: loading those took most of the time. */
const quickProject = (name, { setupFiles = [], ...more } = {}) =>
	project(name, {
		testEnvironment: '<rootDir>/test/jest/environment.cjs',
		runtime: '<rootDir>/test/jest/runtime.cjs',
		setupFiles: ['<rootDir>/test/jest/freshPackages.ts', ...setupFiles],
		...more,
	});

/** Tests that run nodes in n8n's engine share the storage of files, which each of them begins anew. */
const ENGINE = {
	setupFiles: ['<rootDir>/test/engine/support/setup.ts'],
	setupFilesAfterEnv: ['<rootDir>/test/engine/support/freshStorage.ts'],
};

module.exports = {
	projects: [
		quickProject('unit'),
		quickProject('sandbox'),
		quickProject('contract', ENGINE),
		quickProject('engine', ENGINE),
		project('package'),
		project('e2e'),
		project('browser'),
		project('queue'),
		project('versions'),
	],
	testTimeout: 30_000,
};
