import { cancelSignalOf, type RequestContext } from './cancel';
import { clock, wait } from './clock';
import { isResponse, isTransient, wasNotCarriedOut, type HttpResult } from './outcome';
import { bodyTime, sendOnce, type PersonaRequest } from './request';
import { comeBackIn, dateOf } from './waits';

/** Waits before the second, third … attempt, in milliseconds. Source: Persona's documentation on errors. */
const BACKOFF = [5_000, 10_000, 20_000, 40_000];
/** Share of a wait that is added by chance, so that parallel executions do not come back together. */
const JITTER = 0.25;
/** Most that is added by chance to a wait that Persona asked for, in milliseconds. */
const LONGEST_JITTER = 1_000;
/**
 * After this long no further attempt begins unless the caller says otherwise, in milliseconds. With the time-out of the last
 * attempt an upload takes 220 s at most, and twice what its body takes at 1 Mbit/s: 236 s for a file of 1 MB, which is less
 * than the 300 s after which n8n Cloud has been seen to end an execution.
 */
export const LAST_ATTEMPT = 120_000;

/** How a request ended after all its attempts. */
export interface SendResult {
	result: HttpResult;
	/** Whether nobody can say if Persona carried it out: an attempt may have got through before its answer was lost. */
	uncertain: boolean;
	/**
	 * The earliest moment at which Persona can have seen the first attempt, by Persona's own clock where its answer tells
	 * the time; in milliseconds since 1970.
	 */
	began?: number;
}

/** Response dates have whole seconds, and another server may have written them. */
const DATE_MARGIN = 5_000;
/** How far this machine's clock may be off where an answer does not tell the time. */
const CLOCK_MARGIN = 60_000;

function beganBefore(result: HttpResult, elapsed: number): number {
	const date = isResponse(result) ? dateOf(result) : undefined;
	const answered = date === undefined ? Date.now() - CLOCK_MARGIN : date - DATE_MARGIN;
	return answered - elapsed;
}

function waitBefore(attempt: number, result: HttpResult): number {
	const asked = isResponse(result) ? comeBackIn(result) : undefined;
	const backoff = BACKOFF[attempt]! * (1 + JITTER * clock.random());
	return asked === undefined ? backoff : Math.max(backoff, asked + LONGEST_JITTER * clock.random());
}

/**
 * Sends a request until Persona gives an answer that will last: after a broken connection, a time-out, 408, 429 and 5xx it
 * tries again with the same bytes and the same key.
 *
 * @param repeatable false when a second attempt could do the work twice: then only what was certainly not carried out is
 * tried again
 * @param maxWait after this long no further attempt begins, in milliseconds; time that a large body takes is not counted
 * @param spent how much of that has passed already
 * @throws the cancel signal's reason
 */
export async function sendWithRetries(
	context: RequestContext,
	baseUrl: string,
	request: PersonaRequest,
	repeatable: boolean,
	maxWait = LAST_ATTEMPT,
	spent = 0,
): Promise<SendResult> {
	const start = clock.now();
	const latest = start - spent + maxWait + bodyTime(request);
	let uncertain = false;
	for (let attempt = 0; ; attempt++) {
		const result = await sendOnce(context, baseUrl, request);
		uncertain ||= !wasNotCarriedOut(result);
		const ended = { result, uncertain, began: beganBefore(result, clock.now() - start) };
		if (!isTransient(result) || attempt >= BACKOFF.length) return ended;
		if (!repeatable && uncertain) return ended;
		const pause = waitBefore(attempt, result);
		if (clock.now() + pause > latest) return ended;
		await wait(pause, cancelSignalOf(context));
	}
}
