import { ensureN8n } from './n8n/install';
import { requireChromium } from './shared/chromium';
import { runMain } from './shared/ending.cjs';
import { runTool } from './shared/tools';

// The tests would install n8n themselves; here it is done before, where its progress can be seen.
void runMain(async () => {
	requireChromium();
	await ensureN8n();
	const args = ['--selectProjects', 'browser', '--runInBand', ...process.argv.slice(2)];
	return (await runTool('Browser tests', 'jest', args)) ? 0 : 1;
});
