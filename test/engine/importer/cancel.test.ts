import type { INode } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { importWorkflow, startWorkflow } from '../support/engine';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: Infinity });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const real = async (milliseconds: number) =>
	await new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs a workflow by a real clock, cancels it after so many requests, and says how long that took to end it. */
async function cancelAfter(requests: number, parameters: INode['parameters'], onError: string) {
	const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
	const settings = { onError } as Partial<INode>;
	const running = startWorkflow(
		importWorkflow([{ reference_id: 'c-1' }], { parameters, settings }),
		access,
	);
	while (sandbox.requests.length < requests) await real(5);
	await real(50);
	const cancelled = Date.now();
	running.cancel();
	const run = await running;
	return { run, took: Date.now() - cancelled };
}

describe.each(['stopWorkflow', 'continueRegularOutput'])('cancelled, %s', (onError) => {
	it.each<[string, number, () => INode['parameters']]>([
		[
			'Importer: Wait for Completion',
			1,
			() => ({
				resource: 'importer',
				operation: 'wait',
				importerId: { mode: 'id', value: sandbox.addImporter({ status: 'pending' }).id },
			}),
		],
		[
			'Importer: Wait for Completion, while Persona does not answer',
			1,
			() => {
				sandbox.faults.add({ kind: 'slow', milliseconds: 3000 });
				return {
					resource: 'importer',
					operation: 'wait',
					importerId: { mode: 'id', value: 'mprt_1' },
				};
			},
		],
		[
			'Importer: Get Many, while Persona does not answer',
			1,
			() => {
				sandbox.faults.add({ kind: 'slow', milliseconds: 3000 });
				return { resource: 'importer', operation: 'getAll' };
			},
		],
		['import with Wait for Completion', 2, () => ({ waitForCompletion: true })],
		[
			'One Item per Row, while it waits for the rate limit',
			1,
			() => {
				sandbox.faults.add({ kind: 'rateLimited', resetSeconds: 60, on: { path: '/accounts' } });
				return { output: 'rows' };
			},
		],
		[
			'One Item per Row, while Persona does not answer',
			1,
			() => {
				sandbox.faults.add({ kind: 'slow', milliseconds: 3000, on: { path: '/accounts' } });
				return { output: 'rows' };
			},
		],
		[
			'One Item per Row, while it looks again',
			5,
			() => {
				const on = { path: '/accounts' };
				sandbox.faults.add({ kind: 'slow', milliseconds: 0, on });
				sandbox.faults.add({ kind: 'rateLimited', resetSeconds: 60, on });
				setTimeout(() => void sandbox.settle(), 500);
				return { output: 'rows', options: { pollInterval: 1 } };
			},
		],
	])('%s: ends within a second, and asks for nothing more', async (_, requests, parameters) => {
		const { run, took } = await cancelAfter(requests, parameters(), onError);
		expect(took).toBeLessThan(1000);
		expect(run.data.resultData.error?.message).toBe('The execution was cancelled');
		expect(sandbox.requests).toHaveLength(requests);
	});
});
