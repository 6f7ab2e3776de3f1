import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	mutate: [
		'nodes/Persona/{pipeline,transport}/**/*.ts',
		// Names, synonyms and texts: data that the contract tests hold against Persona's own description.
		'!nodes/Persona/pipeline/columns/*.ts',
	],
	testRunner: 'circus',
	plugins: [join(dirname(fileURLToPath(import.meta.url)), 'runner.mjs')],
	// Changes of constants load the tests anew. They are not ignored, because most patterns are constants; the nearest test
	// files come first, so that this takes less than Stryker expects and warns of.
	ignoreStatic: false,
	warnings: {
		slow: false,
		unknownOptions: true,
		preprocessorErrors: true,
		unserializableOptions: true,
	},
	coverageAnalysis: 'perTest',
	concurrency: 2,
	// A change that makes a loop endless ends its process, and another one has to be started.
	timeoutMS: 2000,
	// Measured folder by folder in November 2026: 97.2 in all; accountFields 99.8, automaticMapping 99.0, days 98.7, transport
	// 98.0, expressions 97.3, csvFile 96.6, rules 96.2, pipeline itself 94.5.
	thresholds: { high: 95, low: 94, break: 93 },
	reporters: ['clear-text', 'progress', 'html', 'json'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	htmlReporter: { fileName: 'coverage/mutation/index.html' },
	jsonReporter: { fileName: 'coverage/mutation/report.json' },
	// Out of the way of Jest, which would find the tests there once more.
	tempDirName: join(tmpdir(), 'n8n-nodes-persona-mutation'),
	ignorePatterns: [
		'**',
		'!{credentials,nodes}/**',
		'!{sandbox,test/shared,test/unit}/**',
		'!{package,tsconfig}.json',
		'!jest.config.cjs',
	],
};
