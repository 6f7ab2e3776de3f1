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
 * The key under which the same content goes again after Persona refused it for good. Persona repeats a saved refusal to its
 * key for 24 hours, even when the reason is gone; where the refusal proves that nothing was imported, another key is safe.
 *
 * @param key the content's own key, which is that of generation 0
 * @param generation how many of its keys were refused in this way; what is not a whole number above 0 counts as 0
 */
export function keyOfGeneration(key: string, generation: number): string {
	return Number.isSafeInteger(generation) && generation > 0 ? `${key}-g${generation}` : key;
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
	 * Makes the key of one part. To be called once for each part of a run, in their order.
	 *
	 * @param label number of the part; halves of a part that was too large add their own, as in `2.1`
	 * @param generationOf in mode `content`, how often the key that it is given was refused for good; see {@link keyOfGeneration}
	 * @returns the key, or undefined in mode `none`
	 */
	keyFor(
		request: KeyedRequest,
		label: string,
		generationOf: (key: string) => number = () => 0,
	): string | undefined {
		if (this.mode === 'none') return undefined;
		if (this.mode === 'custom') return `${this.scope}-${label}`;
		const key = this.partKey(request);
		return this.mode === 'content' ? keyOfGeneration(key, generationOf(key)) : key;
	}

	private partKey(request: KeyedRequest): string {
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
