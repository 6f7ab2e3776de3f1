import type { NoResponse } from './outcome';

/** What is read of an error, whatever its class: n8n wraps an axios error, which wraps one of Node. */
interface AnyError {
	code?: unknown;
	syscall?: unknown;
	cause?: unknown;
	/** Of Node's AggregateError: one for each address that was tried. */
	errors?: unknown;
	/** Node's ClientRequest, as axios attaches it. */
	request?: { socket?: { secureConnecting?: unknown } | null } | null;
	/** n8n before 2.41 drops the cause. What it keeps is the code, under this name, and the texts. */
	httpCode?: unknown;
	messages?: unknown;
}

/** Longest chain of causes that is followed; an error may cause itself. */
const MOST_CAUSES = 8;

function chainOf(error: unknown): AnyError[] {
	const chain: AnyError[] = [];
	for (
		let at: unknown = error;
		typeof at === 'object' && at !== null && chain.length < MOST_CAUSES;
		at = (at as AnyError).cause
	) {
		chain.push(at);
	}
	return chain;
}

function textsOf({ messages }: AnyError): string[] {
	return Array.isArray(messages) ? messages.filter((text) => typeof text === 'string') : [];
}

/** Whether looking up the host or connecting to it is what did not succeed. */
function failedToConnect(error: AnyError): boolean {
	if (Array.isArray(error.errors) && error.errors.length > 0) {
		return (error.errors as (AnyError | null)[]).every((one) => one?.syscall === 'connect');
	}
	if (error.syscall === 'connect' || error.syscall === 'getaddrinfo') return true;
	return textsOf(error).some((text) => /^(connect|getaddrinfo) [A-Z_]+\b/.test(text));
}

/**
 * Node sends no byte of a request before TLS is set up, and leaves this flag on when it never was.
 *
 * Source: `secureConnecting` in Node's `lib/_tls_wrap.js`.
 */
function failedInHandshake({ request }: AnyError): boolean {
	return request?.socket?.secureConnecting === true;
}

/** Reads from whatever a request threw why no response arrived, and how far the request had come where that is known. */
export function noResponseFrom(error: unknown): NoResponse {
	const chain = chainOf(error);
	const codes = [...chain.map(({ code }) => code), ...chain.map(({ httpCode }) => httpCode)];
	const code = codes.find((one) => typeof one === 'string' && /^[A-Z]/.test(one));
	const named = { code: typeof code === 'string' ? code : 'UNKNOWN' };
	if (chain.some(failedToConnect)) return { ...named, stage: 'connect' };
	return chain.some(failedInHandshake) ? { ...named, stage: 'handshake' } : named;
}
