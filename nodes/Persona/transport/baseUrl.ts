/**
 * Where Persona's API is; the environment (sandbox or production) follows from the API key.
 *
 * Source: `servers` in Persona's OpenAPI.
 */
export const DEFAULT_BASE_URL = 'https://api.withpersona.com/api/v1';

const LOOPBACK_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a host name, as in a URL, stands for this machine. */
export const isLoopback = (hostname: string) => LOOPBACK_HOST.test(hostname);

/** A base URL without its trailing slash, or why it is not used. */
export type CheckedBaseUrl = { baseUrl: string } | { refusal: string };

/**
 * Checks where an API key and people's data may be sent: over https anywhere, over plain http to this machine only.
 *
 * @param value the credential's base URL as typed
 */
export function checkBaseUrl(value: unknown): CheckedBaseUrl {
	let url: URL;
	try {
		url = new URL(String(value));
	} catch {
		return { refusal: `The 'Base URL' is not a web address. Persona's is ${DEFAULT_BASE_URL}` };
	}
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
		return {
			refusal:
				"The 'Base URL' must begin with https://, so that nobody on the way can read the API key. Only an address on this machine may begin with http://",
		};
	}
	if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
		return { refusal: "The 'Base URL' may hold a host and a path, nothing else" };
	}
	// Not the text itself: a bare ? or # at its end would swallow the path of each request.
	return { baseUrl: url.origin + url.pathname.replace(/\/+$/, '') };
}
