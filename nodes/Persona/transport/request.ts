import type FormData from 'form-data';
import type { IHttpRequestMethods, IN8nHttpFullResponse } from 'n8n-workflow';

import { cancelSignalOf, type RequestContext } from './cancel';
import type { HttpResponse, HttpResult } from './outcome';

/** One request to Persona, ready to be sent as often as needed. */
export interface PersonaRequest {
	method: IHttpRequestMethods;
	/** Path below the base URL. */
	path: string;
	query: Record<string, string>;
	headers: Record<string, string>;
	/** Builds a fresh body for each attempt. */
	body?: () => FormData | Promise<FormData>;
	/** Rough size of the body, for the time that it may take. */
	bodyBytes?: number;
	/** Called when an attempt is over, for what its body holds open. */
	afterAttempt?: () => void;
	/** How long an answer may take beside its body, in milliseconds. */
	timeout?: number;
}

/** How long an answer may take unless the request says otherwise, in milliseconds; below the 300 s after which n8n Cloud ends an execution. */
const TIMEOUT = 120_000;
/**
 * Slowest upload that is waited for, in bytes a millisecond: 1 Mbit/s. Without redirects, axios counts the time-out from
 * the first byte sent to the first byte of the answer, so a big file has to be given the time that it needs.
 */
const SLOWEST_UPLOAD = 125;

function codeOf(error: unknown): string {
	const { cause, code } = (error ?? {}) as { cause?: unknown; code?: unknown };
	if (typeof code === 'string') return code;
	return cause === undefined || cause === error ? 'UNKNOWN' : codeOf(cause);
}

/**
 * Sends a request once, with n8n's own authentication. Redirects are not followed: the body holds people's data.
 *
 * @throws the cancel signal's reason, and what building the body throws
 */
export async function sendOnce(
	context: RequestContext,
	baseUrl: string,
	{ method, path, query, headers, body, bodyBytes = 0, ...more }: PersonaRequest,
): Promise<HttpResult> {
	const { afterAttempt, timeout = TIMEOUT } = more;
	const signal = cancelSignalOf(context);
	signal?.throwIfAborted();
	const form = await body?.();
	try {
		const response = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			'personaApi',
			{
				method,
				url: `${baseUrl}${path}`,
				qs: query,
				headers: { Accept: 'application/json', ...headers },
				body: form,
				timeout: timeout + Math.ceil(bodyBytes / SLOWEST_UPLOAD),
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			},
		)) as IN8nHttpFullResponse;
		return {
			status: response.statusCode,
			body: response.body,
			headers: response.headers as HttpResponse['headers'],
		};
	} catch (error) {
		signal?.throwIfAborted();
		return { code: codeOf(error) };
	} finally {
		afterAttempt?.();
	}
}
