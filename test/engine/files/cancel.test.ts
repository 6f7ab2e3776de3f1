import { startSandbox, type Sandbox } from '../../../sandbox';
import { startWorkflow } from '../support/engine';
import { BINARY_MODES, fileItem, fileWorkflow, useBinaryMode } from '../support/files';

let sandbox: Sandbox;
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const FILE = `reference_id,name_first\n${'1,Zoë\n'.repeat(200_000)}`;

async function cancelled(running: ReturnType<typeof startWorkflow>) {
	const start = Date.now();
	running.cancel();
	const run = await running;
	expect(Date.now() - start).toBeLessThan(1000);
	expect(run.data.resultData.error?.message).toBe('The execution was cancelled');
}

describe.each(BINARY_MODES)('a CSV file in binary mode %s, cancelled', (mode) => {
	beforeAll(async () => await useBinaryMode(mode));

	it('while it is sent: stops within a second', async () => {
		sandbox.faults.add({ kind: 'slow', milliseconds: 1500, on: { method: 'POST' } });
		const running = startWorkflow(fileWorkflow([await fileItem(FILE)]), access());
		while (sandbox.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		await cancelled(running);
	});

	it('while it is checked: sends nothing', async () => {
		const items = await Promise.all(Array.from({ length: 40 }, () => fileItem(FILE)));
		const running = startWorkflow(fileWorkflow(items), access());
		await new Promise((resolve) => setTimeout(resolve, 50));
		await cancelled(running);
		expect(sandbox.requests).toEqual([]);
	});
});
