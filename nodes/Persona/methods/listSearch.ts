import { DateTime } from 'luxon';
import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { LIST_ITEM_IMPORTS, type ListType } from '../pipeline/columns';
import { countsOf, createdAtOf, hasFailed, isFinished, statusOf } from '../pipeline/importer';
import { PersonaClient } from '../transport/client';
import type { StatusMessage } from '../transport/messages';
import { fetchPage, LARGEST_PAGE } from '../transport/paginate';
import { DEFAULT_PERSONA_VERSION } from '../transport/version';

// Somebody is looking at the list while it loads, so nothing is tried a second time.
const NO_WAIT = 0;

const HEADERS = { 'Persona-Version': DEFAULT_PERSONA_VERSION, 'Key-Inflection': 'kebab' };

/** "41 rows", once Persona has counted them. */
function rowsText(importer: IDataObject): string[] {
	const { successful, duplicate, error } = countsOf(importer);
	const rows = successful + duplicate + error;
	if (rows === 0 && (!isFinished(importer) || hasFailed(importer))) return [];
	return [rows === 1 ? '1 row' : `${rows} rows`];
}

/**
 * "2026-11-23 14:39 UTC · ready · 41 rows · account · mprt_…": what tells importers apart. The time is in UTC like the one in
 * the node's output. The editor cuts long names off, so the kind stands there without its path: "email address" for
 * `importer/list-item/email-address`.
 */
function nameOf(importer: IDataObject): string {
	const created = DateTime.fromISO(createdAtOf(importer) ?? '', { zone: 'utc' });
	const time = created.isValid ? [created.toFormat("yyyy-MM-dd HH:mm 'UTC'")] : [];
	const kind = String(importer.type).replace(/^.*\//, '').replace(/-/g, ' ');
	const parts = [...time, statusOf(importer), ...rowsText(importer), kind, importer.id];
	return parts.map(String).join(' · ');
}

/** Pages that are looked through at once for something that fits; what comes after them is for the next scroll. */
const MOST_PAGES = 10;
/** Longest wait for the rate limit between two of them, in milliseconds. */
const LONGEST_PACE = 500;

/** A list that a resource locator shows. */
interface Listed {
	path: string;
	query?: Record<string, string>;
	/** What a user can act on, for some HTTP statuses. */
	statusMessages?: Readonly<Record<number, StatusMessage>>;
	/** How an object is shown, or nothing for one that is not. */
	entryOf: (object: IDataObject) => INodeListSearchItems | undefined;
}

/**
 * Looks through a list page by page until something fits; Persona itself searches in none.
 *
 * @param filter what was typed into the search field; it is looked for in the names
 * @param paginationToken the ID after which the first page begins
 */
async function searchPages(
	context: ILoadOptionsFunctions,
	{ path, query = {}, statusMessages, entryOf }: Listed,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const client = await PersonaClient.open(context);
	const wanted = filter.trim().toLowerCase();
	let results: INodeListSearchItems[] = [];
	let after = paginationToken;
	for (let pages = 0; pages < MOST_PAGES && results.length === 0; pages++) {
		if (client.dueIn > LONGEST_PACE) break;
		const list = { path, headers: HEADERS, query };
		const asked = { size: LARGEST_PAGE, after, maxWait: NO_WAIT };
		const page = await fetchPage(client, list, asked, { statusMessages });
		results = page.objects
			.map(entryOf)
			.filter((entry) => entry !== undefined)
			.filter(({ name }) => name.toLowerCase().includes(wanted));
		after = page.next;
		if (after === undefined) break;
	}
	return { results, paginationToken: after };
}

/** The importers for the resource locator, the newest first. */
export async function searchImporters(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const entryOf = (importer: IDataObject) => ({
		name: nameOf(importer),
		value: String(importer.id),
	});
	return await searchPages(this, { path: '/importers', entryOf }, filter, paginationToken);
}

const LIST_SEARCH_STATUS_MESSAGES: Readonly<Record<number, StatusMessage>> = {
	403: {
		message: 'Persona does not show lists to this API key (HTTP 403)',
		help: "In the Persona dashboard, give the key the permission to read lists. Or set 'List' to By ID.",
		cause: 'configuration-invalid',
	},
};

function listEntry({ id, attributes }: IDataObject): INodeListSearchItems {
	const name = (attributes as IDataObject | undefined)?.name;
	return { name: [name, id].filter(Boolean).map(String).join(' · '), value: String(id) };
}

/** The lists for the resource locator: those that are active and of the type chosen in 'List Type'. */
export async function searchLists(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const listType = (this.getCurrentNodeParameter('listType') ?? 'emailAddress') as ListType;
	const { listType: type } = LIST_ITEM_IMPORTS[listType];
	const lists: Listed = {
		path: '/lists',
		query: { 'filter[status]': 'active' },
		statusMessages: LIST_SEARCH_STATUS_MESSAGES,
		entryOf: (list) => (list.type === type ? listEntry(list) : undefined),
	};
	return await searchPages(this, lists, filter, paginationToken);
}
