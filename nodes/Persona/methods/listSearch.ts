import { DateTime } from 'luxon';
import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { createdAtOf, statusOf } from '../import/importer';
import { PersonaClient } from '../transport/client';
import { fetchPage, LARGEST_PAGE } from '../transport/paginate';
import { DEFAULT_PERSONA_VERSION } from '../transport/version';

// Somebody is looking at the list while it loads, so nothing is tried a second time.
const NO_PATIENCE = 0;

/** "2026-11-23 14:39 · ready · account · mprt_…": what tells importers apart, the newest first as Persona lists them. */
function nameOf(importer: IDataObject, zone: string): string {
	const created = DateTime.fromISO(createdAtOf(importer) ?? '', { zone });
	const kind = String(importer.type).replace(/^importer\//, '');
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
	const headers = { 'Persona-Version': DEFAULT_PERSONA_VERSION, 'Key-Inflection': 'kebab' };
	const page = await fetchPage(
		client,
		{ path: '/importers', headers, query: {} },
		{ size: LARGEST_PAGE, after: paginationToken, patience: NO_PATIENCE },
		{},
	);
	const wanted = filter?.trim().toLowerCase() ?? '';
	const results = page.objects
		.map((importer) => ({ name: nameOf(importer, this.getTimezone()), value: String(importer.id) }))
		.filter(({ name }) => name.toLowerCase().includes(wanted));
	return { results, paginationToken: page.next };
}
