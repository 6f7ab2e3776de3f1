import { refusalOf, Triggers } from '../support/triggers';

const triggers = new Triggers().use();

describe('an activation that does not work', () => {
	it.each([
		[401, /\/webhooks$/, 'Persona does not accept the API key (HTTP 401)'],
		[403, /\/webhooks$/, 'Persona does not let this API key manage webhooks (HTTP 403)'],
		[422, /\/enable$/, 'Persona did not accept the webhook (HTTP 422)'],
	])('%i is told, and nothing is left enabled', async (status, path, message) => {
		const host = await triggers.hostFor();
		triggers.sandbox.faults.add({ kind: 'status', status, on: { method: 'POST', path } });
		expect((await refusalOf(host))?.message).toBe(message);
		expect(triggers.sandbox.webhooks().filter((one) => one.status !== 'archived')).toEqual([]);
		await host.activate();
		expect(triggers.sandbox.webhooks().at(-1)?.status).toBe('enabled');
	});

	it('names the permissions that the API key needs', async () => {
		const host = await triggers.hostFor();
		triggers.sandbox.faults.add({ kind: 'status', status: 403, on: { path: '/webhooks' } });
		expect((await refusalOf(host))?.description).toContain('webhook.read and webhook.write');
	});

	it.each([
		[{ events: [] }, "'Events' is empty"],
		[
			{ options: { otherEvents: 'Account created' } },
			"'Other Events' holds something that is not the name of an event",
		],
		[{ options: { tolerance: 0 } }, "'Signature Tolerance' is not a number from 1"],
		[{ setup: 'manual', secret: ' ' }, "'Webhook Secret' is empty"],
	])('%j', async (parameters, message) => {
		expect((await refusalOf(await triggers.hostFor(parameters)))?.message).toBe(message);
		expect(triggers.sandbox.requests).toEqual([]);
	});

	it.each(['http://n8n.example/', 'https://localhost:5678/'])(
		'an address such as %s, which Persona cannot reach',
		async (address) => {
			const baseUrl = 'https://persona.invalid/api/v1';
			const refusal = await refusalOf(await triggers.hostFor({}, { address, baseUrl }));
			expect(refusal?.message).toMatch(/^Persona cannot reach this n8n/);
		},
	);
});
