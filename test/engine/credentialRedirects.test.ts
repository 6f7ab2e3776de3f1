import { ExecuteContext } from 'n8n-core';
import { createRunExecutionData, type IExecuteFunctions } from 'n8n-workflow';

import { startSandbox } from '../../sandbox';
import { additionalData, importWorkflow, workflowOf } from './support/engine';
import { startRedirectingHosts, type RedirectingHosts } from './support/redirectingHosts';

const API_KEY = 'persona_sandbox_secret';

/** What n8n hands to a node that runs with the credential, of whatever type the node is. */
function contextFor(baseUrl: string, apiKey = API_KEY): IExecuteFunctions {
	const file = importWorkflow([{}]);
	const workflow = workflowOf(file);
	const node = workflow.getNode('Persona')!;
	const input = [{ json: {} }];
	return new ExecuteContext(
		workflow,
		node,
		additionalData(file, { apiKey, baseUrl }, '1'),
		'manual',
		createRunExecutionData(),
		0,
		input,
		{ main: [input] },
		{ data: { main: [input] }, node, source: null },
		[],
	);
}

/** The ways in which nodes send requests with a credential, each with redirects on. */
const WAYS: Record<string, (context: IExecuteFunctions, url: string) => Promise<unknown>> = {
	'a node of today': async (context, url) =>
		await context.helpers.httpRequestWithAuthentication.call(context, 'personaApi', {
			url,
			method: 'POST',
			body: { name: 'MARKER' },
		}),
	'an HTTP Request node': async (context, uri) =>
		await context.helpers.requestWithAuthentication.call(context, 'personaApi', {
			uri,
			method: 'POST',
			body: { name: 'MARKER' },
			json: true,
			followRedirect: true,
			followAllRedirects: true,
			resolveWithFullResponse: true,
			sendCredentialsOnCrossOriginRedirect: true,
		}),
};

describe.each(Object.entries(WAYS))('%s with the credential', (_name, send) => {
	let hosts: RedirectingHosts;
	afterEach(async () => await hosts.close());

	it.each([301, 302, 303, 307, 308])('does not follow %i to another host', async (status) => {
		hosts = await startRedirectingHosts(status);
		const sent = send(contextFor(hosts.baseUrl), `${hosts.baseUrl}/accounts`);
		await expect(sent).rejects.toMatchObject({ httpCode: String(status) });
		expect(hosts.first.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${API_KEY}`]);
		expect(hosts.second).toEqual([]);
	});

	it('sends the key to no other host in the first place', async () => {
		hosts = await startRedirectingHosts();
		const sent = send(contextFor('https://api.withpersona.com/api/v1'), hosts.baseUrl);
		await expect(sent).rejects.toThrow();
		expect(hosts.first).toEqual([]);
	});
});

it('an HTTP Request node gets answers with the credential', async () => {
	const sandbox = await startSandbox();
	const context = contextFor(sandbox.url, sandbox.apiKey);
	const request = { uri: `${sandbox.url}/importers`, json: true };
	const answer: unknown = await context.helpers.requestWithAuthentication.call(
		context,
		'personaApi',
		request,
	);
	await sandbox.close();
	expect(answer).toMatchObject({ data: [] });
});
