import { BatchJobs, POST, SIX_ROWS, toldBy } from '../support/batchJobs';
import { CONTINUE } from '../support/engine';

const jobs = new BatchJobs().use();

describe('an account without batch jobs', () => {
	it.each([
		[403, 'This API key may not use batch jobs in Persona (HTTP 403)'],
		[404, 'Persona offers no batch jobs to this API key (HTTP 404)'],
	])('is told so by HTTP %s before any row is sent', async (status, message) => {
		jobs.sandbox.faults.add({ kind: 'status', status, on: POST });
		const { error } = (await jobs.run(SIX_ROWS)).data.resultData;
		expect(error?.message).toBe(message);
		expect(error?.description).toContain('Account: Import');
		expect(error?.description).toContain('Nothing was sent.');
		expect(jobs.requests()).toEqual(['GET /account-types/… 200', `POST /batch-jobs ${status}`]);
		expect(Math.max(...jobs.sandbox.requests.map(({ bodyBytes }) => bodyBytes))).toBeLessThan(120);
	});

	it('gives one item for each row where the node may continue', async () => {
		jobs.sandbox.faults.add({ kind: 'status', status: 404, on: POST });
		const told = toldBy(await jobs.run(SIX_ROWS, {}, CONTINUE));
		expect(told.map(([item]) => item)).toEqual([0, 1, 2, 3, 4, 5]);
		expect(told[5]![1]).toBe('Item 5: Persona offers no batch jobs to this API key (HTTP 404)');
	});
});
