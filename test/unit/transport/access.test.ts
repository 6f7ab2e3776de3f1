import { accessOf } from '../../../nodes/Persona/transport/access';

const baseUrl = 'https://api.withpersona.com/api/v1';

test('a credential that can be used', () => {
	const apiKey = 'persona_sandbox_1';
	expect(accessOf({ baseUrl, apiKey })).toEqual({ baseUrl, apiKey });
});

test('an address that requests may not go to', () => {
	expect(accessOf({ baseUrl: 'http://example.com', apiKey: 'persona_sandbox_1' })).toMatchObject({
		help: "Open this node's credential and correct it there.",
		cause: 'configuration-invalid',
	});
});

test.each(['', ' ', 'persona_1 persona_2', 'persona_é', 7])('no API key: %j', (apiKey) => {
	expect(accessOf({ baseUrl, apiKey })).toEqual({
		message: "The 'API Key' is empty or holds a character that no key has",
		help: "Open this node's credential and paste the key alone, as it stands in the Persona dashboard.",
		cause: 'credential-invalid',
	});
});
