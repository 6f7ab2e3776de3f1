import { ensureN8n } from './n8n/install';
import { runMain } from './shared/ending.cjs';
import { runTool } from './shared/tools';

// The tests would install n8n themselves; here it is done before, where its progress can be seen.
void runMain(async () => {
	await ensureN8n();
	const args = ['--selectProjects', 'e2e', '--runInBand', ...process.argv.slice(2)];
	return (await runTool('End-to-end tests', 'jest', args)) ? 0 : 1;
});
