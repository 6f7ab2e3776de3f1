import type FormData from 'form-data';
import type { IHttpRequestMethods, IN8nHttpFullResponse } from 'n8n-workflow';

import { cancelSignalOf, type RequestContext } from './cancel';
import { noResponseFrom } from './noResponse';
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

/** How long an answer may take unless the request says otherwise, in milliseconds. */
const TIMEOUT = 100_000;
/**
 * Slowest upload that is waited for, in bytes a millisecond: 1 Mbit/s. Without redirects, axios counts the time-out from
 * the first byte sent to the first byte of the answer, so a big file has to be given the time that it needs.
 */
const SLOWEST_UPLOAD = 125;

/** The time that the body of a request may take, in milliseconds. */
export function bodyTime({ bodyBytes = 0 }: PersonaRequest): number {
	return Math.ceil(bodyBytes / SLOWEST_UPLOAD);
}

/**
 * Sends a request once, with n8n's own authentication. Redirects are not followed: the body holds people's data.
 *
 * @throws the cancel signal's reason, and what building the body throws
 */
export async function sendOnce(
	context: RequestContext,
	baseUrl: string,
	request: PersonaRequest,
): Promise<HttpResult> {
	const { method, path, query, headers, body, afterAttempt, timeout = TIMEOUT } = request;
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
				timeout: timeout + bodyTime(request),
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
		return noResponseFrom(error);
	} finally {
		afterAttempt?.();
	}
}
