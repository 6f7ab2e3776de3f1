import { BatchJobReads, jobJson, reasonsOf, stopOf } from '../support/batchJobReads';
import { outputOf } from '../support/engine';

const persona = new BatchJobReads().use();

describe('Batch Job: Get', () => {
	it('returns each job as Persona returns it, with the ID of each item', async () => {
		const jobs = [persona.failedJob(4), persona.sandbox.addBatchJob({ status: 'running' })];
		const result = await persona.run('get', [jobs[1]!.id, jobs[0]!.id]);
		expect(outputOf(result)).toEqual([
			{ json: jobJson(jobs[1]!), pairedItem: { item: 0 } },
			{ json: jobJson(jobs[0]!), pairedItem: { item: 1 } },
		]);
	});

	it('sends its options', async () => {
		const fields = { values: [{ type: 'batch-job', attributes: 'status' }] };
		const options = { fields, keyInflection: 'camel', personaVersion: '2026-09-29' };
		const [item] = outputOf(await persona.run('get', [persona.failedJob(2).id], { options }));
		expect(item?.json.attributes).toEqual({ status: 'completed' });
		expect(persona.sandbox.requests[0]?.headers).toMatchObject({
			'persona-version': '2026-09-29',
			'key-inflection': 'camel',
		});
	});

	it.each([
		[undefined, "'Batch Job ID' holds no ID"],
		['..', "'Batch Job ID' holds no ID"],
		['mprtpr_unknown', 'Persona has no batch job with this ID (HTTP 404)'],
	])('says what is wrong with the ID %s', async (id, message) => {
		const good = persona.sandbox.addBatchJob();
		const onError = 'continueRegularOutput';
		const result = persona.run('get', [id, good.id], {}, { onError });
		expect(await reasonsOf(result)).toEqual([undefined, `Item 0: ${message}`]);
	});

	it('says in one sentence that the key may not use batch jobs', async () => {
		persona.sandbox.faults.add({ kind: 'status', status: 403 });
		const { message, description } = await stopOf(
			persona.run('get', [persona.sandbox.addBatchJob().id]),
		);
		expect(message).toBe('Item 0: Persona does not allow batch jobs with this API key (HTTP 403)');
		expect(description).toContain('Account: Import');
	});
});
