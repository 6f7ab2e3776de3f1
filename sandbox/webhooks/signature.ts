import { createHmac } from 'node:crypto';

/** What can be wrong with a request that says it comes from Persona. */
export type Flaw =
	/** No `Persona-Signature`. */
	| 'unsigned'
	/** Signed with a secret that the webhook does not have. */
	| 'wrongSecret'
	/** Signed over the body alone, as several public examples do. */
	| 'withoutTime'
	/** Signed an hour ago: a request that somebody recorded. */
	| 'old'
	/** Signed an hour from now. */
	| 'early'
	/** Another body than the one that was signed. */
	| 'changedBody';

const HOUR = 3600;

const hmac = (secret: string, text: string) =>
	createHmac('sha256', secret).update(text).digest('hex');

/**
 * `Persona-Signature`: a set for each secret, separated by spaces.
 *
 * Source: Persona's documentation, Webhook Best Practices.
 *
 * @param now milliseconds since 1970
 */
export function signatureHeader(
	body: string,
	secrets: readonly string[],
	now: number,
	flaw?: Flaw,
): string {
	const shift = flaw === 'old' ? -HOUR : flaw === 'early' ? HOUR : 0;
	const time = Math.floor(now / 1000) + shift;
	const usable = flaw === 'wrongSecret' ? secrets.map(() => 'wbhsec_unknown') : secrets;
	const signed = flaw === 'withoutTime' ? body : `${String(time)}.${body}`;
	return usable.map((secret) => `t=${String(time)},v1=${hmac(secret, signed)}`).join(' ');
}
