import { UNKNOWN_CURSOR_STATUS } from '../choices';
import { ApiError, badRequest } from './answer';

/** Page sizes as docs.withpersona.com/pagination gives them. */
const DEFAULT_SIZE = 10;
const MAXIMUM_SIZE = 100;

/** Objects in the order in which they are listed, found by position. */
export interface Listing<Item> {
	length: number;
	at(index: number): Item;
	/** The position of an object, -1 if it is not listed. */
	indexOf(id: string): number;
}

/** One page, and the links to its neighbours: relative, or `null` at the ends. */
export interface Page<Item> {
	items: Item[];
	links: { prev: string | null; next: string | null };
}

/** The names of the paging parameters. */
export const PAGE_PARAMETERS = ['page[after]', 'page[before]', 'page[size]'] as const;

function pageSize(value: string | undefined): number {
	if (value === undefined) return DEFAULT_SIZE;
	const size = /^\d{1,3}$/.test(value) ? Number(value) : 0;
	if (size < 1 || size > MAXIMUM_SIZE) {
		throw badRequest(`page.size must be between 1 and ${String(MAXIMUM_SIZE)}`);
	}
	return size;
}

function cursorIndex<Item>(listing: Listing<Item>, name: string, id: string): number {
	const index = listing.indexOf(id);
	if (index < 0) throw new ApiError(UNKNOWN_CURSOR_STATUS, 'Bad Request', `${name} is not found`);
	return index;
}

/** The first and the last-but-one position of the page that the query asks for. */
function pageRange<Item>(
	listing: Listing<Item>,
	query: Record<string, string>,
): { start: number; end: number } {
	const { 'page[after]': after, 'page[before]': before } = query;
	const size = pageSize(query['page[size]']);
	if (before !== undefined) {
		if (after !== undefined) throw badRequest('page.after and page.before exclude each other');
		const end = cursorIndex(listing, 'page.before', before);
		return { start: Math.max(0, end - size), end };
	}
	const start = after === undefined ? 0 : cursorIndex(listing, 'page.after', after) + 1;
	return { start, end: Math.min(listing.length, start + size) };
}

/**
 * The page that `page[after]`, `page[before]` (object IDs) and `page[size]` select.
 * Throws 400 for a size outside 1–100 and for a cursor that is not listed.
 */
export function paginate<Item extends { id: string }>(
	listing: Listing<Item>,
	query: Record<string, string>,
	path: string,
): Page<Item> {
	const { start, end } = pageRange(listing, query);
	const items = Array.from({ length: end - start }, (_, offset) => listing.at(start + offset));
	const link = (cursor: string, item: Item | undefined) =>
		item === undefined ? null : `/api/v1${path}?page%5B${cursor}%5D=${encodeURIComponent(item.id)}`;
	return {
		items,
		links: {
			prev: start > 0 ? link('before', items[0]) : null,
			next: end < listing.length ? link('after', items.at(-1)) : null,
		},
	};
}
