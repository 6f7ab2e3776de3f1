import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { CredentialTestContext } from 'n8n-core';
import type { INodeCredentialTestResult } from 'n8n-workflow';

import { Persona } from '../../nodes/Persona/Persona.node';
import { startSandbox, type Fault, type Sandbox } from '../../sandbox';
import { additionalData, importWorkflow } from './support/engine';
import { startRedirectingHosts } from './support/redirectingHosts';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

/** What n8n's own test of a credential comes to. */
async function testOf(
	baseUrl: unknown = sandbox.url,
	apiKey: unknown = sandbox.apiKey,
): Promise<INodeCredentialTestResult> {
	const access = { apiKey: String(apiKey), baseUrl: String(baseUrl) };
	const context = new CredentialTestContext(additionalData(importWorkflow([]), access, 'editor'));
	const { testPersonaApi } = new Persona().methods.credentialTest;
	const data = { baseUrl, apiKey } as { baseUrl: string; apiKey: string };
	return await testPersonaApi.call(context, { id: '1', name: 'Persona', type: 'personaApi', data });
}

const refused = (message: unknown) => ({ status: 'Error', message });

it('passes with a key that Persona knows, with one request that changes nothing', async () => {
	expect(await testOf()).toEqual({ status: 'OK', message: 'Connection tested successfully' });
	expect(sandbox.requests).toMatchObject([{ method: 'GET', path: '/rate-limits' }]);
});

it('passes with a key that was pasted with spaces around it', async () => {
	expect(await testOf(sandbox.url, ` ${sandbox.apiKey}\n`)).toMatchObject({ status: 'OK' });
});

describe('says what is wrong with the credential, without a request', () => {
	it.each<[unknown, unknown, string]>([
		[
			'http://persona.example/api/v1',
			'persona_sandbox_1',
			"The 'Base URL' must begin with https://",
		],
		['persona', 'persona_sandbox_1', "The 'Base URL' is not a web address."],
		[undefined, 'persona_sandbox_1', "The 'Base URL' is not a web address."],
		['https://api.withpersona.com/api/v1', '', "The 'API Key' is empty or holds a character"],
		[
			'https://api.withpersona.com/api/v1',
			undefined,
			"The 'API Key' is empty or holds a character",
		],
		['https://api.withpersona.com/api/v1', 'two words', "The 'API Key' is empty or holds"],
	])('%j with %j', async (baseUrl, apiKey, message) => {
		expect(await testOf(baseUrl ?? null, apiKey ?? null)).toEqual(
			refused(expect.stringContaining(message)),
		);
	});
});

describe('says what Persona answers', () => {
	it('to a key that it does not know', async () => {
		expect(await testOf(sandbox.url, 'persona_production_unknown')).toEqual(
			refused('Persona does not know this API key. Copy it again from the Persona dashboard.'),
		);
	});

	it.each<[Fault, string]>([
		[{ kind: 'status', status: 403 }, 'Persona knows this API key but does not let it in.'],
		[
			{ kind: 'status', status: 404 },
			"Persona has nothing at this 'Base URL'. It is https://api.withpersona.com/api/v1 unless",
		],
		[
			{ kind: 'rateLimited', resetSeconds: 60 },
			"Persona's rate limit is used up, so the API key could not be tested.",
		],
		[
			{ kind: 'status', status: 408 },
			'Persona is not available right now. Test this credential again later.',
		],
		[
			{ kind: 'status', status: 500 },
			'Persona is not available right now. Test this credential again later.',
		],
		[
			{ kind: 'html', status: 503 },
			'Persona is not available right now. Test this credential again later.',
		],
		[
			{ kind: 'status', status: 422 },
			"Persona did not accept the test of this credential (HTTP 422). Check the 'Base URL'. It is https",
		],
		[{ kind: 'html', status: 200 }, "The answer did not come from Persona. Check the 'Base URL'."],
		[
			{ kind: 'emptyBody', status: 200 },
			"The answer did not come from Persona. Check the 'Base URL'.",
		],
		[
			{ kind: 'dropConnection', when: 'beforeWrite' },
			'The connection to Persona was lost before an answer came. Try again later.',
		],
	])('%j', async (fault, message) => {
		sandbox.faults.add(fault);
		const { status, message: said } = await testOf();
		expect({ status, said }).toEqual({ status: 'Error', said: expect.stringContaining(message) });
	});
});

describe('says as well as a run does why nothing answers', () => {
	const servers: Server[] = [];
	afterEach(() => {
		for (const server of servers.splice(0)) server.close();
	});

	async function listen(listener: RequestListener): Promise<number> {
		const server = createServer(listener);
		servers.push(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return (server.address() as AddressInfo).port;
	}

	it('ECONNREFUSED', async () => {
		expect(await testOf('http://127.0.0.1:9/api/v1')).toEqual(
			refused(
				"Nothing answers at the credential's 'Base URL'. Check the 'Base URL', and whether a firewall or a proxy blocks the connection from this n8n to Persona.",
			),
		);
	});

	it('ENOTFOUND', async () => {
		expect(await testOf('https://persona.invalid/api/v1')).toEqual(
			refused(
				"The host in the credential's 'Base URL' could not be found. Check the spelling of the 'Base URL', and whether this n8n has access to the internet.",
			),
		);
	});

	it('no TLS where https was asked for', async () => {
		const port = await listen((_, response) => response.end());
		expect(await testOf(`https://127.0.0.1:${port}/api/v1`)).toEqual(
			refused(
				"The encrypted connection to the credential's 'Base URL' did not work. Check the 'Base URL': what answers there may not use https. A firewall or a proxy may also be the reason.",
			),
		);
	});
});

describe('a redirect', () => {
	it.each([301, 302, 303, 307, 308])('%i to another host never gets there', async (status) => {
		const hosts = await startRedirectingHosts(status);
		const tested = await testOf(hosts.baseUrl, 'persona_sandbox_secret');
		await hosts.close();
		expect(tested).toEqual(
			refused(
				`The credential's 'Base URL' redirects to another address (HTTP ${status}). This node does not follow redirects: the API key and the rows are only sent to the 'Base URL'. Check that it is the address of Persona.`,
			),
		);
		expect(hosts.first.map(({ headers }) => headers.authorization)).toEqual([
			'Bearer persona_sandbox_secret',
		]);
		expect(hosts.second).toEqual([]);
	});
});
