import { executionsOf, retryExecution } from '../support/automation';
import { effectOf } from '../support/effect';
import type { LiveInstance, MortalInstance } from '../support/liveInstance';
import { until } from '../support/until';
import { bringAbout, momentsOf } from './moments';
import type { Outcome } from './outcome';

const MOMENTS = momentsOf('killed', 'n8n is killed');
const CASES = MOMENTS.all;

/** Presses *Retry execution* for what n8n calls crashed, and lets Persona finish what is waited for. */
async function retryAll(instance: LiveInstance): Promise<void> {
	const { sandbox } = instance;
	let left = CASES.length;
	const retries = CASES.map(async (one) => {
		const [execution] = await executionsOf(instance, one);
		const { status } = await retryExecution(instance, execution!);
		expect([one.id, status]).toEqual([one.id, 'success']);
		left--;
	});
	const settled = until('the end of all retries', async () => {
		await sandbox.settle();
		return left === 0;
	});
	await Promise.all([...retries, settled]);
}

/** n8n is killed once, in the middle of everything; then it is started again. */
export function describeKilled(instance: () => MortalInstance, outcomes: Outcome[]): void {
	describe('killed, started again, and Retry execution', () => {
		const statuses = new Map<string, string>();

		beforeAll(async () => {
			await bringAbout(instance(), MOMENTS);
			await instance().kill();
			instance().gate.release();
			await instance().start();
			for (const one of CASES) {
				const executions = await executionsOf(instance(), one);
				statuses.set(one.id, executions.map(({ status }) => status).join());
			}
			await retryAll(instance());
		}, 300_000);

		it.each(CASES)('$what, $idempotency', async (one) => {
			const effect = await effectOf(instance().sandbox, one);
			const { what, idempotency } = one;
			const status = statuses.get(one.id)!;
			outcomes.push({ what, idempotency, status, next: '_Retry execution_', ...effect });
			expect({ status, ...effect }).toEqual({ status: 'crashed', ...one.expected });
		});
	});
}
