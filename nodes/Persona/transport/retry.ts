import { cancelSignalOf, type RequestContext } from './cancel';
import { clock, wait } from './clock';
import { isTransient, resetIn, wasNotCarriedOut, type HttpResult } from './outcome';
import { sendOnce, type PersonaRequest } from './request';

/** Waits before the second, third … attempt, in milliseconds. Source: Persona's documentation on errors. */
const BACKOFF = [5_000, 10_000, 20_000, 40_000];
/** Share of a wait that is added by chance, so that parallel executions do not come back together. */
const JITTER = 0.25;
/** Most that one request may spend waiting unless it says otherwise, in milliseconds. */
const LONGEST_TOTAL_WAIT = 150_000;

/** How a request ended after all its attempts. */
export interface SendResult {
	result: HttpResult;
	/** Whether nobody can say if Persona carried it out: an attempt may have got through before its answer was lost. */
	uncertain: boolean;
}

function waitBefore(attempt: number, result: HttpResult): number {
	const reset = 'status' in result && result.status === 429 ? resetIn(result) : undefined;
	if (reset !== undefined) return reset + clock.random() * 1000;
	return BACKOFF[attempt]! * (1 + JITTER * clock.random());
}

/**
 * Sends a request until Persona gives an answer that will last: after a broken connection, a time-out, 408, 429 and 5xx it
 * tries again with the same bytes and the same key.
 *
 * @param repeatable false when a second attempt could do the work twice: then only what was certainly not carried out is
 * tried again
 * @param maxWait most that may be spent waiting between attempts, in milliseconds
 * @throws the cancel signal's reason
 */
export async function sendWithRetries(
	context: RequestContext,
	baseUrl: string,
	request: PersonaRequest,
	repeatable: boolean,
	maxWait = LONGEST_TOTAL_WAIT,
): Promise<SendResult> {
	let waited = 0;
	let uncertain = false;
	for (let attempt = 0; ; attempt++) {
		const result = await sendOnce(context, baseUrl, request);
		uncertain ||= !wasNotCarriedOut(result);
		if (!isTransient(result) || attempt >= BACKOFF.length) return { result, uncertain };
		if (!repeatable && uncertain) return { result, uncertain };
		const pause = waitBefore(attempt, result);
		if (waited + pause > maxWait) return { result, uncertain };
		waited += pause;
		await wait(pause, cancelSignalOf(context));
	}
}
