import type { IDataObject } from 'n8n-workflow';

import { pageObjects, type Fetched, type PersonaClient } from './client';
import type { ErrorContext } from './errors';
import type { StatusMessage } from './messages';
import { isResponse, type HttpResponse } from './outcome';

/** Most objects that one page may hold. Source: Persona's documentation on pagination. */
export const LARGEST_PAGE = 100;

/** One page, and the ID after which the next one begins; undefined on the last page. */
export interface Page {
	objects: IDataObject[];
	next: string | undefined;
}

/** Most pages that are fetched of one list: 100,000 objects, which take at least 200 s of the rate limit. */
const MOST_PAGES = 1_000;

const TO_SUPPORT = "Try again later. If it happens again, tell Persona's support.";

const IN_CIRCLES: StatusMessage = {
	message: "Persona's list does not come to an end: the same page came twice",
	help: TO_SUPPORT,
	cause: 'temporarily-unavailable',
};

const TOO_LONG: StatusMessage = {
	message: "Persona's list has more than 1,000 pages",
	help: TO_SUPPORT,
	cause: 'configuration-invalid',
};

/** The error for a list whose pages came, and do not end. */
function endless(client: PersonaClient, meant: StatusMessage, errorContext: ErrorContext) {
	const answer = { status: 200, body: undefined, headers: {} };
	const { askForLess = meant.help } = errorContext;
	const statusMessages = { [answer.status]: { ...meant, help: askForLess } };
	return client.errorFor(answer, { ...errorContext, statusMessages });
}

/** The ID after which the next page begins by Persona's own link. Only this is taken from the link, see {@link fetchPage}. */
function linkedCursor({ body }: HttpResponse): string | undefined {
	const { links } = body as { links?: { next?: unknown } | null };
	const next = links?.next;
	if (typeof next !== 'string') return undefined;
	const query = next.slice(next.indexOf('?') + 1);
	return new URLSearchParams(query).get('page[after]') ?? undefined;
}

/** Where the page after this one begins; undefined if there is none. */
function nextCursor(response: HttpResponse, objects: IDataObject[], size: number) {
	const linked = linkedCursor(response);
	if (objects.length < size && linked === undefined) return undefined;
	const last = objects.at(-1);
	if (last === undefined) return linked;
	return typeof last.id === 'string' ? last.id : undefined;
}

/**
 * Fetches one page of a list.
 *
 * The cursor is the ID of the last object on the page, because the links in Persona's answers have been seen to point at
 * another list. A page that is shorter than asked for is the last one, unless Persona links to a next one.
 *
 * @param size objects wanted, from 1 to {@link LARGEST_PAGE}
 * @param after the ID after which the page begins
 * @param maxWait see {@link PersonaClient.fetch}
 * @throws NodeApiError for any answer that is not a page, and for a page that ends where it began
 */
export async function fetchPage(
	client: PersonaClient,
	list: Fetched,
	page: { size: number; after?: string; maxWait?: number },
	errorContext: ErrorContext,
): Promise<Page> {
	const { size, after, maxWait } = page;
	const query: Record<string, string> = { ...list.query, 'page[size]': String(size) };
	if (after !== undefined) query['page[after]'] = after;
	const result = await client.fetch({ ...list, query }, maxWait);
	const objects = pageObjects(result);
	if (objects === undefined || !isResponse(result)) throw client.errorFor(result, errorContext);
	const next = nextCursor(result, objects, size);
	if (next !== undefined && next === after) {
		throw endless(client, IN_CIRCLES, errorContext);
	}
	return { objects, next };
}

/**
 * Fetches a list page by page.
 *
 * @param most how many objects are wanted; Infinity for all
 * @throws NodeApiError for any answer that is not a page, and for a list that does not come to an end
 */
export async function fetchAll(
	client: PersonaClient,
	list: Fetched,
	most: number,
	errorContext: ErrorContext,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	const mostPages = MOST_PAGES + (Number.isFinite(most) ? Math.ceil(most / LARGEST_PAGE) : 0);
	const cursors = new Set<string>();
	for (let after: string | undefined; ; cursors.add(after)) {
		const size = Math.min(LARGEST_PAGE, most - found.length);
		const page = await fetchPage(client, list, { size, after }, errorContext);
		for (const object of page.objects) found.push(object);
		after = page.next;
		if (after === undefined || found.length >= most) return found;
		if (cursors.has(after)) throw endless(client, IN_CIRCLES, errorContext);
		if (cursors.size + 1 >= mostPages) throw endless(client, TOO_LONG, errorContext);
	}
}
