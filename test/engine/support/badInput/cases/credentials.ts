import { refusedRun, taken } from '../builders';
import type { Topic } from '../types';

const KEY = "The 'API Key' is empty or holds a character that no key has";
const PASTE =
	"Open this node's credential and paste the key alone, as it stands in the Persona dashboard. Nothing was sent.";
const CORRECT = "Open this node's credential and correct it there. Nothing was sent.";
const NO_ADDRESS =
	"The 'Base URL' is not a web address. Persona's is https://api.withpersona.com/api/v1";
const NOT_SECURE =
	"The 'Base URL' must begin with https://, so that nobody on the way can read the API key. Only an address on this machine may begin with http://";
const HOST_AND_PATH = "The 'Base URL' may hold a host and a path, nothing else";
const NOT_ACCEPTED = 'Persona does not accept the API key (HTTP 401)';
const PASTE_AGAIN =
	'Persona says: Token is invalid. Open the credential, copy the API key from the Persona dashboard again and save it. The credential is then tested.';

const key = (name: string, apiKey: unknown) =>
	refusedRun(name, { access: { apiKey: apiKey as string } }, KEY, PASTE);
const address = (name: string, baseUrl: unknown, message: string) =>
	refusedRun(name, { access: { baseUrl: baseUrl as string } }, message, CORRECT);
const unknownKey = (name: string, apiKey: string) =>
	refusedRun(name, { access: { apiKey } }, NOT_ACCEPTED, PASTE_AGAIN);

export const CREDENTIALS: Topic = {
	name: 'API keys and base URLs',
	cases: [
		key('no key', ''),
		key('a key of blanks', '  \n'),
		key('a key that is missing', undefined),
		key('a key that is an object', { key: 'zqx' }),
		key('the word Bearer in front', 'Bearer persona_sandbox_zqx'),
		key('two keys in two lines', 'persona_sandbox_zqx\npersona_production_zqx'),
		key('the placeholder with its three dots', 'persona_sandbox_…'),
		key('an invisible mark behind the key', 'persona_sandbox_zqx\u200b'),
		unknownKey('a key that Persona does not know', 'persona_production_unknown'),
		unknownKey('a password in its place', 'zqx-hunter2'),
		unknownKey('a key in capitals', 'PERSONA_SANDBOX_ZQX'),
		taken(
			'blanks and a line end around the key',
			{ rows: [{ name_first: 'Zqxfirst' }], access: { apiKey: ' persona_sandbox_zqxkey\n' } },
			{ accepted: 1 },
		),
		address('no address', '', NO_ADDRESS),
		address('an address that is missing', undefined, NO_ADDRESS),
		address('an address without https', 'api.withpersona.com/api/v1', NO_ADDRESS),
		address('words', 'ask the IT department', NO_ADDRESS),
		address('a blank in the host', 'https://api.with persona.com', NO_ADDRESS),
		address('plain http', 'http://api.withpersona.com/api/v1', NOT_SECURE),
		address('ftp', 'ftp://api.withpersona.com', NOT_SECURE),
		address('a script', 'javascript:alert(1)', NOT_SECURE),
		address(
			'a host that only begins like this machine',
			'http://localhost.zqx.example',
			NOT_SECURE,
		),
		address('another machine in the same network', 'http://192.168.0.1/api/v1', NOT_SECURE),
		address('a name and a password', 'https://zqx:hunter2@api.withpersona.com', HOST_AND_PATH),
		address('a query', 'https://api.withpersona.com/api/v1?key=zqx', HOST_AND_PATH),
		address('a fragment', 'https://api.withpersona.com/api/v1#accounts', HOST_AND_PATH),
		refusedRun(
			'a host that does not exist',
			{ access: { baseUrl: 'https://persona.invalid/api/v1' } },
			"The host in the credential's 'Base URL' could not be found",
			"Check the spelling of the 'Base URL', and whether this n8n has access to the internet. Nothing was sent.",
		),
		refusedRun(
			'a port on which nothing listens',
			{ access: { baseUrl: 'http://127.0.0.1:9/api/v1' } },
			"Nothing answers at the credential's 'Base URL'",
			"Check the 'Base URL', and whether a firewall or a proxy blocks the connection from this n8n to Persona. Nothing was sent.",
		),
	],
};
