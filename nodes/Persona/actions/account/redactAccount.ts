import { attributeOf } from '../../pipeline/importer';
import { objectBody, type Fetched, type PersonaClient } from '../../transport/client';
import { requestIdOf } from '../../transport/errors';
import { isOfPersona, isResponse, type HttpResult } from '../../transport/outcome';
import type { SendResult } from '../../transport/retry';
import { accountPath } from './accounts';

export type RedactOutcome = 'redacted' | 'wouldRedact' | 'alreadyRedacted' | 'notFound' | 'failed';

/** What is known about an account; null where nothing is. */
export interface SeenAccount {
	outcome: RedactOutcome;
	referenceId: string | null;
	/** As Persona writes it. */
	redactedAt: string | null;
	requestId: string | null;
}

/** All that is asked for: nothing personal comes with an answer. */
export const REDACTION_FIELDS = { 'fields[account]': 'reference-id,redacted-at' };

/** Silence that a redaction may take, in milliseconds. */
const TIMEOUT = 30_000;

export const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);

const requestFor = (id: string, headers: Record<string, string>): Fetched => ({
	path: accountPath(id),
	headers,
	query: REDACTION_FIELDS,
});

/**
 * What an answer shows of an account.
 *
 * @param outcomeOf from the time of redaction, null for none
 * @returns undefined for an answer that is not about this account, such as a 404 of a proxy in front of Persona
 */
function seenIn(
	result: HttpResult,
	id: string,
	outcomeOf: (redactedAt: string | null) => RedactOutcome,
): SeenAccount | undefined {
	const requestId = requestIdOf(result) ?? null;
	if (isResponse(result) && result.status === 404 && isOfPersona(result)) {
		return { outcome: 'notFound', referenceId: null, redactedAt: null, requestId };
	}
	const account = objectBody(result)?.data;
	if (account?.id !== id) return undefined;
	const redactedAt = textOrNull(attributeOf(account, 'redactedAt'));
	const referenceId = textOrNull(attributeOf(account, 'referenceId'));
	return { outcome: outcomeOf(redactedAt), referenceId, redactedAt, requestId };
}

/**
 * Looks whether an account is redacted, and changes nothing.
 *
 * @param maxWait see {@link PersonaClient.send}
 * @returns what was seen, or how the request ended
 * @throws the cancel signal's reason
 */
export async function lookAtAccount(
	client: PersonaClient,
	id: string,
	headers: Record<string, string>,
	maxWait?: number,
): Promise<SeenAccount | SendResult> {
	const result = await client.fetch(requestFor(id, headers), maxWait);
	const seen = seenIn(result, id, (redactedAt) =>
		redactedAt === null ? 'wouldRedact' : 'alreadyRedacted',
	);
	return seen ?? { result, uncertain: false };
}

/**
 * Redacts one account. That may be tried as often as needed: Persona answers 409 from the second time on, and in its older
 * versions the same with the account in place of an error. So a conflict is judged by the account itself, which counts as
 * redacted by this call when an attempt before may have got through, and it happened since.
 *
 * Source: `DELETE /accounts/{account-id}` in Persona's OpenAPI.
 *
 * @param maxWait see {@link PersonaClient.send}
 * @returns what became of it, or how the request ended
 * @throws the cancel signal's reason
 */
export async function redactAccount(
	client: PersonaClient,
	id: string,
	headers: Record<string, string>,
	maxWait?: number,
): Promise<SeenAccount | SendResult> {
	const request = { ...requestFor(id, headers), method: 'DELETE', timeout: TIMEOUT } as const;
	const sent = await client.send(request, true, maxWait);
	const { result, uncertain, began = Infinity } = sent;
	if (!isResponse(result) || result.status !== 409) {
		return seenIn(result, id, () => 'redacted') ?? sent;
	}
	const seen = await lookAtAccount(client, id, headers, maxWait);
	if (!('outcome' in seen) || seen.redactedAt === null) return sent;
	const isOfThisCall = uncertain && Date.parse(seen.redactedAt) >= began;
	return isOfThisCall ? { ...seen, outcome: 'redacted' } : seen;
}
