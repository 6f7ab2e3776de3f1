import type { IDataObject } from 'n8n-workflow';

import { pageObjects, type Fetched, type PersonaClient } from './client';
import type { ErrorContext } from './errors';

/** Most objects that one page may hold. Source: Persona's documentation on pagination. */
export const LARGEST_PAGE = 100;

/** One page, and the ID after which the next one begins; undefined on the last page. */
export interface Page {
	objects: IDataObject[];
	next: string | undefined;
}

/**
 * Fetches one page of a list.
 *
 * The cursor is the ID of the last object on the page, because the links in Persona's answers have been seen to point at
 * another list. A page that is shorter than asked for is the last one.
 *
 * @param size objects wanted, from 1 to {@link LARGEST_PAGE}
 * @param after the ID after which the page begins
 * @param maxWait see {@link PersonaClient.fetch}
 * @throws NodeApiError for any answer that is not a page
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
	if (objects === undefined) throw client.errorFor(result, errorContext);
	const last = objects.at(-1)?.id;
	const isLast = objects.length < size || typeof last !== 'string' || last === after;
	return { objects, next: isLast ? undefined : last };
}

/**
 * Fetches a list page by page.
 *
 * @param most how many objects are wanted; Infinity for all
 * @throws NodeApiError for any answer that is not a page
 */
export async function fetchAll(
	client: PersonaClient,
	list: Fetched,
	most: number,
	errorContext: ErrorContext,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	let after: string | undefined;
	do {
		const size = Math.min(LARGEST_PAGE, most - found.length);
		const page = await fetchPage(client, list, { size, after }, errorContext);
		for (const object of page.objects) found.push(object);
		after = page.next;
	} while (after !== undefined && found.length < most);
	return found;
}
