import type { HttpResponse } from './outcome';

const SECOND = 1000;

/** Milliseconds until the rate limit window resets. Persona's header gives seconds from now, not a point in time. */
export function resetIn({ headers }: HttpResponse): number | undefined {
	const seconds = Number(headers['ratelimit-reset'] ?? NaN);
	return Number.isFinite(seconds) && seconds >= 0 ? seconds * SECOND : undefined;
}

/** The moment at which an answer was given, by the clock of who gave it; in milliseconds since 1970. */
export function dateOf({ headers }: HttpResponse): number | undefined {
	const date = Date.parse(headers.date ?? '');
	return Number.isNaN(date) ? undefined : date;
}

/**
 * Milliseconds after which an answer asks to come back. Persona does not send this header; a gateway in front of it may,
 * as seconds or as a date.
 *
 * Source: RFC 9110, section 10.2.3.
 */
export function retryAfterIn(answer: HttpResponse): number | undefined {
	const text = (answer.headers['retry-after'] ?? '').trim();
	if (/^\d+$/.test(text)) return Number(text) * SECOND;
	const date = Date.parse(text);
	if (Number.isNaN(date) || !/[a-z]/i.test(text)) return undefined;
	return Math.max(0, date - (dateOf(answer) ?? Date.now()));
}

/** Milliseconds after which an answer that is only for the moment says to come back; undefined where it says nothing. */
export function comeBackIn(answer: HttpResponse): number | undefined {
	const asked = [retryAfterIn(answer), answer.status === 429 ? resetIn(answer) : undefined];
	const known = asked.filter((wait) => wait !== undefined);
	return known.length === 0 ? undefined : Math.max(...known);
}
