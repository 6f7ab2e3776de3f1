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

module.exports = {
	projects: [
		project('unit'),
		project('sandbox'),
		project('contract'),
		project('engine', { setupFiles: ['<rootDir>/test/engine/support/setup.ts'] }),
		project('package'),
		project('e2e'),
		project('browser'),
		project('queue'),
		project('versions'),
	],
	testTimeout: 30_000,
};
