import { startSandbox, type Sandbox } from '../../sandbox';
import { importWorkflow, startWorkflow } from './support/engine';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

describe('Importer: Wait for Completion, cancelled', () => {
	it.each(['stopWorkflow', 'continueRegularOutput'] as const)(
		'%s: stops within a second, by a real clock',
		async (onError) => {
			sandbox.reset();
			const { id } = sandbox.addImporter({ status: 'pending' });
			const parameters = {
				resource: 'importer',
				operation: 'wait',
				importerId: { __rl: true, mode: 'id', value: id },
			};
			const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
			const file = importWorkflow([{}], { parameters, settings: { onError } });
			const running = startWorkflow(file, access);
			while (sandbox.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
			await new Promise((resolve) => setTimeout(resolve, 50));
			const cancelled = Date.now();
			running.cancel();
			const run = await running;
			expect(Date.now() - cancelled).toBeLessThan(1000);
			expect(run.data.resultData.error?.message).toBe('The execution was cancelled');
			expect(sandbox.requests).toHaveLength(1);
		},
	);
});
