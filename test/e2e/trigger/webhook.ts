import { activate, deactivate, endedExecutions, itemsOf } from '../support/triggers';
import { until } from '../support/until';
import { account, created, type TriggerSetup } from './setup';

/** How the webhook begins and ends with its workflow. */
export function describeWebhook(setup: TriggerSetup): void {
	it('creates a webhook, runs once for each event, and archives the webhook', async () => {
		const workflow = setup.workflowFor('lifeOfTrigger');
		await activate(setup.instance, workflow);
		const [webhook, ...others] = setup.persona.webhooks();
		expect(others).toEqual([]);
		expect(webhook).toMatchObject({
			status: 'enabled',
			name: `n8n: ${workflow.name}`,
			url: `${setup.instance.url}/webhook/lifeOfTrigger-webhook/webhook`,
			enabledEvents: ['account.created'],
			apiVersion: '2026-09-29',
			apiKeyInflection: 'kebab',
			includedAllowlist: { state: 'include_none' },
		});

		const [first] = await setup.persona.emit(created('act_1'));
		await setup.persona.emit(created('act_1', { id: first!.eventId }));
		await setup.persona.emit({ name: 'account.redacted', data: account('act_1') });
		expect(setup.persona.deliveries.map(({ status }) => status)).toEqual([200, 200]);
		const { count, newest } = await endedExecutions(setup.instance, workflow);
		expect(count).toBe(1);
		expect(await itemsOf(setup.instance, newest)).toEqual([
			{
				event: 'account.created',
				eventId: first!.eventId,
				createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
				objectType: 'account',
				objectId: 'act_1',
				data: account('act_1'),
			},
		]);

		await deactivate(setup.instance, workflow);
		expect(webhook!.status).toBe('archived');
		expect(await setup.persona.emit(created('act_2'))).toEqual([]);
	});

	it('keeps its webhook when n8n crashes and starts again', async () => {
		const workflow = setup.workflowFor('startedAgain');
		await activate(setup.instance, workflow);
		await setup.persona.emit(created('act_1'));
		expect((await endedExecutions(setup.instance, workflow)).count).toBe(1);
		await setup.instance.kill();
		const credential = setup.instance.credential;
		await setup.instance.start();
		setup.instance.credential = credential;
		await until('the webhook after the start', async () => {
			const [delivery] = await setup.persona.emit(created('act_2', { id: 'evt_second' }));
			return delivery!.status === 200;
		});
		expect(setup.persona.webhooks().map(({ status }) => status)).toEqual(['enabled']);
		await setup.persona.emit(created('act_2', { id: 'evt_second' }));
		expect((await endedExecutions(setup.instance, workflow)).count).toBe(2);
		await deactivate(setup.instance, workflow);
	});

	it('is not activated when Persona refuses the webhook, and leaves none behind', async () => {
		const workflow = setup.workflowFor('refusedWebhook');
		// n8n 2.41 tries an activation several times.
		const times = 20;
		const on = { method: 'POST', path: '/webhooks' };
		setup.persona.faults.add({ kind: 'status', status: 403, on, times });
		await expect(activate(setup.instance, workflow)).rejects.toThrow(
			'Persona does not let this API key manage webhooks (HTTP 403)',
		);
		expect(setup.persona.webhooks()).toEqual([]);
		await deactivate(setup.instance, workflow);
		setup.persona.faults.clear();
		setup.persona.faults.add({ kind: 'status', status: 422, on: { path: /\/enable$/ }, times });
		await expect(activate(setup.instance, workflow)).rejects.toThrow(
			'Persona did not accept the webhook (HTTP 422)',
		);
		expect(setup.persona.webhooks().length).toBeGreaterThan(0);
		expect(setup.persona.webhooks().filter(({ status }) => status !== 'archived')).toEqual([]);
		await deactivate(setup.instance, workflow);
	});

	it('can be tried out in the editor, and leaves no enabled webhook behind', async () => {
		const workflow = setup.workflowFor('triedOut', { simplify: false });
		await activate(setup.instance, workflow);
		await deactivate(setup.instance, workflow);
		setup.persona.reset();
		const body = {
			workflowData: workflow,
			triggerToStartFrom: { name: 'Persona Trigger' },
		};
		const answer = await setup.instance.request<{ waitingForWebhook: boolean }>(
			'POST',
			`/workflows/${workflow.id}/run`,
			body,
		);
		expect(answer.waitingForWebhook).toBe(true);
		expect(setup.persona.webhooks().map(({ status, url }) => [status, url])).toEqual([
			['enabled', `${setup.instance.url}/webhook-test/triedOut-webhook/webhook`],
		]);
		const [delivery] = await setup.persona.emit(created('act_1'));
		expect(delivery!.status).toBe(200);
		const { newest } = await endedExecutions(setup.instance, workflow);
		expect(await itemsOf(setup.instance, newest)).toEqual([
			{ data: expect.objectContaining({ type: 'event', id: delivery!.eventId }) as object },
		]);
		await until('the end of the test', () => setup.persona.webhooks()[0]!.status === 'archived');
	});
}
