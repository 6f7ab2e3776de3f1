import { ensureN8n } from './n8n/install';
import { requirePostgres } from './services/postgres';
import { requireRedis } from './services/redis';
import { runMain } from './shared/ending.cjs';
import { runTool } from './shared/tools';

// The tests would install n8n themselves; here it is done before, where its progress can be seen.
void runMain(async () => {
	requireRedis();
	requirePostgres();
	await ensureN8n();
	const args = ['--selectProjects', 'queue', '--runInBand', ...process.argv.slice(2)];
	return (await runTool('Queue mode tests', 'jest', args)) ? 0 : 1;
});
