import { BatchJobs, TYPE } from '../support/batchJobs';
import { hintsOf } from '../support/engine';

const jobs = new BatchJobs().use();

describe('Account: Create or Update, the account type', () => {
	it('stops where the items name different account types', async () => {
		const rows = [
			{ Id: 'a', type: TYPE },
			{ Id: 'b', type: 'acttp_other' },
		];
		const { error } = (await jobs.run(rows, { accountTypeId: '={{ $json.type }}' })).data
			.resultData;
		expect(error?.message).toBe(
			"'Account Type ID' differs between items: item 1 gives another value than item 0",
		);
		expect(jobs.requests()).toEqual([]);
	});

	it.each([
		['={{ "" }}', 'is not the ID'],
		['itmpl_1', 'is not the ID'],
		['acttp_other', 'no account type with this ID (HTTP 404)'],
	])('stops for the account type %j', async (accountTypeId, message) => {
		const { error } = (await jobs.run([{ Id: 'a' }], { accountTypeId })).data.resultData;
		expect(error?.message).toContain(message);
		expect(jobs.jobs()).toEqual([]);
	});

	it('takes the documented fields where the key may not read account types', async () => {
		jobs.sandbox.faults.add({ kind: 'status', status: 403, on: { path: /account-types/ } });
		const options = { furtherFields: 'nickname' };
		const result = await jobs.run(
			[{ Id: 'a', Email: 'a@b.example', nickname: 'Ada', Plan: 'free' }],
			{ options },
		);
		expect(jobs.jobs()).toEqual([
			[{ reference_id: 'a', email_address: 'a@b.example', nickname: 'Ada' }],
		]);
		expect(hintsOf(result)).toContain(
			'The API key may not read account types, so values are not checked by type',
		);
	});
});
