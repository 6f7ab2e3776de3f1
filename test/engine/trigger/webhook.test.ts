import { created, Triggers } from '../support/triggers';

const triggers = new Triggers().use();

describe('the webhook', () => {
	it('is created as the node is set up', async () => {
		const options = {
			personaVersion: '2025-12-08',
			keyInflection: 'camel',
			includeRelated: true,
			otherEvents: 'custom.order.approved, account.created',
		};
		const host = await triggers.hostFor({ events: ['inquiry.approved'], options });
		await host.activate();
		expect(triggers.sandbox.webhooks()).toEqual([
			expect.objectContaining({
				status: 'enabled',
				name: 'n8n: Follow up',
				url: `${host.url}webhook/hook/webhook`,
				enabledEvents: ['inquiry.approved', 'custom.order.approved', 'account.created'],
				apiVersion: '2025-12-08',
				apiKeyInflection: 'camel',
				includedAllowlist: { state: 'include_all' },
			}),
		]);
		const object = { type: 'account', id: 'act_1', attributes: { 'created-at': 'x' } };
		await triggers.sandbox.emit({ name: 'account.created', data: object, included: [object] });
		const camel = { type: 'account', id: 'act_1', attributes: { createdAt: 'x' } };
		expect(host.executions).toEqual([
			[{ json: expect.objectContaining({ data: camel, included: [camel] }) as object }],
		]);
	});

	it('stays as it is when n8n starts again', async () => {
		const host = await triggers.hostFor();
		await host.activate();
		const before = structuredClone(triggers.sandbox.webhooks());
		triggers.sandbox.requests.length = 0;
		await host.activate('init');
		expect(triggers.sandbox.webhooks()).toEqual(before);
		expect(triggers.sandbox.requests.map(({ method }) => method)).toEqual(['GET']);
	});

	it('is kept when n8n starts while Persona is away', async () => {
		const host = await triggers.hostFor();
		await host.activate();
		triggers.sandbox.faults.add({ kind: 'status', status: 503, times: 9 });
		await host.activate('init');
		triggers.sandbox.faults.clear();
		expect(triggers.sandbox.webhooks()).toHaveLength(1);
		expect(await triggers.statusesOf(created('act_1'))).toEqual([200]);
	});

	it('is used again if an earlier one is left, and brought up to date', async () => {
		const host = await triggers.hostFor();
		await host.activate();
		host.stored = '{}';
		const [webhook] = triggers.sandbox.webhooks();
		Object.assign(webhook!, { status: 'disabled', enabledEvents: ['account.archived'] });
		await host.activate();
		expect(triggers.sandbox.webhooks()).toEqual([
			expect.objectContaining({ status: 'enabled', enabledEvents: ['account.created'] }),
		]);
		expect(await triggers.statusesOf(created('act_1'))).toEqual([200]);
	});

	it('is made anew if it was archived in the dashboard', async () => {
		const host = await triggers.hostFor();
		await host.activate();
		triggers.sandbox.webhooks()[0]!.status = 'archived';
		await host.activate('init');
		expect(triggers.sandbox.webhooks().map(({ status }) => status)).toEqual([
			'archived',
			'enabled',
		]);
		expect(await triggers.statusesOf(created('act_1'))).toEqual([200]);
	});

	it('is archived, also when it has been archived already', async () => {
		const host = await triggers.hostFor();
		await host.activate();
		expect(await host.run('delete')).toBe(true);
		expect(triggers.sandbox.webhooks()[0]!.status).toBe('archived');
		expect(JSON.parse(host.stored)).not.toHaveProperty(['node:Trigger', 'webhookId']);
		expect(await host.run('delete')).toBe(true);
	});

	it('is found again by the next activation if it could not be archived', async () => {
		const host = await triggers.hostFor();
		await host.activate();
		triggers.sandbox.faults.add({ kind: 'status', status: 403, times: 2 });
		await expect(host.run('delete')).rejects.toThrow(
			"The trigger's webhook could not be archived in Persona",
		);
		await host.activate();
		expect(triggers.sandbox.webhooks().map(({ status }) => status)).toEqual(['enabled']);
	});

	it('is one of its own in a test, and gone after it', async () => {
		const host = await triggers.hostFor();
		await host.activate('manual');
		expect(triggers.sandbox.webhooks()[0]).toMatchObject({
			status: 'enabled',
			name: 'n8n: Follow up (test)',
			url: `${host.url}webhook-test/hook/webhook`,
		});
		const event = created('act_1', { id: 'evt_again' });
		expect(await triggers.statusesOf(event, event)).toEqual([200, 200]);
		expect(host.executions).toHaveLength(2);
		await host.run('delete', 'manual');
		expect(triggers.sandbox.webhooks().map(({ status }) => status)).toEqual(['archived']);
	});
});
