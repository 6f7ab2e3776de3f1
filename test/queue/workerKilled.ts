import { bringAbout, momentsOf } from '../e2e/restart/moments';
import type { Outcome } from '../e2e/restart/outcome';
import { executionsOf, retryExecution, trigger } from '../e2e/support/automation';
import { effectOf } from '../e2e/support/effect';
import type { LiveInstance } from '../e2e/support/liveInstance';
import { until } from '../e2e/support/until';
import type { Cluster } from './support/cluster';

const MOMENTS = momentsOf('worker', 'A worker is killed');
const CASES = MOMENTS.all;

/** The status of each case's newest execution, once none of them runs; meanwhile Persona finishes what is waited for. */
async function endedStatuses(instance: LiveInstance): Promise<Map<string, string>> {
	return await until('the end of all executions', async () => {
		await instance.sandbox.settle();
		const all = await Promise.all(CASES.map((one) => executionsOf(instance, one)));
		const newest = all.map(([execution]) => execution!.status);
		if (newest.some((status) => /new|running/.test(status))) return false;
		return new Map(CASES.map(({ id }, index) => [id, newest[index]!]));
	});
}

/** The first of two workers is killed, in the middle of everything. The second and a third one are left. */
export function describeWorkerKilled(cluster: () => Cluster, outcomes: Outcome[]): void {
	describe('a worker killed', () => {
		let statuses: Map<string, string>;

		beforeAll(async () => {
			await cluster().startWorker('first');
			await bringAbout(cluster(), MOMENTS);
			await cluster().startWorker('second');
			await cluster().killWorker('first');
			cluster().gate.release();
			// n8n looks for half a minute whether the worker has come to an end after all; meanwhile a new one takes its place.
			[statuses] = await Promise.all([endedStatuses(cluster()), cluster().startWorker('third')]);
		}, 600_000);

		it('leaves executions that Retry execution does not run again', async () => {
			const { length } = cluster().sandbox.requests;
			const [execution] = await executionsOf(cluster(), CASES[0]!);
			const retried = await retryExecution(cluster(), execution!);
			expect([execution?.status, retried.status]).toEqual(['error', 'error']);
			expect(cluster().sandbox.requests).toHaveLength(length);
		});

		describe('and the rows sent again', () => {
			beforeAll(async () => {
				for (const one of CASES) await trigger(cluster(), one);
				const again = await endedStatuses(cluster());
				expect([...again.values()]).toEqual(CASES.map(() => 'success'));
			});

			it.each(CASES)('$what, $idempotency', async (one) => {
				const effect = await effectOf(cluster().sandbox, one);
				const { what, idempotency } = one;
				const status = statuses.get(one.id)!;
				outcomes.push({ what, idempotency, status, next: 'The rows are sent again', ...effect });
				expect({ status, ...effect }).toEqual({ status: 'error', ...one.expected });
			});
		});
	});
}
