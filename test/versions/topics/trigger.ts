import {
	activate,
	deactivate,
	endedExecutions,
	itemsOf,
	triggerWorkflow,
} from '../../e2e/support/triggers';
import type { HostInstance } from '../support/host';

export function startsOnEvents(host: () => HostInstance): void {
	it('starts a workflow on an event, from its activation until it is deactivated', async () => {
		const { sandbox } = host();
		const workflow = triggerWorkflow(host(), 'triggerOfHost', { events: ['account.created'] });
		await activate(host(), workflow);
		expect(sandbox.webhooks().map(({ status }) => status)).toEqual(['enabled']);
		const event = { name: 'account.created', data: { type: 'account', id: 'act_1' } };
		const [first] = await sandbox.emit(event);
		await sandbox.emit({ ...event, id: first!.eventId });
		await sandbox.emit({ ...event, flaw: 'wrongSecret' });
		expect(sandbox.deliveries.map(({ status }) => status)).toEqual([200, 200, 401]);
		const { count, newest } = await endedExecutions(host(), workflow);
		expect(count).toBe(1);
		expect(await itemsOf(host(), newest)).toEqual([
			expect.objectContaining({ eventId: first!.eventId, objectId: 'act_1' }),
		]);
		await deactivate(host(), workflow);
		expect(sandbox.webhooks().map(({ status }) => status)).toEqual(['archived']);
	});
}
