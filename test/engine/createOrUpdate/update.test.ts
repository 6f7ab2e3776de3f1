import { BatchJobs, toldBy } from '../support/batchJobs';
import { CONTINUE, outputOf } from '../support/engine';

const jobs = new BatchJobs().use();

describe('Account: Update', () => {
	it('changes accounts by reference ID, and creates none', async () => {
		jobs.sandbox.addAccount({ referenceId: 'a' });
		const rows = [
			{ Id: 'a', Email: 'a@b.example' },
			{ Id: 'b', Email: 'b@b.example' },
		];
		const parameters = { operation: 'update', accountTypeId: '', output: 'rows' };
		const result = await jobs.run(rows, parameters, CONTINUE);
		expect(toldBy(result)).toEqual([
			[0, 'written'],
			[1, 'Item 1: Persona could not write this row: No record found with unique id •••'],
		]);
		expect(jobs.accounts()).toEqual({ a: { email_address: 'a@b.example' } });
		expect(jobs.requests()[0]).toBe('POST /batch-jobs 400');
	});

	it('changes accounts by their ID', async () => {
		const { id } = jobs.sandbox.addAccount({ referenceId: 'a' });
		const rows = [{ 'Account ID': id, 'First Name': 'Ada', Id: 'another' }];
		const parameters = { operation: 'update', lookupField: 'token', output: 'rows' };
		expect(outputOf(await jobs.run(rows, parameters))).toEqual([
			{
				json: {
					row: 0,
					referenceId: null,
					accountId: id,
					outcome: 'written',
					batchJobId: jobs.sandbox.batchJobs()[0]!.id,
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(jobs.jobs()).toEqual([[{ token: id, name_first: 'Ada' }]]);
	});

	it('takes one field beside the ID', async () => {
		jobs.sandbox.addAccount({ referenceId: 'a' });
		const rows = [{ Id: 'a', Phone: '+12025550123', Other: 1 }];
		await jobs.run(rows, { operation: 'update', accountTypeId: '' });
		expect(jobs.jobs()).toEqual([[{ reference_id: 'a', phone_number: '+12025550123' }]]);
	});

	it('stops where there is nothing to change', async () => {
		const rows = [{ Id: 'a', Other: 1 }];
		const { error } = (await jobs.run(rows, { operation: 'update', accountTypeId: '' })).data
			.resultData;
		expect(error?.message).toBe('Only Reference ID would be sent, so nothing was sent');
	});
});
