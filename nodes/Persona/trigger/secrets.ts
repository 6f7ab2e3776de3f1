import type { IDataObject } from 'n8n-workflow';

/** A secret of a webhook. While one is rotated, the old one has a time at which it ends. */
export interface Secret {
	value: string;
	/** ISO 8601. */
	expiresAt: string | null;
}

/**
 * The secrets in a webhook object as Persona returns it for one webhook; lists of webhooks have none.
 *
 * Source: `webhook-with-secret` in Persona's OpenAPI. `secret` is deprecated there.
 */
export function secretsIn({ attributes }: IDataObject): Secret[] {
	const { secrets, secret } = (attributes ?? {}) as IDataObject;
	const found = Array.isArray(secrets) ? (secrets as (IDataObject | null)[]) : [];
	const all = found.flatMap((entry) => {
		const { value, 'expires-at': end } = entry ?? {};
		if (typeof value !== 'string' || value === '') return [];
		return [{ value, expiresAt: typeof end === 'string' ? end : null }];
	});
	if (all.length > 0 || typeof secret !== 'string' || secret === '') return all;
	return [{ value: secret, expiresAt: null }];
}

/** Those that are valid now. @param now milliseconds since 1970 */
export function validSecrets(secrets: readonly Secret[], now: number): string[] {
	return secrets
		.filter(({ expiresAt }) => expiresAt === null || !(Date.parse(expiresAt) <= now))
		.map(({ value }) => value);
}
