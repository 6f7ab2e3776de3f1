/** Which requests a fault waits for, and how often it happens (default once). */
interface FaultSelection {
	on?: {
		method?: string;
		/** As in `RecordedRequest.path`: a text is the whole path, e.g. `/importer/accounts`. */
		path?: string | RegExp;
	};
	times?: number;
}

/** 429 with `RateLimit-Reset: <resetSeconds>`; nothing is written or saved. */
interface RateLimitedFault {
	kind: 'rateLimited';
	resetSeconds: number;
}

/**
 * An error status, e.g. 500, 502, 403, 409, 422, 408. Without `body`, Persona's own error shape.
 *
 * `saved` (default true, except for 401 and 429, which Persona never saves): the error came from
 * behind the idempotency layer, so the same key gets it again; with `afterWrite` the import exists
 * all the same. `saved: false`: the error came from in front of Persona (a gateway). With
 * `beforeWrite` Persona never saw the request; with `afterWrite` it finished it and saved its own
 * answer under the key, which a retry then gets.
 */
interface StatusFault {
	kind: 'status';
	status: number;
	body?: unknown;
	headers?: Record<string, string>;
	/** Default `beforeWrite`. */
	when?: 'beforeWrite' | 'afterWrite';
	saved?: boolean;
}

/**
 * The request body is read to its end, then the socket is closed without an answer. `beforeWrite`:
 * nothing is stored or saved. `afterWrite`: stored, and the answer saved under the key.
 */
interface DropConnectionFault {
	kind: 'dropConnection';
	when: 'beforeWrite' | 'afterWrite';
}

/** The normal answer, late: all of it (`beforeHeaders`, default) or its body trickled over the time. */
interface SlowFault {
	kind: 'slow';
	milliseconds: number;
	when?: 'beforeHeaders' | 'body';
}

/** A redirect (default 302), from in front of Persona: nothing is written or saved. */
interface RedirectFault {
	kind: 'redirect';
	location: string;
	status?: number;
}

/** An HTML page, from in front of Persona: nothing is written or saved. */
interface HtmlFault {
	kind: 'html';
	status: number;
}

/** A status without a body, from in front of Persona: nothing is written or saved. */
interface EmptyBodyFault {
	kind: 'emptyBody';
	status: number;
}

/** Something that goes wrong, scripted for the next requests that it selects. */
export type Fault = FaultSelection &
	(
		| RateLimitedFault
		| StatusFault
		| DropConnectionFault
		| SlowFault
		| RedirectFault
		| HtmlFault
		| EmptyBodyFault
	);
