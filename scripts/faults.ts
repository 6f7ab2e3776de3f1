import { runMain } from './shared/ending';
import { runTool } from './shared/tools';

// Prints the table of docs/reliability.md as it is now.
void runMain(async () => {
	process.env.PRINT_FAULTS = '1';
	const args = ['--selectProjects', 'engine', '--testPathPatterns', 'faultMatrix', '--silent'];
	return (await runTool('Faults', 'jest', args)) ? 0 : 1;
});
