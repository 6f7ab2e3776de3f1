import { expectInDocument } from '../shared/generated';
import { describeCancelled } from '../e2e/restart/cancelled';
import { outcomeTable, type Outcome } from '../e2e/restart/outcome';
import { SETUP_LIMIT } from '../e2e/support/instance';
import { describeMainKilled } from './mainKilled';
import { describeMany } from './many';
import { newCluster, type Cluster } from './support/cluster';
import { describeWorkerKilled } from './workerKilled';

jest.setTimeout(300_000);

// One n8n serves all: two of them would be too much for a small machine.
describe('An import in queue mode', () => {
	let cluster: Cluster;
	const outcomes: Outcome[] = [];

	beforeAll(async () => {
		cluster = await newCluster();
	}, SETUP_LIMIT);

	afterAll(() => cluster?.close());

	describeWorkerKilled(() => cluster, outcomes);
	describeMany(() => cluster, outcomes);
	describeCancelled(() => cluster, outcomes);
	describeMainKilled(() => cluster, outcomes);

	it('is what docs/reliability.md says', () => {
		expectInDocument('docs/reliability.md', 'queue', outcomeTable(outcomes));
	});
});
