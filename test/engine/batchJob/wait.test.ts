import type { StoredBatchJob } from '../../../sandbox';
import { BatchJobReads, jobJson, reasonsOf, stopOf } from '../support/batchJobReads';
import { hintsOf, outputOf } from '../support/engine';

const persona = new BatchJobReads().use();
const become = (job: StoredBatchJob, status: string) => Object.assign(job, { status });

describe('Batch Job: Wait for Completion', () => {
	it('waits for all jobs together, and looks at each until it has ended', async () => {
		const jobs = ['pending', 'running'].map((status) => persona.sandbox.addBatchJob({ status }));
		persona.clock.after(7, () => become(jobs[0]!, 'completed'));
		persona.clock.after(12, () => become(jobs[1]!, 'completed'));
		const before = persona.clock.waited;
		const result = await persona.run('wait', [jobs[0]!.id, jobs[1]!.id, jobs[0]!.id]);
		expect(persona.clock.waited - before).toBe(15_000);
		expect(outputOf(result)).toEqual(
			[jobs[0]!, jobs[1]!, jobs[0]!].map((job, item) => ({
				json: jobJson(job),
				pairedItem: { item },
			})),
		);
		expect(hintsOf(result)).toEqual([]);
		expect(persona.sandbox.requests).toHaveLength(7);
	});

	it('goes on while a job is paused or in a state that is not known, and says which are left', async () => {
		const jobs = ['paused', 'resting'].map((status) => persona.sandbox.addBatchJob({ status }));
		const options = { pollInterval: 10, waitTimeout: 30 };
		const result = await persona.run('wait', [jobs[0]!.id, jobs[1]!.id], { options });
		expect(outputOf(result).map(({ json }) => json)).toEqual(jobs.map(jobJson));
		expect(hintsOf(result)).toEqual([
			`1 batch job still running after 30 s: ${jobs[1]!.id}`,
			`1 batch job paused in Persona, where somebody has to resume: ${jobs[0]!.id}`,
		]);
		expect(persona.sandbox.requests).toHaveLength(8);
	});

	it('sees the status although the chosen attributes leave it out', async () => {
		const job = persona.sandbox.addBatchJob({ status: 'running' });
		persona.clock.after(3, () => become(job, 'completed'));
		const fields = { values: [{ type: 'batch-job', attributes: 'run-count' }] };
		const [item] = outputOf(await persona.run('wait', [job.id], { options: { fields } }));
		expect(item?.json.attributes).toMatchObject({ 'run-count': 1, status: 'completed' });
	});

	it.each(['canceled', 'errored', 'killed'])('ends with a reason at %s', async (status) => {
		const other = persona.sandbox.addBatchJob({ status: 'running' });
		const { message } = await stopOf(
			persona.run('wait', [persona.sandbox.addBatchJob({ status }).id, other.id]),
		);
		expect(message).toBe('Item 0: the batch job ended before it was completed');
		expect(persona.sandbox.requests).toHaveLength(1);
		become(other, 'completed');
		const onError = 'continueRegularOutput';
		const both = [persona.sandbox.batchJobs()[1]!.id, other.id];
		expect(await reasonsOf(persona.run('wait', both, {}, { onError }))).toEqual([
			undefined,
			message,
		]);
	});
});
