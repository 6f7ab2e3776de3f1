import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { checkBaseUrl } from './baseUrl';

/**
 * A request as credentials get to see it: that of a node in n8n's own form, that of the HTTP Request node in an older one,
 * which has its address under `uri` and its own names for redirects.
 */
interface AnyRequest extends Omit<IHttpRequestOptions, 'url'> {
	url?: unknown;
	uri?: unknown;
}

/** Switches redirects off, in each of the two forms and in each n8n: that of the other form is ignored. */
const NO_REDIRECTS = {
	disableFollowRedirect: true,
	followRedirect: false,
	followAllRedirects: false,
	maxRedirects: 0,
	sendCredentialsOnCrossOriginRedirect: false,
};

/**
 * Attaches the API key to a request, if that goes to the host of the credential's own base URL. Redirects are not followed:
 * n8n would send the key along, and the body with people's data, to wherever the answer says.
 *
 * @throws TypeError for any other address, and for a base URL that data may not be sent to
 */
export function authenticate(
	{ baseUrl, apiKey }: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): IHttpRequestOptions {
	const checked = checkBaseUrl(baseUrl);
	if ('refusal' in checked) throw new TypeError(checked.refusal);
	const { origin } = new URL(checked.baseUrl);
	const { url, uri, baseURL }: AnyRequest = request;
	// Versions of n8n differ in which one they take where there are both.
	const addresses = [url, uri].filter((address) => address !== undefined);
	const goesElsewhere = addresses.some(
		(address) => new URL(String(address), baseURL).origin !== origin,
	);
	if (goesElsewhere || addresses.length === 0) {
		throw new TypeError("This API key is only sent to the host of the credential's 'Base URL'");
	}
	const headers = { ...request.headers, Authorization: `Bearer ${String(apiKey).trim()}` };
	return { ...request, ...NO_REDIRECTS, headers };
}
