import { BatchJobs, toldBy } from '../support/batchJobs';
import { CONTINUE } from '../support/engine';

const jobs = new BatchJobs().use();

describe('Account: Create or Update, options', () => {
	it('sends events, or not', async () => {
		await jobs.run([{ Id: 'a', Nickname: 'Ada' }]);
		await jobs.run([{ Id: 'a', Nickname: 'Ada' }], { options: { emitEvents: false } });
		expect(jobs.sandbox.batchJobs().map(({ emitEvents }) => emitEvents)).toEqual([true, false]);
	});

	it('deals with repeated reference IDs as an import does', async () => {
		const rows = [
			{ Id: 'a', Seats: 1 },
			{ Id: 'A', Seats: 2 },
			{ Id: 'b', Seats: 3 },
		];
		const result = await jobs.run(rows, { output: 'rows', options: { duplicates: 'keepLast' } });
		expect(toldBy(result)).toEqual([
			[0, 'written'],
			[1, 'written'],
			[2, 'written'],
		]);
		expect(jobs.jobs()).toEqual([
			[
				{ reference_id: 'A', seats: 2 },
				{ reference_id: 'b', seats: 3 },
			],
		]);
		expect(
			toldBy(await jobs.run(rows, { output: 'rows' }, CONTINUE)).map(([item]) => item),
		).toEqual([2, 0, 1]);
	});
});
