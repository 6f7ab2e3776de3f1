import { expectInDocument } from '../shared/generated';
import { describeCancelled } from './restart/cancelled';
import { describeKilled } from './restart/killed';
import { outcomeTable, type Outcome } from './restart/outcome';
import { describeRepeated } from './restart/repeated';
import { SETUP_LIMIT } from './support/instance';
import { newMortalInstance, type MortalInstance } from './support/liveInstance';

jest.setTimeout(120_000);

describe('An import in n8n', () => {
	let instance: MortalInstance;
	const outcomes: Outcome[] = [];

	beforeAll(async () => {
		instance = await newMortalInstance();
	}, SETUP_LIMIT);

	afterAll(() => instance?.close());

	describeRepeated(() => instance, outcomes);
	describeCancelled(() => instance, outcomes);
	describeKilled(() => instance, outcomes);

	it('is what docs/reliability.md says', () => {
		expectInDocument('docs/reliability.md', 'restarts', outcomeTable(outcomes));
	});
});
