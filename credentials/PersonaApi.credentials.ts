import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { checkBaseUrl, DEFAULT_BASE_URL } from '../nodes/Persona/transport/baseUrl';

/**
 * An API key of Persona. The key is attached only to requests that go to the credential's own base URL, so that an HTTP
 * Request node may use it for what this package does not cover, but cannot carry it anywhere else.
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
				'Where requests go. Leave it as it is for Persona. Only https addresses are used, or http to this machine.',
		},
	];

	// A function, not the declarative form: only code can refuse to send the key to a foreign or unencrypted address.
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const checked = checkBaseUrl(credentials.baseUrl);
		if ('refusal' in checked) throw new TypeError(checked.refusal);
		const target = new URL(request.url, request.baseURL);
		if (target.origin !== new URL(checked.baseUrl).origin) {
			throw new TypeError("This API key is only sent to the host of the credential's 'Base URL'");
		}
		const key = String(credentials.apiKey).trim();
		return { ...request, headers: { ...request.headers, Authorization: `Bearer ${key}` } };
	}

	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl }}', url: '/rate-limits' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'Persona does not know this API key. Copy it again from the Persona dashboard.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						"Persona knows this API key but does not let it in. Check the key's permissions and its list of allowed IP addresses in the Persona dashboard.",
				},
			},
		],
	};
}
