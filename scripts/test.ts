import { runMain } from './shared/ending.cjs';
import { runTool } from './shared/tools';

/** Everything that can be checked without an n8n, the slowest last, so that Jest's summary closes the output. */
const STEPS: { label: string; command: string; args: string[] }[] = [
	{ label: 'Lint', command: 'eslint', args: ['.'] },
	{ label: 'Type check', command: 'tsc', args: ['--noEmit'] },
	{ label: 'Build', command: 'gulp', args: ['build', '--silent'] },
	{
		label: 'Tests',
		command: 'jest',
		args: ['--selectProjects', 'unit', 'sandbox', 'contract', 'engine', 'package'],
	},
];

// A step that fails does not keep the others from running: one run shows everything that there is to mend.
void runMain(async () => {
	const failed: string[] = [];
	for (const { label, command, args } of STEPS) {
		if (!(await runTool(label, command, args))) failed.push(label);
	}
	if (failed.length) console.error(`\nFailed: ${failed.join(', ')}`);
	return failed.length ? 1 : 0;
});
