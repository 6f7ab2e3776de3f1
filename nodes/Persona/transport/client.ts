import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import { checkBaseUrl } from './baseUrl';
import { Pace } from './pace';
import type { Answer, NoAnswer, PersonaRequest } from './request';
import { sendWithRetries, type Delivery } from './retry';

/** Persona's answer to an import that it accepted. */
export type AcceptedBody = IDataObject & { data: IDataObject };

/** The one door to Persona: base URL from the credential, retries, and a pace that spares the rate limit. */
export class PersonaClient {
	private readonly pace = new Pace();

	private constructor(
		private readonly context: IExecuteFunctions,
		readonly baseUrl: string,
		/** Only ever used to key the digest of an Idempotency-Key; n8n itself authenticates. */
		readonly apiKey: string,
	) {}

	/** @throws NodeOperationError when the credential's base URL is not one that data may be sent to */
	static async open(context: IExecuteFunctions): Promise<PersonaClient> {
		const credentials = await context.getCredentials('personaApi');
		const checked = checkBaseUrl(credentials.baseUrl);
		if ('refusal' in checked) {
			throw new NodeOperationError(context.getNode(), checked.refusal, {
				description: "Open this node's credential and correct it there. Nothing was sent.",
				failure: { cause: 'configuration-invalid' },
			});
		}
		return new PersonaClient(context, checked.baseUrl, String(credentials.apiKey));
	}

	/**
	 * @param repeatable see {@link sendWithRetries}
	 * @throws NodeOperationError when the execution is cancelled
	 */
	async send(request: PersonaRequest, repeatable: boolean): Promise<Delivery> {
		await this.pace.keep(this.context);
		const delivery = await sendWithRetries(this.context, this.baseUrl, request, repeatable);
		if ('status' in delivery.outcome) this.pace.note(delivery.outcome);
		return delivery;
	}
}

/** The body of an answer that accepts an import, or undefined for any other outcome. */
export function acceptedBody(outcome: Answer | NoAnswer): AcceptedBody | undefined {
	if (!('status' in outcome) || outcome.status < 200 || outcome.status >= 300) return undefined;
	const body = outcome.body as { data?: { id?: unknown } } | null | undefined;
	return typeof body?.data?.id === 'string' ? (body as AcceptedBody) : undefined;
}
