import { endedExecutionsOf, publish, trigger } from '../e2e/support/automation';
import { effectOf } from '../e2e/support/effect';
import { until } from '../e2e/support/until';
import type { Outcome } from '../e2e/restart/outcome';
import { untilEnded } from '../../scripts/n8n/run';
import type { Cluster } from './support/cluster';

const UPLOAD = { id: 'mainKilled' };
const FILE = { id: 'filesystem', parameters: { source: 'file' } };

/** Longest time for n8n to store the end of an execution, in milliseconds. */
const LIMIT = 30_000;

/** The main process is killed, then started again with another place for files. */
export function describeMainKilled(cluster: () => Cluster, outcomes: Outcome[]): void {
	describe('the main process killed', () => {
		it('does not keep a worker from finishing', async () => {
			const { sandbox, gate } = cluster();
			sandbox.reset();
			await publish(cluster(), UPLOAD);
			gate.holds = 'answers';
			await trigger(cluster(), UPLOAD);
			await until('the upload', () => sandbox.importers().length === 1);
			await cluster().killMain();
			gate.release();
			await cluster().startMain({ N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem' });
			const [execution] = await endedExecutionsOf(cluster(), UPLOAD);
			const effect = await effectOf(sandbox, UPLOAD);
			const { status } = execution!;
			const what = 'The main process is killed during the upload of a worker';
			outcomes.push({
				...{ what, idempotency: 'Once per Content', status },
				...{ next: 'The worker finishes', ...effect },
			});
			expect({ status, ...effect }).toEqual({ status: 'success', uploads: 1, imports: 1, held: 1 });
		});
	});

	describe('files on the disk of the main process', () => {
		it('cannot be read by a worker, which says so', async () => {
			const { sandbox, request } = cluster();
			sandbox.reset();
			await publish(cluster(), FILE);
			await trigger(cluster(), FILE);
			const [{ id } = { id: '' }] = await endedExecutionsOf(cluster(), FILE);
			const ended = await untilEnded(request, id, LIMIT);
			const { message, description } = ended!.data.resultData.error!;
			expect({ status: ended?.status, message, description }).toEqual({
				status: 'error',
				message: "Item 0: the file in 'data' could not be read from where n8n keeps it",
				description:
					'Run the workflow again from the node that makes the file. In queue mode, n8n has to keep files in its database or in S3, so that every worker can read them.',
			});
			expect(sandbox.requests).toEqual([]);
		});
	});
}
