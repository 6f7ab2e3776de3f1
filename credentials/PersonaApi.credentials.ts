import type {
	IAuthenticateRuleResponseCode,
	IAuthenticateRuleResponseSuccessBody,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
	Icon,
} from 'n8n-workflow';

import { checkBaseUrl, DEFAULT_BASE_URL } from '../nodes/Persona/transport/baseUrl';

const AWAY = 'Persona is not available right now. Test this credential again later.';

/** What the answers to the test mean, by HTTP status. */
const STATUS_MESSAGES: Readonly<Record<number, string>> = {
	401: 'Persona does not know this API key. Copy it again from the Persona dashboard.',
	403: "Persona knows this API key but does not let it in. Check the key's permissions and its list of allowed IP addresses in the Persona dashboard.",
	404: `Persona has nothing at this 'Base URL'. It is ${DEFAULT_BASE_URL} unless Persona told you another one.`,
	429: "Persona's rate limit is used up, so the API key could not be tested. Try again in a minute.",
	500: AWAY,
	502: AWAY,
	503: AWAY,
	504: AWAY,
};

const BY_STATUS = Object.entries(STATUS_MESSAGES).map(
	([status, message]): IAuthenticateRuleResponseCode => ({
		type: 'responseCode',
		properties: { value: Number(status), message },
	}),
);

/** Every answer of Persona has `data`; a web page that answers in its place has none. */
const NO_DATA: IAuthenticateRuleResponseSuccessBody = {
	type: 'responseSuccessBody',
	properties: {
		key: 'data',
		value: undefined,
		message: `The answer did not come from Persona. Check the 'Base URL': it is ${DEFAULT_BASE_URL} unless Persona told you another one.`,
	},
};

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

	// A function, not the declarative form: only code can throwConfigError to send the key to a foreign or unencrypted address.
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
		// n8n's type knows only lists of one kind of rule, its test takes both.
		rules: [...BY_STATUS, NO_DATA] as ICredentialTestRequest['rules'],
	};
}
