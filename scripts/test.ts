import { runMain } from './shared/ending.cjs';
import { runTool } from './shared/tools';

/** What comes after `npm test --`, such as a test file. */
const selection = process.argv.slice(2);

const PROJECTS = ['unit', 'sandbox', 'contract', 'engine', 'package'];

/** Everything that can be checked without an n8n, the slowest last, so that Jest's summary closes the output. */
const STEPS: { label: string; command: string; args: string[] }[] = [
	{ label: 'Lint', command: 'eslint', args: ['.'] },
	{ label: 'Type check', command: 'tsc', args: ['--noEmit'] },
	{ label: 'Build', command: 'gulp', args: ['build', '--silent'] },
	{
		label: 'Tests',
		command: 'jest',
		// Jest leaves one processor free if it is not told to use all: half of a machine that has two.
		args: ['--selectProjects', ...PROJECTS, '--maxWorkers=100%', ...selection],
	},
];

const steps = selection.length
	? STEPS.filter(({ label }) => label === 'Build' || label === 'Tests')
	: STEPS;

// A step that fails does not keep the others from running: one run shows everything that there is to fix.
void runMain(async () => {
	const failed: string[] = [];
	for (const { label, command, args } of steps) {
		if (!(await runTool(label, command, args))) failed.push(label);
	}
	if (failed.length) console.error(`\nFailed: ${failed.join(', ')}`);
	return failed.length ? 1 : 0;
});
