import { startSandbox, type Flaw, type Sandbox } from '../../sandbox';
import { saveCredential } from '../../scripts/n8n/setup';
import { readExamples } from '../../scripts/start/examples';
import { newMortalInstance, type MortalInstance } from './support/liveInstance';
import { SETUP_LIMIT } from './support/instance';
import {
	activate,
	deactivate,
	endedExecutions,
	itemsOf,
	triggerWorkflow,
} from './support/triggers';
import { until } from './support/until';

/** Events in the burst, and how many are on their way at a time. */
const BURST = Number(process.env.TRIGGER_BURST ?? 200);
const AT_A_TIME = 5;

jest.setTimeout(Math.max(240_000, BURST * 600));

const account = (id: string) => ({ type: 'account', id, attributes: { 'reference-id': id } });
const created = (id: string, more: { id?: string; flaw?: Flaw } = {}) => ({
	name: 'account.created',
	data: account(id),
	...more,
});

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

describe('The Persona Trigger in n8n', () => {
	let instance: MortalInstance;
	let persona: Sandbox;

	beforeAll(async () => {
		instance = await newMortalInstance();
		persona = await startSandbox({ webhookRetryMilliseconds: [300, 600] });
		const data = { apiKey: persona.apiKey, baseUrl: persona.url };
		const name = 'Persona with webhooks';
		const id = await saveCredential(instance.request, { name, type: 'personaApi', data });
		instance.credential = { id, name };
	}, SETUP_LIMIT);

	beforeEach(() => persona.reset());

	afterAll(async () => {
		await persona.close();
		await instance.close();
	});

	const workflowFor = (id: string, parameters = {}) =>
		triggerWorkflow(instance, id, { events: ['account.created'], ...parameters });

	it('creates a webhook, runs once for each event, and archives the webhook', async () => {
		const workflow = workflowFor('lifeOfTrigger');
		await activate(instance, workflow);
		const [webhook, ...others] = persona.webhooks();
		expect(others).toEqual([]);
		expect(webhook).toMatchObject({
			status: 'enabled',
			name: `n8n: ${workflow.name}`,
			url: `${instance.url}/webhook/lifeOfTrigger-webhook/webhook`,
			enabledEvents: ['account.created'],
			apiVersion: '2026-09-29',
			apiKeyInflection: 'kebab',
			includedAllowlist: { state: 'include_none' },
		});

		const [first] = await persona.emit(created('act_1'));
		await persona.emit(created('act_1', { id: first!.eventId }));
		await persona.emit({ name: 'account.redacted', data: account('act_1') });
		expect(persona.deliveries.map(({ status }) => status)).toEqual([200, 200]);
		const { count, newest } = await endedExecutions(instance, workflow);
		expect(count).toBe(1);
		expect(await itemsOf(instance, newest)).toEqual([
			{
				event: 'account.created',
				eventId: first!.eventId,
				createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
				objectType: 'account',
				objectId: 'act_1',
				data: account('act_1'),
			},
		]);

		await deactivate(instance, workflow);
		expect(webhook!.status).toBe('archived');
		expect(await persona.emit(created('act_2'))).toEqual([]);
	});

	it('rejects what Persona did not sign just now, and starts nothing', async () => {
		const workflow = workflowFor('forgedEvents');
		await activate(instance, workflow);
		const flaws = [
			...(['unsigned', 'wrongSecret', 'withoutTime', 'old', 'early', 'changedBody'] as const),
		];
		for (const flaw of flaws) await persona.emit(created('act_1', { flaw }));
		const firsts = persona.deliveries.filter(({ attempt }) => attempt === 1);
		expect(firsts.map(({ status }) => status)).toEqual(flaws.map(() => 401));
		expect((await endedExecutions(instance, workflow)).count).toBe(0);
		await deactivate(instance, workflow);
	});

	it('goes on with a rotated secret, during the change and after it', async () => {
		const workflow = workflowFor('rotatedSecret');
		await activate(instance, workflow);
		const { id } = persona.webhooks()[0]!;
		const rotate = (seconds: number) =>
			fetch(`${persona.url}/webhooks/${id}/rotate-secret`, {
				method: 'POST',
				headers: {
					authorization: `Bearer ${persona.apiKey}`,
					'content-type': 'application/json',
				},
				body: JSON.stringify({ meta: { 'expires-in-seconds': seconds } }),
			});
		await rotate(3600);
		await persona.emit(created('act_1'));
		persona.webhooks()[0]!.secrets.pop();
		await persona.emit(created('act_2'));
		expect(persona.deliveries.map(({ status }) => status)).toEqual([200, 200]);
		expect((await endedExecutions(instance, workflow)).count).toBe(2);
		await deactivate(instance, workflow);
	});

	it('keeps its webhook when n8n crashes and starts again', async () => {
		const workflow = workflowFor('startedAgain');
		await activate(instance, workflow);
		await persona.emit(created('act_1'));
		expect((await endedExecutions(instance, workflow)).count).toBe(1);
		await instance.kill();
		const credential = instance.credential;
		await instance.start();
		instance.credential = credential;
		await until('the webhook after the start', async () => {
			const [delivery] = await persona.emit(created('act_2', { id: 'evt_second' }));
			return delivery!.status === 200;
		});
		expect(persona.webhooks().map(({ status }) => status)).toEqual(['enabled']);
		await persona.emit(created('act_2', { id: 'evt_second' }));
		expect((await endedExecutions(instance, workflow)).count).toBe(2);
		await deactivate(instance, workflow);
	});

	it('is not activated when Persona refuses the webhook, and leaves none behind', async () => {
		const workflow = workflowFor('refusedWebhook');
		// n8n 2.41 tries an activation several times.
		const times = 20;
		const on = { method: 'POST', path: '/webhooks' };
		persona.faults.add({ kind: 'status', status: 403, on, times });
		await expect(activate(instance, workflow)).rejects.toThrow(
			'Persona does not let this API key manage webhooks (HTTP 403)',
		);
		expect(persona.webhooks()).toEqual([]);
		await deactivate(instance, workflow);
		persona.faults.clear();
		persona.faults.add({ kind: 'status', status: 422, on: { path: /\/enable$/ }, times });
		await expect(activate(instance, workflow)).rejects.toThrow(
			'Persona did not accept the webhook (HTTP 422)',
		);
		expect(persona.webhooks().length).toBeGreaterThan(0);
		expect(persona.webhooks().filter(({ status }) => status !== 'archived')).toEqual([]);
		await deactivate(instance, workflow);
	});

	it('can be tried out in the editor, and leaves no enabled webhook behind', async () => {
		const workflow = workflowFor('triedOut', { simplify: false });
		await activate(instance, workflow);
		await deactivate(instance, workflow);
		persona.reset();
		const body = {
			workflowData: workflow,
			triggerToStartFrom: { name: 'Persona Trigger' },
		};
		const answer = await instance.request<{ waitingForWebhook: boolean }>(
			'POST',
			`/workflows/${workflow.id}/run`,
			body,
		);
		expect(answer.waitingForWebhook).toBe(true);
		expect(persona.webhooks().map(({ status, url }) => [status, url])).toEqual([
			['enabled', `${instance.url}/webhook-test/triedOut-webhook/webhook`],
		]);
		const [delivery] = await persona.emit(created('act_1'));
		expect(delivery!.status).toBe(200);
		const { newest } = await endedExecutions(instance, workflow);
		expect(await itemsOf(instance, newest)).toEqual([
			{ data: expect.objectContaining({ type: 'event', id: delivery!.eventId }) as object },
		]);
		await until('the end of the test', () => persona.webhooks()[0]!.status === 'archived');
	});

	it('takes events of a webhook that somebody created by hand, without an API key', async () => {
		const path = 'byHand-webhook/webhook';
		const secret = 'wbhsec_by-hand';
		const workflow = workflowFor('byHand', { setup: 'manual', secret, events: ['*'] });
		await activate(instance, workflow);
		expect(persona.requests).toEqual([]);
		// The sandbox has no call to choose a secret, as Persona has none.
		const response = await fetch(`${persona.url}/webhooks`, {
			method: 'POST',
			headers: { authorization: `Bearer ${persona.apiKey}`, 'content-type': 'application/json' },
			body: JSON.stringify({
				data: {
					attributes: {
						name: 'By hand',
						url: `${instance.url}/webhook/${path}`,
						'enabled-events': ['*'],
					},
				},
			}),
		});
		expect(response.status).toBe(201);
		const webhook = persona.webhooks()[0]!;
		webhook.status = 'enabled';
		const unknown = webhook.secrets;
		webhook.secrets = [{ value: secret, expiresAt: null }];
		await persona.emit(created('act_1'));
		// Last, because Persona sends an event that was refused again.
		webhook.secrets = unknown;
		await persona.emit(created('act_2'));
		expect(persona.deliveries.slice(0, 2).map(({ status }) => status)).toEqual([200, 401]);
		expect((await endedExecutions(instance, workflow)).count).toBe(1);
		await deactivate(instance, workflow);
	});

	it('runs the example: when a batch job ends, its row errors are reported', async () => {
		const { id } = instance.credential;
		const { all } = readExamples(id);
		const example = all.find((one) => one.id === 'personaJobErrors')!;
		await activate(instance, example);
		expect(persona.webhooks()).toMatchObject([
			{
				name: `n8n: ${example.name}`,
				enabledEvents: ['batch-job.completed', 'batch-job.errored', 'batch-job.canceled'],
			},
		]);
		const rows = [{ reference_id: 'c-1' }, { reference_id: 'c-2', email_address: 'wilhelmina' }];
		const endWith = async (sent: object[]) => {
			const data = await endedJob(persona, sent);
			const [delivery] = await persona.emit({ name: 'batch-job.completed', data });
			expect(delivery!.status).toBe(200);
			const { newest } = await endedExecutions(instance, example);
			return { id: data.id, sent: await itemsOf(instance, newest, 'Send the message') };
		};
		const job = await endWith(rows);
		expect(job.sent).toEqual([
			{
				message: `What batch job ${job.id} could not write:\nRow 2: Field ••• has invalid value •••`,
			},
		]);
		expect((await endWith(rows.slice(0, 1))).sent).toEqual([]);
		await deactivate(instance, example);
		expect(persona.webhooks().map(({ status }) => status)).toEqual(['archived']);
	});

	it(`starts one execution for each of ${BURST} events that come at once, repeated ones included`, async () => {
		const workflow = workflowFor('burstOfEvents');
		await activate(instance, workflow);
		const ids = Array.from({ length: BURST }, (_, index) => `evt_burst${String(index)}`);
		// Every tenth comes twice at the same time.
		const queue = ids.flatMap((id, index) => (index % 10 === 0 ? [id, id] : [id]));
		let slowest = 0;
		const start = Date.now();
		const send = async () => {
			for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
				const begin = performance.now();
				await persona.emit(created(id.replace('evt', 'act'), { id }));
				slowest = Math.max(slowest, performance.now() - begin);
			}
		};
		await Promise.all(Array.from({ length: AT_A_TIME }, send));
		console.log(`${BURST} events in ${Date.now() - start} ms, slowest ${Math.round(slowest)} ms`);
		expect(slowest).toBeLessThan(5000);
		await until('every event to be taken', () => {
			const taken = persona.deliveries.filter(({ status }) => status === 200);
			return new Set(taken.map(({ eventId }) => eventId)).size === BURST;
		});
		expect((await endedExecutions(instance, workflow)).count).toBe(BURST);
		await deactivate(instance, workflow);
	});
});
