/** Persona's response, or whatever responded in its place. */
export interface HttpResponse {
	status: number;
	/** Parsed JSON where it was JSON, else text. */
	body: unknown;
	/** Names in lower case. */
	headers: Record<string, string | undefined>;
}

/** No response arrived; `code` is Node's name for the reason, such as ECONNRESET. */
export interface NoResponse {
	code: string;
}

/** How a request ended: with a response, or without one. */
export type HttpResult = HttpResponse | NoResponse;

/** Why no response arrived. */
export type NetworkReason =
	'hostNotFound' | 'unreachable' | 'certificate' | 'timeout' | 'connectionLost';

interface NetworkCause {
	codes: RegExp;
	reason: NetworkReason;
	/** Whether the request may have reached Persona. */
	mayHaveArrived: boolean;
	/** Whether another attempt may end differently. */
	transient: boolean;
}

/** What Node's and OpenSSL's codes mean; the first entry that fits counts. */
const NETWORK_CAUSES: readonly NetworkCause[] = [
	{
		codes: /^(ENOTFOUND|ERR_INVALID_URL)$/,
		reason: 'hostNotFound',
		mayHaveArrived: false,
		transient: false,
	},
	{ codes: /^EAI_AGAIN$/, reason: 'hostNotFound', mayHaveArrived: false, transient: true },
	{
		codes: /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/,
		reason: 'unreachable',
		mayHaveArrived: false,
		transient: true,
	},
	{
		codes: /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_|EPROTO)/,
		reason: 'certificate',
		mayHaveArrived: false,
		transient: false,
	},
	{
		codes: /^(ECONNABORTED|ETIMEDOUT|ERR_CANCELED)$/,
		reason: 'timeout',
		mayHaveArrived: true,
		transient: true,
	},
	{ codes: /^/, reason: 'connectionLost', mayHaveArrived: true, transient: true },
];

function networkCauseOf({ code }: NoResponse): NetworkCause {
	return NETWORK_CAUSES.find(({ codes }) => codes.test(code))!;
}

export function networkReasonOf(result: NoResponse): NetworkReason {
	return networkCauseOf(result).reason;
}

export function isResponse(result: HttpResult): result is HttpResponse {
	return 'status' in result;
}

export function isSuccess(result: HttpResult): result is HttpResponse {
	return isResponse(result) && result.status >= 200 && result.status < 300;
}

/** Whether the same request may end differently a little later. */
export function isTransient(result: HttpResult): boolean {
	if (!isResponse(result)) return networkCauseOf(result).transient;
	return result.status === 408 || result.status === 429 || result.status >= 500;
}

/** Whether it is certain that Persona did not carry out this attempt. */
export function wasNotCarriedOut(result: HttpResult): boolean {
	if (!isResponse(result)) return !networkCauseOf(result).mayHaveArrived;
	return result.status >= 300 && result.status < 500 && result.status !== 408;
}

/** Whether another upload right after this one would end the same way, whatever it holds. */
export function wouldAffectNextUpload(result: HttpResult): boolean {
	return !isResponse(result) || result.status === 401 || isTransient(result);
}

/** Whether the file has to be smaller. */
export function isTooLarge(result: HttpResult): boolean {
	return isResponse(result) && result.status === 413;
}

/** Milliseconds until the rate limit window resets. Persona's header gives seconds from now, not a point in time. */
export function resetIn({ headers }: HttpResponse): number | undefined {
	const seconds = Number(headers['ratelimit-reset'] ?? NaN);
	return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
