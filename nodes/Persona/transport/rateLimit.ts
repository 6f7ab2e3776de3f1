import { clock, wait } from './clock';
import type { HttpResponse } from './outcome';
import { resetIn } from './waits';

/** Below this share of the limit the node slows down. Source: Persona's documentation on rate limits. */
const LOW_SHARE = 0.15;

/** Keeps the node from using up a rate limit that it shares with the customer's live traffic. */
export class RateLimitPacer {
	private nextAt = 0;

	/** Learns from the headers of an answer; where they are missing, nothing changes. */
	note(answer: HttpResponse): void {
		const limit = Number(answer.headers['ratelimit-limit'] ?? NaN);
		const remaining = Number(answer.headers['ratelimit-remaining'] ?? NaN);
		const reset = resetIn(answer);
		this.nextAt = 0;
		if (!(limit > 0) || Number.isNaN(remaining) || reset === undefined) return;
		if (remaining / limit < LOW_SHARE) this.nextAt = clock.now() + reset / (remaining + 1);
	}

	/** Milliseconds until the next request is due. */
	get dueIn(): number {
		return Math.max(0, this.nextAt - clock.now());
	}

	/** What Persona would say to a request that comes before the next one is due: its rate limit is used up. */
	get refusal(): HttpResponse {
		const headers = { 'ratelimit-reset': String(Math.ceil(this.dueIn / 1000)) };
		return { status: 429, body: undefined, headers };
	}

	/** Waits until the next request is due. */
	async keep(signal?: AbortSignal): Promise<void> {
		await wait(this.dueIn, signal);
	}
}
