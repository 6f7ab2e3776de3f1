import { DateTime } from 'luxon';
import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { LIST_ITEM_IMPORTS, type ListType } from '../import/kinds';
import { createdAtOf, statusOf } from '../import/importer';
import { PersonaClient } from '../transport/client';
import type { Explanation } from '../transport/explain';
import { fetchPage, LARGEST_PAGE } from '../transport/paginate';
import { DEFAULT_PERSONA_VERSION } from '../transport/version';

// Somebody is looking at the list while it loads, so nothing is tried a second time.
const NO_PATIENCE = 0;

const HEADERS = { 'Persona-Version': DEFAULT_PERSONA_VERSION, 'Key-Inflection': 'kebab' };

/**
 * "2026-11-23 14:39 · ready · account · mprt_…": what tells importers apart. The editor cuts long names off, so the kind
 * stands there without its path: "email address" for `importer/list-item/email-address`.
 */
function nameOf(importer: IDataObject, zone: string): string {
	const created = DateTime.fromISO(createdAtOf(importer) ?? '', { zone });
	const kind = String(importer.type).replace(/^.*\//, '').replace(/-/g, ' ');
	const parts = [created.toFormat('yyyy-MM-dd HH:mm'), statusOf(importer), kind, importer.id];
	return (created.isValid ? parts : parts.slice(1)).map(String).join(' · ');
}

/**
 * The importers for the resource locator, a page at a time.
 *
 * @param filter what was typed into the search field; Persona has no search, so it is looked for in the names on the page
 * @param paginationToken the ID after which the page begins
 */
export async function searchImporters(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const client = await PersonaClient.open(this);
	const page = await fetchPage(
		client,
		{ path: '/importers', headers: HEADERS, query: {} },
		{ size: LARGEST_PAGE, after: paginationToken, patience: NO_PATIENCE },
		{},
	);
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results = page.objects
		.map((importer) => ({ name: nameOf(importer, this.getTimezone()), value: String(importer.id) }))
		.filter(({ name }) => name.toLowerCase().includes(wanted));
	return { results, paginationToken: page.next };
}

/** Pages that are looked through at once for a list that fits, so that an organization with many others is not stuck. */
const MOST_PAGES = 10;

const LIST_SEARCH_MEANINGS: Readonly<Record<number, Explanation>> = {
	403: {
		message: 'Persona does not show lists to this API key (HTTP 403)',
		help: "In the Persona dashboard, give the key the permission to read lists, or set 'List' to By ID.",
		cause: 'configuration-invalid',
	},
};

function listEntry({ id, attributes }: IDataObject): INodeListSearchItems {
	const name = (attributes as IDataObject | undefined)?.name;
	return { name: [name, id].filter(Boolean).map(String).join(' · '), value: String(id) };
}

/**
 * The lists for the resource locator: those that are active and of the type chosen in 'List Type'.
 *
 * @param filter what was typed into the search field; Persona filters by status only, so the rest is done here
 * @param paginationToken the ID after which the page begins
 */
export async function searchLists(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const client = await PersonaClient.open(this);
	const listType = (this.getCurrentNodeParameter('listType') ?? 'emailAddress') as ListType;
	const { listType: type } = LIST_ITEM_IMPORTS[listType];
	const lists = { path: '/lists', headers: HEADERS, query: { 'filter[status]': 'active' } };
	const wanted = filter?.trim().toLowerCase() ?? '';
	let results: INodeListSearchItems[] = [];
	let after = paginationToken;
	for (let pages = 0; pages < MOST_PAGES && results.length === 0; pages++) {
		const size = { size: LARGEST_PAGE, after, patience: NO_PATIENCE };
		const page = await fetchPage(client, lists, size, { meanings: LIST_SEARCH_MEANINGS });
		results = page.objects
			.filter((list) => list.type === type)
			.map(listEntry)
			.filter(({ name }) => name.toLowerCase().includes(wanted));
		after = page.next;
		if (after === undefined) break;
	}
	return { results, paginationToken: after };
}
