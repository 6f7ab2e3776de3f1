import { ApiError } from './answer';

/** The state of the window, as the headers and `GET /rate-limits` report it. */
export interface RateLimitState {
	limit: number;
	remaining: number;
	/** Seconds until the window ends, as documented: a duration, not a time. */
	secondsToReset: number;
}

/**
 * Counts the requests of the environment in windows that start at their first request
 * (docs.withpersona.com/rate-limiting).
 */
export class RateLimiter {
	private windowStart = Number.NEGATIVE_INFINITY;
	private count = 0;

	constructor(
		private readonly limit: number,
		private readonly windowSeconds: number,
		private readonly now: () => number,
	) {}

	/** Counts one request. Returns false, and counts nothing, when the window is used up. */
	admit(): boolean {
		const now = this.now();
		if (now - this.windowStart >= this.windowSeconds * 1000) {
			this.windowStart = now;
			this.count = 0;
		}
		if (this.count >= this.limit) return false;
		this.count += 1;
		return true;
	}

	/** The state after the last `admit`. */
	state(): RateLimitState {
		const millisecondsLeft = this.windowStart + this.windowSeconds * 1000 - this.now();
		return {
			limit: this.limit,
			remaining: this.limit - this.count,
			secondsToReset: Math.max(0, Math.ceil(millisecondsLeft / 1000)),
		};
	}

	/** Forgets the window. */
	reset(): void {
		this.windowStart = Number.NEGATIVE_INFINITY;
		this.count = 0;
	}
}

/** The documented 429. */
export function rateLimitExceeded(limit: number): ApiError {
	const details = `You have hit your rate limit of ${String(limit)} requests / min. Please reach out to support@withpersona.com if you need this changed.`;
	return new ApiError(429, 'Rate limit exceeded', details);
}
