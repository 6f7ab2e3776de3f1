import { activate, deactivate, endedExecutions } from '../support/triggers';
import { created, type TriggerSetup } from './setup';

/** Which requests are taken for events of Persona. */
export function describeSignatures(setup: TriggerSetup): void {
	it('rejects what Persona did not sign just now, and starts nothing', async () => {
		const workflow = setup.workflowFor('forgedEvents');
		await activate(setup.instance, workflow);
		const flaws = [
			...(['unsigned', 'wrongSecret', 'withoutTime', 'old', 'early', 'changedBody'] as const),
		];
		for (const flaw of flaws) await setup.persona.emit(created('act_1', { flaw }));
		const firsts = setup.persona.deliveries.filter(({ attempt }) => attempt === 1);
		expect(firsts.map(({ status }) => status)).toEqual(flaws.map(() => 401));
		expect((await endedExecutions(setup.instance, workflow)).count).toBe(0);
		await deactivate(setup.instance, workflow);
	});

	it('goes on with a rotated secret, during the change and after it', async () => {
		const workflow = setup.workflowFor('rotatedSecret');
		await activate(setup.instance, workflow);
		const { id } = setup.persona.webhooks()[0]!;
		const rotate = (seconds: number) =>
			fetch(`${setup.persona.url}/webhooks/${id}/rotate-secret`, {
				method: 'POST',
				headers: {
					authorization: `Bearer ${setup.persona.apiKey}`,
					'content-type': 'application/json',
				},
				body: JSON.stringify({ meta: { 'expires-in-seconds': seconds } }),
			});
		await rotate(3600);
		await setup.persona.emit(created('act_1'));
		setup.persona.webhooks()[0]!.secrets.pop();
		await setup.persona.emit(created('act_2'));
		expect(setup.persona.deliveries.map(({ status }) => status)).toEqual([200, 200]);
		expect((await endedExecutions(setup.instance, workflow)).count).toBe(2);
		await deactivate(setup.instance, workflow);
	});

	it('takes events of a webhook that somebody created by hand, without an API key', async () => {
		const path = 'byHand-webhook/webhook';
		const secret = 'wbhsec_by-hand';
		const workflow = setup.workflowFor('byHand', { setup: 'manual', secret, events: ['*'] });
		await activate(setup.instance, workflow);
		expect(setup.persona.requests).toEqual([]);
		// The sandbox has no call to choose a secret, as Persona has none.
		const response = await fetch(`${setup.persona.url}/webhooks`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${setup.persona.apiKey}`,
				'content-type': 'application/json',
			},
			body: JSON.stringify({
				data: {
					attributes: {
						name: 'By hand',
						url: `${setup.instance.url}/webhook/${path}`,
						'enabled-events': ['*'],
					},
				},
			}),
		});
		expect(response.status).toBe(201);
		const webhook = setup.persona.webhooks()[0]!;
		webhook.status = 'enabled';
		const unknown = webhook.secrets;
		webhook.secrets = [{ value: secret, expiresAt: null }];
		await setup.persona.emit(created('act_1'));
		// Last, because Persona sends an event that was refused again.
		webhook.secrets = unknown;
		await setup.persona.emit(created('act_2'));
		expect(setup.persona.deliveries.slice(0, 2).map(({ status }) => status)).toEqual([200, 401]);
		expect((await endedExecutions(setup.instance, workflow)).count).toBe(1);
		await deactivate(setup.instance, workflow);
	});
}
