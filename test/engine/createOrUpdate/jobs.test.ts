import { BatchJobs, SIX_ROWS, toldBy, TWO_A_JOB, written } from '../support/batchJobs';
import { hintsOf, outputOf } from '../support/engine';

const jobs = new BatchJobs().use();

describe('batch jobs of a run', () => {
	it('are sent one after the other, and watched together', async () => {
		const result = await jobs.run(SIX_ROWS, TWO_A_JOB);
		expect(toldBy(result)).toEqual(written(0, 1, 2, 3, 4, 5));
		expect(jobs.jobs().map((rows) => rows.length)).toEqual([2, 2, 2]);
		expect(new Set(jobs.keys()).size).toBe(3);
		expect(hintsOf(result)).toEqual(['6 rows written: 6 created, 0 updated']);
	});

	it('say how many rows each had', async () => {
		const result = await jobs.run(SIX_ROWS, { options: { rowsPerJob: 4 } });
		expect(outputOf(result).map(({ json, pairedItem }) => [json.meta, pairedItem])).toEqual([
			[
				expect.objectContaining({ rows: 4, part: 1, parts: 2 }),
				[0, 1, 2, 3].map((item) => ({ item })),
			],
			[expect.objectContaining({ rows: 2, part: 2, parts: 2 }), [4, 5].map((item) => ({ item }))],
		]);
	});

	it.each([0, 1001, 1.5, 'many'])('do not have %s rows', async (rowsPerJob) => {
		const { error } = (await jobs.run(SIX_ROWS, { options: { rowsPerJob } })).data.resultData;
		expect(error?.message).toContain("'Rows per Batch Job'");
		expect(jobs.requests()).toEqual([]);
	});

	it('are written anew by each execution, and once within one', async () => {
		await jobs.run(SIX_ROWS, {}, {}, 'one');
		jobs.clock.pass(600);
		const again = await jobs.run(SIX_ROWS, {}, {}, 'one');
		expect(jobs.sandbox.batchJobs()).toHaveLength(1);
		expect(outputOf(again)[0]?.json.meta).toMatchObject({ repeated: true });
		await jobs.run(SIX_ROWS, {}, {}, 'two');
		expect(jobs.sandbox.batchJobs()).toHaveLength(2);
		expect(jobs.sandbox.batchJobs()[1]).toMatchObject({ updatedCount: 6, createdCount: 0 });
	});

	it('are the same job for the same content, if that is wanted', async () => {
		const parameters = { options: { idempotency: 'content' } };
		await jobs.run(SIX_ROWS, parameters, {}, 'one');
		await jobs.run(SIX_ROWS, parameters, {}, 'two');
		expect(jobs.sandbox.batchJobs()).toHaveLength(1);
	});
});

describe('10,000 rows', () => {
	it('take a hundredth of the requests that single ones would', async () => {
		const rows = Array.from({ length: 10_000 }, (_, index) => ({ Id: `r-${index}`, Seats: index }));
		const before = jobs.clock.waited;
		const result = await jobs.run(rows);
		expect(outputOf(result)).toHaveLength(10);
		expect(jobs.sandbox.accounts()).toHaveLength(10_000);
		expect(jobs.sandbox.requests.length).toBeLessThan(100);
		// One request each, at the documented 300 a minute, takes more than half an hour.
		expect((jobs.clock.waited - before) / 1000).toBeLessThan(60);
	});
});
