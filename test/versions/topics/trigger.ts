import {
	activate,
	deactivate,
	endedExecutions,
	itemsOf,
	triggerWorkflow,
} from '../../e2e/support/triggers';
import type { HostInstance } from '../support/host';

const account = { type: 'account', id: 'act_1', attributes: { 'reference-id': 'c-1' } };
const event = { name: 'account.created', data: account };

/** The Persona Trigger, from its activation to the end. */
export function startsOnEvents(host: () => HostInstance): void {
	it('creates a webhook, runs once for each event, and archives the webhook', async () => {
		const { sandbox } = host();
		const made = triggerWorkflow(host(), 'triggerInHost', { events: ['account.created'] });
		const workflow = await activate(host(), made);
		expect(sandbox.webhooks()).toMatchObject([
			{ status: 'enabled', enabledEvents: ['account.created'] },
		]);
		const [first] = await sandbox.emit(event);
		await sandbox.emit({ ...event, id: first!.eventId });
		await sandbox.emit({ ...event, name: 'account.redacted' });
		expect(sandbox.deliveries.map(({ status }) => status)).toEqual([200, 200]);
		await sandbox.emit({ ...event, flaw: 'wrongSecret' });
		expect(sandbox.deliveries.at(-1)!.status).toBe(401);
		const { count, newest } = await endedExecutions(host(), workflow);
		expect(count).toBe(1);
		expect(await itemsOf(host(), newest)).toEqual([
			{
				event: 'account.created',
				eventId: first!.eventId,
				createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
				objectType: 'account',
				objectId: 'act_1',
				data: account,
			},
		]);
		await deactivate(host(), workflow);
		expect(sandbox.webhooks().map(({ status }) => status)).toEqual(['archived']);
	});

	it('is not activated when Persona refuses the webhook, and leaves none behind', async () => {
		const { sandbox } = host();
		const workflow = triggerWorkflow(host(), 'refusedInHost', { events: ['account.created'] });
		const on = { method: 'POST', path: '/webhooks' };
		sandbox.faults.add({ kind: 'status', status: 403, on, times: 20 });
		// Before version 2, n8n shows the description in place of the message.
		await expect(activate(host(), workflow)).rejects.toThrow(
			/Persona does not let this API key manage webhooks \(HTTP 403\)|give the key the permissions webhook\.read and webhook\.write/,
		);
		expect(sandbox.webhooks()).toEqual([]);
	});
}
