import { BatchJobReads, SECRET } from '../support/batchJobReads';
import { outputOf } from '../support/engine';

const persona = new BatchJobReads().use();

describe('Batch Job: Get Errors', () => {
	it('returns the rows by number, without what they held', async () => {
		const job = persona.failedJob(500);
		const items = outputOf(await persona.run('getErrors', [job.id], { returnAll: true }));
		expect(items).toEqual(
			Array.from({ length: 250 }, (_, index) => ({
				json: {
					type: 'batch-job-row-error',
					id: `${job.id}:${2 * index + 2}`,
					attributes: { 'error-message': 'name ••• is invalid', 'row-number': 2 * index + 2 },
				},
				pairedItem: { item: 0 },
			})),
		);
		expect(persona.sandbox.requests.map(({ query }) => query)).toEqual([
			{ 'page[size]': '100' },
			{ 'page[size]': '100', 'page[after]': '200' },
			{ 'page[size]': '100', 'page[after]': '400' },
		]);
	});

	it('returns as many as are wanted', async () => {
		const job = persona.failedJob(500);
		expect(outputOf(await persona.run('getErrors', [job.id], { limit: 120 }))).toHaveLength(120);
		expect(persona.sandbox.requests.map(({ query }) => query['page[size]'])).toEqual(['100', '20']);
	});

	it('returns errors of the whole job first, in any key style', async () => {
		const globalErrors = [{ errorType: 'failed_to_write', message: null, retryable: true }];
		const job = persona.failedJob(2, { globalErrors });
		for (const keyInflection of ['kebab', 'camel', 'snake']) {
			const items = outputOf(
				await persona.run('getErrors', [job.id], { options: { keyInflection } }),
			);
			expect(items.map(({ json }) => json.type)).toEqual([
				'batch-job-global-error',
				'batch-job-row-error',
			]);
			expect(Object.values(items[0]?.json.attributes as object)).toEqual([
				'failed_to_write',
				null,
				true,
			]);
			expect(JSON.stringify(items)).not.toContain(SECRET);
		}
	});

	it('stops where the numbers of the rows do not go up', async () => {
		const job = persona.failedJob(400);
		for (const one of job.rowErrors) one.rowNumber = 1;
		job.rowErrors.push({ rowNumber: 0, message: null });
		expect(outputOf(await persona.run('getErrors', [job.id], { returnAll: true }))).toHaveLength(
			100,
		);
	});
});
