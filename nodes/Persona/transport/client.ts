import { NodeOperationError, type IDataObject, type NodeApiError } from 'n8n-workflow';

import { checkBaseUrl } from './baseUrl';
import type { RequestContext } from './context';
import { toNodeApiError, type ErrorContext } from './errors';
import { RateLimitPacer } from './rateLimit';
import type { HttpResponse, HttpResult, PersonaRequest } from './request';
import { sendWithRetries, type SendResult } from './retry';

/** An answer of Persona that holds one object, such as an import that it accepted. */
export type ObjectBody = IDataObject & { data: IDataObject };

/** What is fetched: path below the base URL, query and headers. */
export type Fetched = Pick<PersonaRequest, 'path' | 'query' | 'headers'>;

/** What a header can carry, without blanks: they come along when more than the key is pasted. */
const USABLE_KEY = /^[\x21-\x7e]+$/;
/** Silence that a request without a body may take, in milliseconds. */
const FETCH_TIMEOUT = 30_000;

/** The one door to Persona: base URL from the credential, retries, and a pace that spares the rate limit. */
export class PersonaClient {
	private readonly pace = new RateLimitPacer();

	private constructor(
		private readonly context: RequestContext,
		readonly baseUrl: string,
		/** Only ever used to key the digest of an Idempotency-Key; n8n itself authenticates. */
		readonly apiKey: string,
	) {}

	/** @throws NodeOperationError when the credential's base URL is not one that data may be sent to */
	static async open(context: RequestContext): Promise<PersonaClient> {
		const credentials = await context.getCredentials('personaApi');
		const checked = checkBaseUrl(credentials.baseUrl);
		if ('refusal' in checked) {
			throw new NodeOperationError(context.getNode(), checked.refusal, {
				description: "Open this node's credential and correct it there. Nothing was sent.",
				failure: { cause: 'configuration-invalid' },
			});
		}
		const apiKey = typeof credentials.apiKey === 'string' ? credentials.apiKey : '';
		if (!USABLE_KEY.test(apiKey.trim())) {
			throw new NodeOperationError(
				context.getNode(),
				"The 'API Key' is empty or holds a character that no key has",
				{
					description:
						"Open this node's credential and paste the key alone, as it stands in the Persona dashboard. Nothing was sent.",
					failure: { cause: 'credential-invalid' },
				},
			);
		}
		return new PersonaClient(context, checked.baseUrl, apiKey);
	}

	/** Milliseconds until the rate limit lets the next request go. */
	get dueIn(): number {
		return this.pace.dueIn;
	}

	/**
	 * @param repeatable see {@link sendWithRetries}
	 * @param patience see {@link sendWithRetries}
	 * @throws NodeOperationError when the execution is cancelled
	 */
	async send(request: PersonaRequest, repeatable: boolean, patience?: number): Promise<SendResult> {
		await this.pace.keep(this.context);
		const { context, baseUrl } = this;
		const delivery = await sendWithRetries(context, baseUrl, request, repeatable, patience);
		if ('status' in delivery.outcome) this.pace.note(delivery.outcome);
		return delivery;
	}

	/**
	 * Fetches something; that may be tried as often as needed.
	 *
	 * @param patience see {@link sendWithRetries}
	 * @throws NodeOperationError when the execution is cancelled
	 */
	async fetch(fetched: Fetched, patience?: number): Promise<HttpResult> {
		const request: PersonaRequest = { ...fetched, method: 'GET', timeout: FETCH_TIMEOUT };
		return (await this.send(request, true, patience)).outcome;
	}

	/**
	 * Fetches one object.
	 *
	 * @returns Persona's answer, `{ data, included? }`
	 * @throws NodeApiError for any other answer, NodeOperationError when the execution is cancelled
	 */
	async fetchObject(fetched: Fetched, errorContext: ErrorContext): Promise<ObjectBody> {
		const outcome = await this.fetch(fetched);
		const body = objectBody(outcome);
		if (body === undefined) throw this.refusal(outcome, errorContext);
		return body;
	}

	/** The error that a user sees for a request that did not get through. */
	refusal(outcome: HttpResult, errorContext: ErrorContext): NodeApiError {
		return toNodeApiError(this.context.getNode(), outcome, errorContext);
	}
}

function isSuccess(outcome: HttpResult): outcome is HttpResponse {
	return 'status' in outcome && outcome.status >= 200 && outcome.status < 300;
}

/** The body of an answer that holds one object, or undefined for any other outcome. */
export function objectBody(outcome: HttpResult): ObjectBody | undefined {
	if (!isSuccess(outcome)) return undefined;
	const body = outcome.body as { data?: { id?: unknown } } | null | undefined;
	return typeof body?.data?.id === 'string' ? (body as ObjectBody) : undefined;
}

/** The objects of an answer that is one page of a list, or undefined for any other outcome. */
export function pageObjects(outcome: HttpResult): IDataObject[] | undefined {
	if (!isSuccess(outcome)) return undefined;
	const body = outcome.body as { data?: unknown } | null | undefined;
	const objects = body?.data;
	const isPage =
		Array.isArray(objects) && objects.every((entry) => typeof entry === 'object' && entry);
	return isPage ? (objects as IDataObject[]) : undefined;
}
