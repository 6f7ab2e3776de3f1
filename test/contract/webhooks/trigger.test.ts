import '../../engine/support/setup';

import { TriggerHost } from '../../engine/support/triggerHost';
import { Exchange, expectDocumented, serve, withDescriptions, type Sent } from './exchange';

const exchange = new Exchange().use();

/** What the trigger asks for when it is switched on and off, seen between it and Persona. */
async function triggerRequests(): Promise<Sent[]> {
	const { sandbox } = exchange;
	const sent: Sent[] = [];
	const { origin, close } = await serve(async ({ method = '', url = '', headers }, text) => {
		const path = url.replace('/api/v1', '').split('?')[0]!;
		const version = String(headers['persona-version']);
		const body: unknown = text === '' ? undefined : JSON.parse(text);
		const one = await exchange.send(method, path, version, body);
		sent.push(one);
		return { status: one.status, body: one.answer };
	});
	const options = { includeRelated: true, otherEvents: 'custom.order.approved' };
	const host = await TriggerHost.start({
		parameters: { events: ['batch-job.completed', 'account.created'], options },
		access: { apiKey: sandbox.apiKey, baseUrl: `${origin}/api/v1` },
		workflowId: 'contract',
	});
	await host.activate();
	sandbox.webhooks()[0]!.enabledEvents = [];
	await host.activate('init');
	await host.run('delete');
	await host.close();
	await close();
	return sent;
}

test('the trigger asks for what it needs', async () => {
	const sent = await triggerRequests();
	expect(sent.map(({ method, path, status }) => [method, path, status])).toEqual([
		['GET', '/webhooks', 200],
		['POST', '/webhooks', 201],
		['POST', '/webhooks/{webhook-id}/enable', 200],
		['GET', '/webhooks/{webhook-id}', 200],
		['PATCH', '/webhooks/{webhook-id}', 200],
		['POST', '/webhooks/{webhook-id}/archive', 200],
	]);
});

withDescriptions('persona-openapi-next', (descriptions) => {
	test('what the trigger sends, in the version that it asks for', async () => {
		const description = descriptions.find(({ version }) => version === '2026-09-29')!;
		expectDocumented(description, await triggerRequests());
	});
});
