import { clock, wait } from './clock';
import type { RequestContext } from './context';
import { sendOnce, type HttpResponse, type HttpResult, type PersonaRequest } from './request';

/** Waits before the second, third … attempt, in milliseconds. Source: Persona's documentation on errors. */
const BACKOFF = [5_000, 10_000, 20_000, 40_000];
/** Share of a wait that is added by chance, so that parallel executions do not come back together. */
const JITTER = 0.25;
/** Most that one request may spend waiting unless it says otherwise, in milliseconds. */
const LONGEST_TOTAL_WAIT = 150_000;

/** Reasons that mean: the request never left, and it will not leave the next time either. */
const HOPELESS =
	/^(ENOTFOUND|ERR_INVALID_URL|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_|EPROTO)/;
/** Reasons that mean: no connection came about, so nothing was sent. */
const NEVER_SENT = /^(ECONNREFUSED|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/;

/** How a request ended after all its attempts. */
export interface SendResult {
	outcome: HttpResult;
	/** Whether nobody can say if Persona carried it out: an attempt may have got through before its answer was lost. */
	uncertain: boolean;
}

/** Whether it is certain that Persona did not carry this attempt out. */
function wasNotCarriedOut(outcome: HttpResult): boolean {
	if ('code' in outcome) return NEVER_SENT.test(outcome.code) || HOPELESS.test(outcome.code);
	return outcome.status >= 300 && outcome.status < 500 && outcome.status !== 408;
}

/** Whether the same request may get another answer a little later. */
export function isTransient(outcome: HttpResult): boolean {
	if ('code' in outcome) return !HOPELESS.test(outcome.code);
	return outcome.status === 408 || outcome.status === 429 || outcome.status >= 500;
}

/** Whether another request right after this one would end the same way, whatever it holds. */
export function wouldAffectNextUpload(outcome: HttpResult): boolean {
	return 'code' in outcome || outcome.status === 401 || isTransient(outcome);
}

/** Seconds until the rate limit window resets, in milliseconds. Persona's header is a span, not a point in time. */
export function resetIn(answer: HttpResponse): number | undefined {
	const seconds = Number(answer.headers['ratelimit-reset'] ?? NaN);
	return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

function waitBefore(attempt: number, outcome: HttpResult): number {
	const reset = 'status' in outcome && outcome.status === 429 ? resetIn(outcome) : undefined;
	if (reset !== undefined) return reset + clock.random() * 1000;
	return BACKOFF[attempt]! * (1 + JITTER * clock.random());
}

/**
 * Sends a request until Persona gives an answer that will last: after a broken connection, a time-out, 408, 429 and 5xx it
 * tries again with the same bytes and the same key.
 *
 * @param repeatable false when a second attempt could do the work twice: then only what was certainly not carried out is
 * tried again
 * @param patience most that may be spent waiting between attempts, in milliseconds
 * @throws NodeOperationError when the execution is cancelled
 */
export async function sendWithRetries(
	context: RequestContext,
	baseUrl: string,
	request: PersonaRequest,
	repeatable: boolean,
	patience = LONGEST_TOTAL_WAIT,
): Promise<SendResult> {
	let waited = 0;
	let uncertain = false;
	for (let attempt = 0; ; attempt++) {
		const outcome = await sendOnce(context, baseUrl, request);
		uncertain ||= !wasNotCarriedOut(outcome);
		if (!isTransient(outcome) || attempt >= BACKOFF.length) return { outcome, uncertain };
		if (!repeatable && uncertain) return { outcome, uncertain };
		const pause = waitBefore(attempt, outcome);
		if (waited + pause > patience) return { outcome, uncertain };
		waited += pause;
		await wait(context, pause);
	}
}
