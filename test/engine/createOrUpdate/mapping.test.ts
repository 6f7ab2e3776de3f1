import { BatchJobs } from '../support/batchJobs';

const jobs = new BatchJobs().use();

describe('Account: Create or Update, mapped by hand', () => {
	it('sends what is mapped by hand, to any field of the type', async () => {
		const value = { reference_id: '={{ $json.key }}', is_vip: '={{ $json.n > 1 }}', plan: 'free' };
		const columns = { mappingMode: 'defineBelow', value };
		await jobs.run(
			[
				{ key: 'a', n: 1 },
				{ key: 'b', n: 2 },
			],
			{ columns },
		);
		expect(jobs.accounts()).toEqual({
			a: { is_vip: false, plan: 'free' },
			b: { is_vip: true, plan: 'free' },
		});
	});

	it.each(['fax', 'contract', 'gone'])('stops for the mapped column %s', async (name) => {
		const value = { reference_id: '={{ $json.key }}', [name]: 'x' };
		const columns = { mappingMode: 'defineBelow', value };
		const { error } = (await jobs.run([{ key: 'a' }], { columns })).data.resultData;
		expect(error?.message).toBe("A column under 'Values to Send' is no field that can be sent");
		expect(jobs.jobs()).toEqual([]);
	});

	it('stops where what accounts are found by is not mapped', async () => {
		const columns = { mappingMode: 'defineBelow', value: { nickname: '={{ $json.n }}' } };
		const { error } = (await jobs.run([{ n: 'Ada' }], { columns })).data.resultData;
		expect(error?.message).toBe("'Reference ID' is not mapped, so nothing was sent");
		expect(jobs.jobs()).toEqual([]);
	});
});
