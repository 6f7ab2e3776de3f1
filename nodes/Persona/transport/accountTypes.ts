import type { IDataObject } from 'n8n-workflow';

import { objectBody, type PersonaClient } from './client';
import type { StatusMessage } from './messages';
import { isResponse } from './outcome';

const STATUS_MESSAGES: Readonly<Record<number, StatusMessage>> = {
	404: {
		message: 'Persona has no account type with this ID (HTTP 404)',
		help: "Check 'Account Type ID': it starts with acttp_, and the Persona dashboard shows it. A sandbox key cannot see what belongs to production, and a production key cannot see what belongs to the sandbox.",
		cause: 'configuration-invalid',
	},
};

/**
 * Fetches an account type with its fields.
 *
 * @param notes further sentences for the description of what it throws
 * @returns undefined where the API key may not read account types: keys that are older than this permission lack it
 * @throws NodeApiError for any other answer; the cancel signal's reason
 */
export async function fetchAccountType(
	client: PersonaClient,
	id: string,
	headers: Record<string, string>,
	notes: readonly string[] = [],
): Promise<IDataObject | undefined> {
	const path = `/account-types/${encodeURIComponent(id)}`;
	const result = await client.fetch({ path, headers, query: {} });
	const body = objectBody(result);
	if (body !== undefined) return body.data;
	if (isResponse(result) && result.status === 403) return undefined;
	throw client.errorFor(result, { statusMessages: STATUS_MESSAGES, notes });
}
