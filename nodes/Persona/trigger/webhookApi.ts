import { randomUUID } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

import { objectBody, type ObjectBody, type PersonaClient } from '../transport/client';
import type { StatusMessage } from '../transport/messages';
import { isResponse, type HttpResult } from '../transport/outcome';
import { fetchPage, LARGEST_PAGE } from '../transport/paginate';
import type { PersonaRequest } from '../transport/request';
import { EVENT_VERSION } from './description';

/** Somebody waits in the editor while a workflow is activated; in milliseconds. */
const LONGEST_WAIT = 15_000;
const TIMEOUT = 20_000;

const HEADERS = { 'Persona-Version': EVENT_VERSION, 'Key-Inflection': 'kebab' };

/** Most pages of webhooks that are looked through; organizations have a handful of webhooks. */
const MOST_WEBHOOK_PAGES = 10;

const STATUS_MESSAGES: Readonly<Record<number, StatusMessage>> = {
	400: {
		message: 'Persona could not use the settings of the webhook (HTTP 400)',
		help: "Check 'Events', and 'Other Events' and 'API Version' in the options.",
		cause: 'configuration-invalid',
	},
	403: {
		message: 'Persona does not let this API key manage webhooks (HTTP 403)',
		help: "In the Persona dashboard, give the key the permissions webhook.read and webhook.write. Or set 'Setup' to By Hand and create the webhook in the dashboard.",
		cause: 'configuration-invalid',
	},
	422: {
		message: 'Persona did not accept the webhook (HTTP 422)',
		help: "Check 'Events' and 'Other Events', and whether Persona can reach the webhook URL of this n8n.",
		cause: 'configuration-invalid',
	},
};

/** What a webhook is made of. Source: `webhook-request-attributes` in Persona's OpenAPI. */
export interface WebhookAttributes extends IDataObject {
	name: string;
	url: string;
	'enabled-events': string[];
	'api-version': string;
	'api-key-inflection': string;
	'included-allowlist': { state: string };
}

/** The requests about webhooks. Each throws NodeApiError unless it says otherwise. */
export class WebhookApi {
	constructor(private readonly client: PersonaClient) {}

	/** @returns the webhook with its secrets, disabled */
	async create(attributes: WebhookAttributes): Promise<IDataObject> {
		return this.objectOf(await this.change('POST', '/webhooks', { data: { attributes } }));
	}

	async update(id: string, attributes: WebhookAttributes): Promise<void> {
		this.objectOf(await this.change('PATCH', pathOf(id), { data: { attributes } }));
	}

	async enable(id: string): Promise<void> {
		this.objectOf(await this.change('POST', `${pathOf(id)}/enable`));
	}

	/** @returns whether the webhook delivers nothing any more, also because it is gone; throws nothing */
	async archive(id: string): Promise<boolean> {
		const archived = await this.change('POST', `${pathOf(id)}/archive`);
		if (objectBody(archived) !== undefined || isMissing(archived)) return true;
		const found = await this.fetch(id);
		return isMissing(found) || statusOf(objectBody(found)?.data) === 'archived';
	}

	/** The answer to the question for one webhook, with its secrets; throws nothing. */
	async fetch(id: string, timeout?: number): Promise<HttpResult> {
		const request = { method: 'GET' as const, path: pathOf(id), query: {}, headers: HEADERS };
		return (await this.client.send({ ...request, timeout: timeout ?? TIMEOUT }, true, 0)).result;
	}

	/** The ID of a webhook that delivers to this address and is not archived. */
	async findByUrl(url: string): Promise<string | undefined> {
		let after: string | undefined;
		for (let pages = 0; pages < MOST_WEBHOOK_PAGES; pages++) {
			const asked = { size: LARGEST_PAGE, after, maxWait: LONGEST_WAIT };
			const list = { path: '/webhooks', query: {}, headers: HEADERS };
			const page = await fetchPage(this.client, list, asked, { statusMessages: STATUS_MESSAGES });
			const found = page.objects.find(
				(webhook) => attributesOf(webhook).url === url && statusOf(webhook) !== 'archived',
			);
			if (found !== undefined) return String(found.id);
			after = page.next;
			if (after === undefined) return undefined;
		}
		return undefined;
	}

	/** @throws NodeApiError for an answer without an object */
	objectOf(result: HttpResult): IDataObject {
		const body: ObjectBody | undefined = objectBody(result);
		if (body === undefined) {
			throw this.client.errorFor(result, { statusMessages: STATUS_MESSAGES });
		}
		return body.data;
	}

	private async change(method: 'POST' | 'PATCH', path: string, body?: IDataObject) {
		// The same key with each attempt: a webhook must not be created twice.
		const headers = { ...HEADERS, 'Idempotency-Key': randomUUID() };
		const request: PersonaRequest = { method, path, query: {}, headers, timeout: TIMEOUT };
		if (body !== undefined) request.body = () => body;
		return (await this.client.send(request, true, LONGEST_WAIT)).result;
	}
}

const pathOf = (id: string) => `/webhooks/${encodeURIComponent(id)}`;

/** Whether Persona has nothing under the ID. */
export const isMissing = (result: HttpResult) => isResponse(result) && result.status === 404;

export const attributesOf = (webhook: IDataObject) => (webhook.attributes ?? {}) as IDataObject;

export function statusOf(webhook: IDataObject | undefined): unknown {
	return webhook === undefined ? undefined : attributesOf(webhook).status;
}
