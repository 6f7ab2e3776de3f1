import { ApiError, type Answer } from './answer';

/** How long a key is kept (docs.withpersona.com/idempotence). */
const LIFE_MILLISECONDS = 24 * 60 * 60 * 1000;

/** An answer together with the Request-Id that it was first sent with. */
export interface SavedAnswer extends Answer {
	requestId: string;
}

interface Entry {
	fingerprint: string;
	createdAt: number;
	answer: SavedAnswer;
}

/** Saved answers by Idempotency-Key, as docs.withpersona.com/idempotence describes them. */
export class IdempotencyKeys {
	private readonly entries = new Map<string, Entry>();

	constructor(private readonly now: () => number) {}

	/**
	 * Runs a request once per key and API key, and saves its answer whatever its status. A later
	 * request with the same fingerprint gets that answer. Throws the documented 400 for another one.
	 */
	once(
		apiKey: string,
		key: string,
		fingerprint: string,
		run: () => SavedAnswer,
	): { answer: SavedAnswer; replay: boolean } {
		const scoped = `${apiKey} ${key}`;
		const saved = this.entries.get(scoped);
		if (saved === undefined || this.now() - saved.createdAt >= LIFE_MILLISECONDS) {
			const answer = run();
			this.entries.set(scoped, { fingerprint, createdAt: this.now(), answer });
			return { answer, replay: false };
		}
		if (saved.fingerprint !== fingerprint) throw mismatch(key);
		return { answer: saved.answer, replay: true };
	}

	/** Forgets every key. */
	clear(): void {
		this.entries.clear();
	}
}

function mismatch(key: string): ApiError {
	const details = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
	return new ApiError(400, 'Idempotency error', details);
}
