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
	/** What did not succeed, where that is known: then no byte of the request was sent. */
	stage?: 'connect' | 'handshake';
}

/** How a request ended: with a response, or without one. */
export type HttpResult = HttpResponse | NoResponse;

/** Why no response arrived. */
export type NetworkReason =
	'hostNotFound' | 'unreachable' | 'certificate' | 'encryption' | 'timeout' | 'connectionLost';

interface NetworkCause {
	codes: RegExp;
	/** The code means this only at this stage; where it is missing, at any. */
	stage?: NoResponse['stage'];
	reason: NetworkReason;
	/** Whether another attempt may end differently. */
	transient: boolean;
	/** Whether this cannot come up once bytes of the request were sent. */
	beforeSending?: true;
}

/** What Node's and OpenSSL's codes mean; the first entry that fits counts. */
const NETWORK_CAUSES: readonly NetworkCause[] = [
	{
		codes: /^(ENOTFOUND|ERR_INVALID_URL)$/,
		reason: 'hostNotFound',
		transient: false,
		beforeSending: true,
	},
	{ codes: /^EAI_AGAIN$/, reason: 'hostNotFound', transient: true, beforeSending: true },
	{ codes: /^ECONNREFUSED$/, reason: 'unreachable', transient: true, beforeSending: true },
	{ codes: /^/, stage: 'connect', reason: 'unreachable', transient: true },
	{
		// What Node finds out about a certificate, before it sends anything.
		codes:
			/^(CERT_|CRL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|INVALID_CA|PATH_LENGTH|HOSTNAME_|ERR_TLS_CERT_)/,
		reason: 'certificate',
		transient: false,
		beforeSending: true,
	},
	{ codes: /^(EPROTO|ERR_SSL_|ERR_TLS_)/, reason: 'encryption', transient: false },
	{ codes: /^(ECONNABORTED|ETIMEDOUT|ERR_CANCELED)$/, reason: 'timeout', transient: true },
	{ codes: /^/, reason: 'connectionLost', transient: true },
];

function networkCauseOf({ code, stage }: NoResponse): NetworkCause {
	return NETWORK_CAUSES.find(
		(cause) => cause.codes.test(code) && (cause.stage === undefined || cause.stage === stage),
	)!;
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
	if (isResponse(result)) {
		return result.status >= 300 && result.status < 500 && result.status !== 408;
	}
	return result.stage !== undefined || networkCauseOf(result).beforeSending === true;
}

/** Whether another upload right after this one would end the same way, whatever it holds. */
export function wouldAffectNextUpload(result: HttpResult): boolean {
	return !isResponse(result) || result.status === 401 || isTransient(result);
}

/** Whether the file has to be smaller. */
export function isTooLarge(result: HttpResult): boolean {
	if (!isResponse(result)) return false;
	return result.status === 413 || (result.status === 422 && saysTooLarge(result.body));
}

/** Whether the Idempotency-Key was used before for a request with other parameters. */
export function isKeyReused(result: HttpResult): boolean {
	return isResponse(result) && result.status === 400 && saysKeyWasReused(result.body);
}

/**
 * Whether Persona refused the request and repeats this refusal whenever the same Idempotency-Key comes again, for at least
 * 24 hours. 401 and 429 never reach the part of Persona that saves answers; 408 does not say what became of the request.
 *
 * Source: Persona's documentation on errors and on idempotence.
 */
export function wasSavedRefusal(result: HttpResult): boolean {
	if (!isResponse(result)) return false;
	const { status } = result;
	return status >= 400 && status < 500 && status !== 401 && status !== 408 && status !== 429;
}

/**
 * Whether a saved refusal proves that nothing was imported under its key, so that the same content may go again under
 * another one. It does not where an attempt before it may have got through, and not where the refusal is about the key
 * itself: a reused key was accepted with other parameters, and a conflict may be with the same upload, still running in
 * another execution. And it does not where the answer may be a firewall's, given in place of what Persona said.
 */
export function nothingWasImported(sent: { result: HttpResult; uncertain: boolean }): boolean {
	const { result, uncertain } = sent;
	if (uncertain || !wasSavedRefusal(result) || isKeyReused(result)) return false;
	return isResponse(result) && result.status !== 409 && isOfPersona(result);
}

/** Whether only Persona can have given an answer: it has its list of errors, and the ID that it gives to each request. */
export function isOfPersona({ body, headers }: HttpResponse): boolean {
	return headers['request-id'] !== undefined && errorEntriesIn(body).length > 0;
}

/** One of the `errors` in a JSON answer. Source: `components/responses` in Persona's OpenAPI. */
export interface PersonaErrorEntry {
	title?: unknown;
	details?: unknown;
	source?: { pointer?: unknown } | null;
}

/** The `errors` in the body of an answer; none where it has another shape. */
export function errorEntriesIn(body: unknown): PersonaErrorEntry[] {
	const errors =
		typeof body === 'object' && body !== null ? (body as { errors?: unknown }).errors : undefined;
	if (!Array.isArray(errors)) return [];
	return errors.filter((entry): entry is PersonaErrorEntry => typeof entry === 'object' && !!entry);
}

/** A text, or an empty one in place of anything else. */
export function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** Whether Persona says that a file is too large. Source: "File must be under 2 bytes" in its OpenAPI, 422. */
function saysTooLarge(body: unknown): boolean {
	return errorEntriesIn(body).some(({ details }) =>
		/\bfile must be (under|less than|smaller than) [\d.,]+ ?([kmg]i?b|(kilo|mega|giga)?bytes?)\b/i.test(
			textOf(details),
		),
	);
}

/** Whether Persona says that a key was used before with other parameters. Source: its documentation on idempotence. */
function saysKeyWasReused(body: unknown): boolean {
	return errorEntriesIn(body).some(({ title }) => /idempotency/i.test(textOf(title)));
}
