import { createHmac, type Hmac } from 'crypto';

/** Which requests count as the same one for Persona. */
export type IdempotencyMode = 'content' | 'execution' | 'custom' | 'none';

/** What is sent: its size in bytes, and what {@link ContentDigest} made of them. */
export interface DigestedContent {
	length: number;
	digest: string;
}

/** Everything that makes an import what it is. */
export interface KeyedRequest {
	url: string;
	query: Record<string, string>;
	headers: Record<string, string>;
	fields: Record<string, string>;
	fileName: string;
	content: DigestedContent;
}

/**
 * Makes the Idempotency-Key of each part of a run. Persona answers a repeated key with the saved result of the first
 * request, for at least 24 hours.
 */
export class IdempotencyKeys {
	private readonly seen = new Map<string, number>();

	/**
	 * @param secret the API key: it makes the digest useless for guessing what the rows hold
	 * @param scope the execution's ID for `execution`, the user's key for `custom`, else unused
	 */
	constructor(
		private readonly mode: IdempotencyMode,
		private readonly secret: string,
		private readonly scope: string,
	) {}

	/**
	 * @param label number of the part; halves of a part that was too large add their own, as in `2.1`
	 * @returns the key, or undefined in mode `none`
	 */
	keyFor(request: KeyedRequest, label: string): string | undefined {
		if (this.mode === 'none') return undefined;
		if (this.mode === 'custom') return `${this.scope}-${label}`;
		const digest = this.digest(request, this.mode === 'execution' ? this.scope : '');
		const repeats = this.seen.get(digest) ?? 0;
		this.seen.set(digest, repeats + 1);
		// Two parts of one run may hold the same bytes; each is an import of its own.
		return repeats === 0 ? digest : `${digest}-${repeats + 1}`;
	}

	private digest({ content, ...request }: KeyedRequest, scope: string): string {
		const sorted = (record: Record<string, string>) => Object.entries(record).sort();
		const { url, query, headers, fields, fileName } = request;
		const what = [scope, url, sorted(query), sorted(headers), sorted(fields), fileName];
		return createHmac('sha256', this.secret)
			.update(JSON.stringify([...what, content.length]))
			.update(content.digest)
			.digest('hex');
	}
}

/**
 * Digests content that arrives in pieces.
 *
 * @param secret see {@link IdempotencyKeys}
 */
export class ContentDigest {
	private readonly hmac: Hmac;
	private length = 0;

	constructor(secret: string) {
		this.hmac = createHmac('sha256', secret);
	}

	add(piece: Buffer): void {
		this.length += piece.length;
		this.hmac.update(piece);
	}

	/** Can be asked once. */
	finish(): DigestedContent {
		return { length: this.length, digest: this.hmac.digest('hex') };
	}
}
