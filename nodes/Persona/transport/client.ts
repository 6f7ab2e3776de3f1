import { NodeOperationError, type IDataObject, type NodeApiError } from 'n8n-workflow';

import { accessOf } from './access';
import { cancelSignalOf, type RequestContext } from './cancel';
import { toNodeApiError, type ErrorContext } from './errors';
import { isResponse, isSuccess, type HttpResult } from './outcome';
import { RateLimitPacer } from './rateLimit';
import type { PersonaRequest } from './request';
import { LAST_ATTEMPT, sendWithRetries, type SendResult } from './retry';

/** A response of Persona that holds one object, such as an import that it accepted. */
export type ObjectBody = IDataObject & { data: IDataObject };

/** What is fetched: path below the base URL, query and headers. */
export type Fetched = Pick<PersonaRequest, 'path' | 'query' | 'headers'>;

/** Silence that a request without a body may take, in milliseconds. */
const FETCH_TIMEOUT = 30_000;

/** The one door to Persona: base URL from the credential, retries, and a pace that spares the rate limit. */
export class PersonaClient {
	private readonly pacer = new RateLimitPacer();

	private constructor(
		private readonly context: RequestContext,
		readonly baseUrl: string,
		/** Only ever used to key the digest of an Idempotency-Key; n8n itself authenticates. */
		readonly apiKey: string,
	) {}

	/** @throws NodeOperationError when the credential's base URL or API key cannot be used */
	static async open(context: RequestContext): Promise<PersonaClient> {
		const credentials = await context.getCredentials('personaApi');
		const access = accessOf(credentials);
		if ('baseUrl' in access) return new PersonaClient(context, access.baseUrl, access.apiKey);
		const { message, help, cause } = access;
		throw new NodeOperationError(context.getNode(), message, {
			description: `${help} Nothing was sent.`,
			failure: { cause },
		});
	}

	/** Aborted when the user cancels the execution; undefined in the editor. */
	get signal(): AbortSignal | undefined {
		return cancelSignalOf(this.context);
	}

	/** Milliseconds until the rate limit lets the next request go. */
	get dueIn(): number {
		return this.pacer.dueIn;
	}

	/**
	 * Sends a request as soon as the rate limit lets it go. Where that is further off than a last attempt may be, nothing is
	 * sent, and it ends as if Persona had answered with 429.
	 *
	 * @param repeatable see {@link sendWithRetries}
	 * @param maxWait see {@link sendWithRetries}
	 * @throws the cancel signal's reason
	 */
	async send(request: PersonaRequest, repeatable: boolean, maxWait?: number): Promise<SendResult> {
		const { context, baseUrl, pacer } = this;
		const { dueIn } = pacer;
		if (dueIn > LAST_ATTEMPT) return { result: pacer.refusal, uncertain: false };
		await pacer.keep(this.signal);
		const sent = await sendWithRetries(context, baseUrl, request, repeatable, maxWait, dueIn);
		if (isResponse(sent.result)) pacer.note(sent.result);
		return sent;
	}

	/**
	 * Fetches something; that may be tried as often as needed.
	 *
	 * @param maxWait see {@link sendWithRetries}
	 * @throws the cancel signal's reason
	 */
	async fetch(fetched: Fetched, maxWait?: number): Promise<HttpResult> {
		const request: PersonaRequest = { ...fetched, method: 'GET', timeout: FETCH_TIMEOUT };
		return (await this.send(request, true, maxWait)).result;
	}

	/**
	 * Fetches one object.
	 *
	 * @returns Persona's answer, `{ data, included? }`
	 * @throws NodeApiError for any other answer
	 */
	async fetchObject(fetched: Fetched, errorContext: ErrorContext): Promise<ObjectBody> {
		const result = await this.fetch(fetched);
		const body = objectBody(result);
		if (body === undefined) throw this.errorFor(result, errorContext);
		return body;
	}

	/** The error that a user sees for a request that did not get through. */
	errorFor(result: HttpResult, errorContext: ErrorContext): NodeApiError {
		return toNodeApiError(this.context.getNode(), result, errorContext);
	}
}

/** The body of an answer that holds one object, or undefined for any other result. */
export function objectBody(result: HttpResult): ObjectBody | undefined {
	if (!isSuccess(result)) return undefined;
	const body = result.body as { data?: { id?: unknown } } | null | undefined;
	return typeof body?.data?.id === 'string' ? (body as ObjectBody) : undefined;
}

/** The objects of an answer that is one page of a list, or undefined for any other result. */
export function pageObjects(result: HttpResult): IDataObject[] | undefined {
	if (!isSuccess(result)) return undefined;
	const body = result.body as { data?: unknown } | null | undefined;
	const objects = body?.data;
	const isPage =
		Array.isArray(objects) && objects.every((entry) => typeof entry === 'object' && entry);
	return isPage ? (objects as IDataObject[]) : undefined;
}
