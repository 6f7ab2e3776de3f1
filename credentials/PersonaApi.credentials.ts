import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { authenticate } from '../nodes/Persona/transport/authenticate';
import { DEFAULT_BASE_URL } from '../nodes/Persona/transport/baseUrl';

/**
 * An API key of Persona. The key is attached only to requests that go to the credential's own base URL, and redirects are
 * off for these, so that an HTTP Request node may use it for what this package does not cover, but cannot carry it anywhere
 * else. The Persona node tests it.
 */
export class PersonaApi implements ICredentialType {
	name = 'personaApi';

	displayName = 'Persona API';

	icon: Icon = { light: 'file:../icons/persona.svg', dark: 'file:../icons/persona.dark.svg' };

	documentationUrl =
		'https://github.com/n8n-nodes-persona/n8n-nodes-persona?tab=readme-ov-file#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. persona_sandbox_…',
			description:
				'From the Persona dashboard under API, API Keys. A key that begins with persona_sandbox_ works on test data, one with persona_production_ on real people.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: DEFAULT_BASE_URL,
			description:
				'Where requests go. Leave it unchanged for Persona. Only https addresses are used, or http to this machine.',
		},
	];

	// A function, not the declarative form: only code can refuse to send the key to a foreign or unencrypted address.
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return authenticate(credentials, request);
	}
}
