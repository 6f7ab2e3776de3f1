import type { INode, INodeParameters } from 'n8n-workflow';
import { saveCredential } from '../../../scripts/n8n/setup';
import {
	startRedirectingHosts,
	type RedirectingHosts,
} from '../../engine/support/redirectingHosts';
import type { HostInstance } from '../support/host';
import { accountImport, PEOPLE } from '../support/workflow';

const API_KEY = 'persona_sandbox_secret';

/** An HTTP Request node that uses the credential, with redirects as they are unless somebody changes them. */
function httpRequest(
	typeVersion: number,
	url: string,
	credential: { id: string; name: string },
	parameters: INodeParameters = {},
): Partial<INode> {
	return {
		type: 'n8n-nodes-base.httpRequest',
		typeVersion,
		parameters: {
			url,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'personaApi',
			options: {},
			...parameters,
		},
		credentials: { personaApi: credential },
	};
}

export function keepsTheKey(host: () => HostInstance): void {
	let hosts: RedirectingHosts;
	beforeEach(async () => {
		hosts = await startRedirectingHosts(307);
	});
	afterEach(async () => await hosts.close());

	async function store(name: string, baseUrl: string) {
		const data = { apiKey: API_KEY, baseUrl };
		return {
			name,
			id: await saveCredential(host().request, { name, type: 'personaApi', data }),
		};
	}

	/** What the credential's own test says. */
	async function test(name: string, baseUrl: string) {
		const { id } = await store(name, baseUrl);
		const data = { apiKey: API_KEY, baseUrl };
		return await host().request<object>('POST', '/credentials/test', {
			credentials: { id, name, type: 'personaApi', data },
		});
	}

	const arrived = () => hosts.first.map(({ headers }) => headers.authorization);

	it('serves an HTTP Request node', async () => {
		const { sandbox, credential } = host();
		const url = `${sandbox.url}/importers`;
		const { outputs } = await host().run({}, httpRequest(4.2, url, credential));
		expect(outputs).toMatchObject([[{ json: { data: [] } }]]);
	});

	const post = {
		method: 'POST',
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '{"name":"MARKER"}',
	};
	const follow = {
		options: { redirect: { redirect: { followRedirects: true, maxRedirects: 21 } } },
	};

	it.each<[number, INodeParameters]>([
		[4.2, {}],
		[4.2, post],
		[4.2, { ...post, ...follow }],
		[3, follow],
	])('is taken to no other host by an HTTP Request node %d: %j', async (version, parameters) => {
		const credential = await store('Redirecting', hosts.baseUrl);
		const url = `${hosts.baseUrl}/accounts`;
		const { error } = await host().run({}, httpRequest(version, url, credential, parameters));
		expect(error).toBeDefined();
		expect(arrived()).toEqual([`Bearer ${API_KEY}`]);
		expect(hosts.second).toEqual([]);
	});

	it('is taken to no other host by the test of the credential, which says so', async () => {
		expect(await test('Redirecting', hosts.baseUrl)).toEqual({
			status: 'Error',
			message: expect.stringContaining(
				"The credential's 'Base URL' redirects to another address (HTTP 307). This node does not",
			),
		});
		expect(arrived()).toEqual([`Bearer ${API_KEY}`]);
		expect(hosts.second).toEqual([]);
	});

	it('is taken to no other host by an import', async () => {
		const credentials = { personaApi: await store('Redirecting', hosts.baseUrl) };
		const { error } = await host().run(
			{ rows: PEOPLE },
			{ parameters: accountImport(), credentials },
		);
		expect(error?.message).toBe(
			"The credential's 'Base URL' redirects to another address (HTTP 307)",
		);
		expect(hosts.second).toEqual([]);
	});

	const tls = () => hosts.baseUrl.replace('http:', 'https:');

	it.each<[string, () => string, string]>([
		[
			'a refused connection',
			() => 'http://127.0.0.1:9/api/v1',
			"Nothing answers at the credential's 'Base URL'. ",
		],
		[
			'an unknown host',
			() => 'https://persona.invalid/api/v1',
			"The host in the credential's 'Base URL' could not be found. ",
		],
		[
			'TLS that is none',
			tls,
			"The encrypted connection to the credential's 'Base URL' did not work. ",
		],
	])('its test explains %s', async (name, baseUrl, message) => {
		expect(await test(name, baseUrl())).toEqual({
			status: 'Error',
			message: expect.stringContaining(message),
		});
	});

	it.each<[string, () => string, string]>([
		[
			'an unknown host',
			() => 'https://persona.invalid/api/v1',
			"The host in the credential's 'Base URL' could not be found",
		],
		[
			'TLS that is none',
			tls,
			"The encrypted connection to the credential's 'Base URL' did not work",
		],
	])('an import explains %s as well', async (name, baseUrl, message) => {
		const credentials = { personaApi: await store(name, baseUrl()) };
		const { error } = await host().run(
			{ rows: PEOPLE },
			{ parameters: accountImport(), credentials },
		);
		expect(error?.message).toBe(message);
	});
}
