import { ENVIRONMENT_ID, ORGANIZATION_ID } from '../choices';
import type { Fault } from '../faultTypes';
import type { State } from '../state';
import { ApiError } from './answer';
import { authenticate } from './authenticate';
import { rateLimitExceeded } from './rateLimit';

/** What is decided about a request before its body is read. */
export interface Admission {
	apiKey: string;
	/** The scripted fault that this request used up. */
	fault: Fault | undefined;
	/** Headers of every answer to it; none when it is not authenticated, as documented. */
	headers: Record<string, string>;
	/** 401 or 429, which come before the idempotency layer (docs.withpersona.com/errors). */
	refusal: ApiError | undefined;
}

function rateLimitHeaders(limit: number, remaining: number, secondsToReset: number) {
	return {
		'RateLimit-Limit': String(limit),
		'RateLimit-Remaining': String(remaining),
		'RateLimit-Reset': String(secondsToReset),
	};
}

function limitRequest(
	fault: Fault | undefined,
	{ rateLimiter }: State,
): Pick<Admission, 'headers' | 'refusal'> {
	if (fault?.kind === 'rateLimited') {
		const { limit } = rateLimiter.state();
		return {
			headers: rateLimitHeaders(limit, 0, fault.resetSeconds),
			refusal: rateLimitExceeded(limit),
		};
	}
	const isAdmitted = rateLimiter.admit();
	const { limit, remaining, secondsToReset } = rateLimiter.state();
	return {
		headers: rateLimitHeaders(limit, remaining, secondsToReset),
		refusal: isAdmitted ? undefined : rateLimitExceeded(limit),
	};
}

/** Authenticates a request, takes its fault and counts it against the rate limit, in this order. */
export function admit(
	authorization: string | undefined,
	{ method, path, requestId }: { method: string; path: string; requestId: string },
	state: State,
): Admission {
	let apiKey: string;
	try {
		apiKey = authenticate(authorization);
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		return { apiKey: '', fault: undefined, headers: {}, refusal: error };
	}
	const fault = state.faults.take(method, path);
	const { headers, refusal } = limitRequest(fault, state);
	const ids = {
		'Request-Id': requestId,
		'Persona-Environment-Id': ENVIRONMENT_ID,
		'Persona-Organization-Id': ORGANIZATION_ID,
	};
	return { apiKey, fault, headers: { ...headers, ...ids }, refusal };
}
