import { createHash } from 'crypto';

/** Events by the hour in which they came; each value is a string of digests of the same length, one after the other. */
export type SeenByHour = Record<string, string>;

/**
 * How long an event may come again, in hours: Persona tries up to seven more times, the last one 184,822 s after the first,
 * each with a wait of its own before it.
 *
 * Source: Persona's documentation on webhooks, Retry Logic: about 3, 64, 729, 4,096, 15,625, 46,656 and 117,649 s.
 */
export const RETRY_HOURS = 52;

/** Most events that are remembered: 80 kB, which n8n writes to its database with each event. */
export const MOST_SEEN = 10_000;

/** Characters of a digest: 48 bits, so that two of 10,000 events are mixed up once in 30 billion events. */
const DIGEST_LENGTH = 8;

const HOUR = 3_600_000;

const hourOf = (now: number) => Math.floor(now / HOUR);

/** What stands for an event among those seen. */
export function digestOf(eventId: string): string {
	return createHash('sha256').update(eventId).digest('base64url').slice(0, DIGEST_LENGTH);
}

function* digestsIn(digests: string): Generator<string> {
	for (let at = 0; at + DIGEST_LENGTH <= digests.length; at += DIGEST_LENGTH) {
		yield digests.slice(at, at + DIGEST_LENGTH);
	}
}

/**
 * The events that came during the time in which Persona may send them again, at most {@link MOST_SEEN}: of more, the oldest
 * are forgotten.
 */
export class SeenEvents {
	/** The hour in which each came, the oldest first. */
	private readonly hours = new Map<string, number>();

	has(digest: string): boolean {
		return this.hours.has(digest);
	}

	/** @param now milliseconds since 1970 */
	add(digest: string, now: number): void {
		this.put(digest, hourOf(now));
		this.forget(now);
	}

	/** Adds what {@link toStored} gave, here or in another process; whatever else stands there is left out. */
	addStored(stored: unknown, now: number): void {
		if (typeof stored !== 'object' || stored === null) return;
		for (const [hour, digests] of Object.entries(stored)) {
			if (!/^\d+$/.test(hour) || typeof digests !== 'string') continue;
			for (const digest of digestsIn(digests)) this.put(digest, Number(hour));
		}
		this.forget(now);
	}

	/**
	 * All of them in a form that takes little room.
	 *
	 * @param further one that is to be stored along with them, although it is not known yet whether it is handled
	 */
	toStored(further: string, now: number): SeenByHour {
		const lists = new Map<number, string[]>();
		for (const [digest, hour] of [...this.hours, [further, hourOf(now)] as const]) {
			const list = lists.get(hour);
			if (list === undefined) lists.set(hour, [digest]);
			else list.push(digest);
		}
		return Object.fromEntries([...lists].map(([hour, list]) => [String(hour), list.join('')]));
	}

	private put(digest: string, hour: number): void {
		if (!this.hours.has(digest)) this.hours.set(digest, hour);
	}

	private forget(now: number): void {
		const oldest = hourOf(now) - RETRY_HOURS;
		for (const [digest, hour] of this.hours) {
			if (hour >= oldest && this.hours.size <= MOST_SEEN) return;
			this.hours.delete(digest);
		}
	}
}
