import type { HostInstance } from '../support/host';

const TYPE = { name: 'n8n-nodes-persona.persona', version: 1 };

interface Description {
	name: string;
	displayName: string;
	credentials: { name: string }[];
}

export function servesTheEditor(host: () => HostInstance): void {
	/** What the editor asks for while somebody sets the node up. */
	async function ask<HttpResponse>(what: string, body: { methodName: string; parameters: object }) {
		const { credential, request } = host();
		const { methodName, parameters: currentNodeParameters } = body;
		return await request<HttpResponse>('POST', `/dynamic-node-parameters/${what}`, {
			nodeTypeAndVersion: TYPE,
			path: 'parameters.columns',
			methodName,
			currentNodeParameters,
			credentials: { personaApi: credential },
		});
	}

	/** What the credential's own test says. */
	async function test(name: string, apiKey: string) {
		const { request, sandbox } = host();
		const { id } = await host().storeCredential(name, apiKey);
		const credentials = { id, name, type: 'personaApi', data: { apiKey, baseUrl: sandbox.url } };
		return await request<object>('POST', '/credentials/test', { credentials });
	}

	it('shows the node', async () => {
		const body = { nodeInfos: [TYPE] };
		const [description] = await host().request<Description[]>('POST', '/node-types', body);
		expect(description).toMatchObject({
			name: 'persona',
			displayName: 'Persona',
			credentials: [{ name: 'personaApi', required: true }],
		});
	});

	it('tests a credential', async () => {
		expect(await test('Sandbox', host().sandbox.apiKey)).toMatchObject({ status: 'OK' });
		expect(await test('Wrong key', 'persona_production_unknown')).toEqual({
			status: 'Error',
			message: 'Persona does not know this API key. Copy it again from the Persona dashboard.',
		});
	});

	it('offers the columns to map', async () => {
		const parameters = { resource: 'account', operation: 'import' };
		const { fields } = await ask<{ fields: { id: string }[] }>('resource-mapper-fields', {
			methodName: 'getAccountColumns',
			parameters,
		});
		expect(fields.map(({ id }) => id)).toEqual([
			'reference_id',
			'name_first',
			'name_middle',
			'name_last',
			'birthdate',
			'social_security_number',
			'tags',
		]);
	});

	it('offers the fields of an account type', async () => {
		const accountTypeId = 'acttp_SandboxAccountTypeUser';
		const parameters = { resource: 'account', operation: 'upsert', accountTypeId };
		const { fields } = await ask<{ fields: Record<string, unknown>[] }>('resource-mapper-fields', {
			methodName: 'getBatchJobColumns',
			parameters,
		});
		const named = (id: string) => fields.find((field) => field.id === id);
		expect(named('plan')).toMatchObject({ displayName: 'Plan (choices)', type: 'options' });
		expect(named('contract')).toMatchObject({ readOnly: true });
	});

	it('offers the lists of a type', async () => {
		const { sandbox } = host();
		const { id } = sandbox.addList({ type: 'list/name', name: 'Names' });
		sandbox.addList({ type: 'list/email-address' });
		const parameters = { resource: 'listItem', operation: 'import', listType: 'name' };
		expect(
			await ask('resource-locator-results', { methodName: 'searchLists', parameters }),
		).toEqual({
			results: [{ name: `Names · ${id}`, value: id }],
		});
	});
}
