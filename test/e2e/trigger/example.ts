import type { Sandbox } from '../../../sandbox';
import { readExamples } from '../../../scripts/start/examples';
import { activate, deactivate, endedExecutions, itemsOf } from '../support/triggers';
import { until } from '../support/until';
import type { TriggerSetup } from './setup';

/** Sends rows as a batch job, waits until Persona has dealt with them, and returns the job as its API shows it. */
async function endedJob(persona: Sandbox, rows: object[]): Promise<{ id: string }> {
	const call = async (path: string, init: RequestInit = {}) => {
		const headers = {
			authorization: `Bearer ${persona.apiKey}`,
			'content-type': 'application/json',
		};
		const response = await fetch(persona.url + path, { ...init, headers });
		return ((await response.json()) as { data: { id: string; attributes: { status: string } } })
			.data;
	};
	const attributes = {
		operation: 'upsert',
		object: 'account',
		'lookup-field': 'reference_id',
		'account-type-id': 'acttp_SandboxAccountTypeUser',
		rows,
	};
	const body = JSON.stringify({ data: { attributes } });
	const { id } = await call('/batch-jobs', { method: 'POST', body });
	return await until('the end of the batch job', async () => {
		const job = await call(`/batch-jobs/${id}`);
		return job.attributes.status === 'completed' && job;
	});
}

/** The example that a trigger starts. */
export function describeExample(setup: TriggerSetup): void {
	it('runs the example: when a batch job ends, its row errors are reported', async () => {
		const { id } = setup.instance.credential;
		const { all } = readExamples(id);
		const example = all.find((one) => one.id === 'personaJobErrors')!;
		await activate(setup.instance, example);
		expect(setup.persona.webhooks()).toMatchObject([
			{
				name: `n8n: ${example.name}`,
				enabledEvents: ['batch-job.completed', 'batch-job.errored', 'batch-job.canceled'],
			},
		]);
		const rows = [{ reference_id: 'c-1' }, { reference_id: 'c-2', email_address: 'wilhelmina' }];
		const endWith = async (sent: object[]) => {
			const data = await endedJob(setup.persona, sent);
			const [delivery] = await setup.persona.emit({ name: 'batch-job.completed', data });
			expect(delivery!.status).toBe(200);
			const { newest } = await endedExecutions(setup.instance, example);
			return { id: data.id, sent: await itemsOf(setup.instance, newest, 'Send the message') };
		};
		const job = await endWith(rows);
		expect(job.sent).toEqual([
			{
				message: `What batch job ${job.id} could not write:\nRow 2: Field ••• has invalid value •••`,
			},
		]);
		expect((await endWith(rows.slice(0, 1))).sent).toEqual([]);
		await deactivate(setup.instance, example);
		expect(setup.persona.webhooks().map(({ status }) => status)).toEqual(['archived']);
	});
}
