import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { checkBaseUrl } from './baseUrl';

/** Where requests go and with which key, or what is wrong with the credential. */
export type Access =
	| { baseUrl: string; apiKey: string }
	| { message: string; help: string; cause: 'configuration-invalid' | 'credential-invalid' };

/** What a header can carry, without spaces: they come along when more than the key is pasted. */
const USABLE_KEY = /^[\x21-\x7e]+$/;

/** Checks a credential as far as that is possible without asking Persona. */
export function accessOf({ baseUrl, apiKey }: ICredentialDataDecryptedObject): Access {
	const checked = checkBaseUrl(baseUrl);
	if ('refusal' in checked) {
		return {
			message: checked.refusal,
			help: "Open this node's credential and correct it there.",
			cause: 'configuration-invalid',
		};
	}
	if (typeof apiKey !== 'string' || !USABLE_KEY.test(apiKey.trim())) {
		return {
			message: "The 'API Key' is empty or holds a character that no key has",
			help: "Open this node's credential and paste the key alone, as it stands in the Persona dashboard.",
			cause: 'credential-invalid',
		};
	}
	return { baseUrl: checked.baseUrl, apiKey };
}
