import { ensureN8n } from './n8n/install';
import { HOSTS } from './n8n/versions';
import { runMain } from './shared/ending.cjs';
import { runTool } from './shared/tools';

// The tests would install each n8n themselves; here it is done before, where its progress can be seen.
void runMain(async () => {
	for (const host of HOSTS) await ensureN8n(host);
	const args = ['--selectProjects', 'versions', '--runInBand', ...process.argv.slice(2)];
	return (await runTool('Tests in older and newer n8n', 'jest', args)) ? 0 : 1;
});
