import type { IDataObject } from 'n8n-workflow';

import type { PersonaClient } from './client';
import type { ErrorContext } from './errors';
import { fetchAll } from './paginate';

/**
 * Most reference IDs in one request. One fewer than a page holds: as long as no ID has several accounts, the page is then
 * shorter than asked for, and no request is spent on finding out that there is no other.
 */
const MOST_IDS = 99;
/** Longest list of reference IDs in an address, percent-encoded; with the rest the address stays below 2,000 characters. */
const LONGEST_LIST = 1_800;

function encodedLength(referenceId: string): number {
	return encodeURIComponent(referenceId).length;
}

/**
 * Whether accounts can be looked up by this reference ID. Persona takes several in one parameter, separated by commas, so
 * one that holds a comma could stand for two.
 *
 * Source: `filter[reference-id]` in Persona's OpenAPI, `paths/accounts.yaml`.
 */
export function canBeLookedUp(referenceId: string): boolean {
	const id = referenceId.trim();
	return id !== '' && !id.includes(',') && encodedLength(id) <= LONGEST_LIST;
}

function* requestsFor(referenceIds: Iterable<string>): Generator<string[]> {
	let ids: string[] = [];
	let length = 0;
	for (const id of referenceIds) {
		const added = encodedLength(id) + encodedLength(',');
		if (ids.length > 0 && (ids.length === MOST_IDS || length + added > LONGEST_LIST)) {
			yield ids;
			ids = [];
			length = 0;
		}
		ids.push(id);
		length += added;
	}
	if (ids.length > 0) yield ids;
}

/**
 * Finds the accounts that have one of these reference IDs: of each account the ID and the reference ID, nothing else,
 * unless another fieldset is given.
 * Persona's list, unlike its search, shows an account as soon as it exists.
 *
 * @param referenceIds each once, and only such as can be looked up
 * @yields what one request after the other brings, so that it is not lost when a later one does not get through
 * @throws NodeApiError for any answer that is not a page, and the cancel signal's reason
 */
export async function* lookUpAccounts(
	client: PersonaClient,
	referenceIds: Iterable<string>,
	headers: Record<string, string>,
	errorContext: ErrorContext,
	fieldset: Record<string, string> = { 'fields[account]': 'reference-id' },
): AsyncGenerator<IDataObject[]> {
	for (const ids of requestsFor(referenceIds)) {
		const query = { 'filter[reference-id]': ids.join(','), ...fieldset };
		const list = { path: '/accounts', headers: { ...headers, 'Key-Inflection': 'kebab' }, query };
		yield await fetchAll(client, list, Infinity, { ...errorContext, values: () => ids });
	}
}
