import { checkBaseUrl, DEFAULT_BASE_URL } from '../../../nodes/Persona/transport/baseUrl';

test("the default is Persona's, and allowed", () => {
	expect(DEFAULT_BASE_URL).toBe('https://api.withpersona.com/api/v1');
	expect(checkBaseUrl(DEFAULT_BASE_URL)).toEqual({ baseUrl: DEFAULT_BASE_URL });
});

test.each([
	['https://api.withpersona.com/api/v1/', 'https://api.withpersona.com/api/v1'],
	['https://api.withpersona.com/api/v1///', 'https://api.withpersona.com/api/v1'],
	['  https://api.withpersona.com/api/v1\n', 'https://api.withpersona.com/api/v1'],
	['https://proxy.example:8443/persona', 'https://proxy.example:8443/persona'],
	['https://proxy.example', 'https://proxy.example'],
	['https://proxy.example/', 'https://proxy.example'],
	['HTTPS://API.withpersona.com/api/v1', 'https://api.withpersona.com/api/v1'],
	['http://localhost:4000/api/v1', 'http://localhost:4000/api/v1'],
	['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
	['http://127.9.9.9', 'http://127.9.9.9'],
	['http://127.10.200.3', 'http://127.10.200.3'],
	['http://[::1]:4000/api/v1', 'http://[::1]:4000/api/v1'],
	// What holds nothing behind its mark would swallow the path of each request.
	['https://api.withpersona.com/api/v1?', 'https://api.withpersona.com/api/v1'],
	['https://api.withpersona.com/api/v1#', 'https://api.withpersona.com/api/v1'],
	['https://api.withpersona.com/api/v1/?#', 'https://api.withpersona.com/api/v1'],
	['https:\\\\api.withpersona.com\\api\\v1', 'https://api.withpersona.com/api/v1'],
	['https://api.with\npersona.com/api/v1', 'https://api.withpersona.com/api/v1'],
])('%j is used as %s', (value, baseUrl) => {
	expect(checkBaseUrl(value)).toEqual({ baseUrl });
});

test.each([
	['', 'is not a web address'],
	['   ', 'is not a web address'],
	[undefined, 'is not a web address'],
	[null, 'is not a web address'],
	[7, 'is not a web address'],
	['api.withpersona.com/api/v1', 'is not a web address'],
	['/api/v1', 'is not a web address'],
	['https://', 'is not a web address'],
	['http://api.withpersona.com/api/v1', 'must begin with https://'],
	['http://localhost.example.com', 'must begin with https://'],
	['http://127.0.0.1.example.com', 'must begin with https://'],
	['http://notlocalhost', 'must begin with https://'],
	['http://0.0.0.0:4000', 'must begin with https://'],
	['http://10.0.0.1', 'must begin with https://'],
	['http://192.168.1.1', 'must begin with https://'],
	['http://[::2]', 'must begin with https://'],
	['http://localhost@example.com', 'must begin with https://'],
	['ftp://localhost', 'must begin with https://'],
	['file:///etc/passwd', 'must begin with https://'],
	['javascript:alert(1)', 'must begin with https://'],
	['localhost:4000', 'must begin with https://'],
	['https://user@api.withpersona.com', 'may hold a host and a path'],
	['https://:secret@api.withpersona.com', 'may hold a host and a path'],
	['https://api.withpersona.com?x=1', 'may hold a host and a path'],
	['https://api.withpersona.com/#x', 'may hold a host and a path'],
	['http://user:pass@localhost', 'may hold a host and a path'],
])('%j is refused: %s', (value, reason) => {
	const checked = checkBaseUrl(value);
	expect(checked).toEqual({ refusal: expect.stringContaining(reason) });
	expect(JSON.stringify(checked)).toContain("'Base URL'");
});

test('a refusal does not repeat what was typed', () => {
	const checked = checkBaseUrl('https://user:secret@api.withpersona.com');
	expect(JSON.stringify(checked)).not.toContain('secret');
});
