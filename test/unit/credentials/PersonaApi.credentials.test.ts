import type { IHttpRequestOptions } from 'n8n-workflow';

import { PersonaApi } from '../../../credentials/PersonaApi.credentials';
import { Persona } from '../../../nodes/Persona/Persona.node';

const BASE = 'https://api.withpersona.com/api/v1';
const KEY = 'persona_sandbox_1';

async function authenticate(request: IHttpRequestOptions, baseUrl: unknown = BASE, apiKey = KEY) {
	return await new PersonaApi().authenticate({ baseUrl: baseUrl as string, apiKey }, request);
}

test.each<[IHttpRequestOptions]>([
	[{ url: `${BASE}/rate-limits` }],
	[{ url: '/rate-limits', baseURL: BASE }],
	[{ url: 'https://api.withpersona.com/other' }],
	[{ url: 'https://API.WITHPERSONA.COM:443/api/v1' }],
])('the key goes with %j', async (request) => {
	const { headers } = await authenticate(request);
	expect(headers).toEqual({ Authorization: `Bearer ${KEY}` });
});

/** As the HTTP Request node asks: with its address under another name. */
const older = (request: object) => request as IHttpRequestOptions;

test.each<[IHttpRequestOptions]>([
	[older({ uri: `${BASE}/rate-limits` })],
	[older({ uri: '/rate-limits', baseURL: BASE })],
	[older({ uri: new URL(BASE) })],
	[older({ uri: `${BASE}/accounts`, url: `${BASE}/accounts?page=2` })],
])('the key goes with an HTTP Request node: %j', async (request) => {
	const { headers } = await authenticate(request);
	expect(headers).toEqual({ Authorization: `Bearer ${KEY}` });
});

test.each<[IHttpRequestOptions]>([
	[{ url: BASE }],
	[older({ uri: BASE, followRedirect: true, followAllRedirects: true, maxRedirects: 21 })],
	[older({ url: BASE, disableFollowRedirect: false, sendCredentialsOnCrossOriginRedirect: true })],
])('no redirect is followed with the key: %j', async (request) => {
	expect(await authenticate(request)).toMatchObject({
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
		maxRedirects: 0,
		sendCredentialsOnCrossOriginRedirect: false,
	});
});

test.each<[IHttpRequestOptions]>([
	[older({ uri: 'https://example.com/api/v1' })],
	[older({ uri: BASE, url: 'https://example.com/api/v1' })],
	[older({ uri: 'https://example.com/api/v1', url: BASE })],
	[older({ uri: '//example.com/', baseURL: BASE })],
	[older({ uri: '' })],
	[older({})],
	[{ url: 'https://example.com/api/v1' }],
	[{ url: 'http://api.withpersona.com/api/v1' }],
	[{ url: 'https://api.withpersona.com:8443/api/v1' }],
	[{ url: 'https://api.withpersona.com.example.com/api/v1' }],
	[{ url: 'https://api.withpersona.com@example.com/api/v1' }],
	[{ url: 'https://evil.api.withpersona.com/' }],
	[{ url: '//example.com/rate-limits', baseURL: BASE }],
	[{ url: '\\\\example.com/rate-limits', baseURL: BASE }],
	[{ url: 'https://example.com/', baseURL: BASE }],
	[{ url: '/rate-limits', baseURL: 'https://example.com' }],
	[{ url: '/rate-limits' }],
	[{ url: '' }],
	[{ url: 'data:,x' }],
])('the key does not go with %j', async (request) => {
	await expect(authenticate(request)).rejects.toThrow(/Invalid URL|only sent to the host/);
});

test.each([
	'http://api.withpersona.com/api/v1',
	'http://10.0.0.1',
	'https://user:pass@api.withpersona.com',
	'',
	null,
])('the key goes nowhere when the base URL is %p', async (baseUrl) => {
	const request = { url: `${String(baseUrl)}/rate-limits` };
	await expect(authenticate(request, baseUrl)).rejects.toThrow("'Base URL'");
});

test('plain http is for this machine only', async () => {
	const local = 'http://127.0.0.1:4000/api/v1';
	const { headers } = await authenticate({ url: `${local}/rate-limits` }, local);
	expect(headers).toHaveProperty('Authorization');
	await expect(authenticate({ url: 'http://127.0.0.2:4000/' }, local)).rejects.toThrow(TypeError);
});

test('blanks around the key are a slip of copying', async () => {
	const { headers } = await authenticate({ url: BASE }, BASE, ` ${KEY}\n`);
	expect(headers).toEqual({ Authorization: `Bearer ${KEY}` });
});

test('the request keeps what it had, and is not changed', async () => {
	const request = Object.freeze({
		url: BASE,
		qs: { a: 1 },
		headers: Object.freeze({ Accept: 'application/json' }),
	});
	expect(await authenticate(request)).toMatchObject({
		...request,
		headers: { Accept: 'application/json', Authorization: `Bearer ${KEY}` },
	});
});

test('a refusal names neither the key nor the address', async () => {
	const refused = authenticate({ url: 'https://example.com/?name=MARKER' });
	await expect(refused).rejects.toThrow(expect.objectContaining({ name: 'TypeError' }));
	const error: unknown = await refused.catch((reason: unknown) => reason);
	expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/MARKER|persona_sandbox/);
});

test('what n8n shows and asks', () => {
	const { name, displayName, properties } = new PersonaApi();
	expect({ name, displayName }).toEqual({ name: 'personaApi', displayName: 'Persona API' });
	const [apiKey, baseUrl] = properties;
	expect(apiKey).toMatchObject({
		name: 'apiKey',
		required: true,
		default: '',
		typeOptions: { password: true },
	});
	expect(baseUrl).toMatchObject({ name: 'baseUrl', default: BASE });
});

test('the Persona node tests it, and nothing else does', () => {
	// n8n would prefer a test of the credential's own.
	expect(new PersonaApi()).not.toHaveProperty('test');
	const { description, methods } = new Persona();
	const [{ name, testedBy } = { name: '' }] = description.credentials ?? [];
	expect(name).toBe('personaApi');
	expect(Object.keys(methods.credentialTest)).toEqual([testedBy]);
});
