import {
	isResponse,
	isTooLarge,
	networkReasonOf,
	type HttpResult,
	type NetworkReason,
} from './outcome';

/** What happened, and how to get unstuck, in words for the user of the node. */
export interface StatusMessage {
	message: string;
	help: string;
	/** n8n's name for the reason, where it has one. */
	cause?:
		'rate-limited' | 'temporarily-unavailable' | 'credential-invalid' | 'configuration-invalid';
}

const BY_STATUS: Readonly<Record<number, StatusMessage>> = {
	400: {
		message: 'Persona could not use the request (HTTP 400)',
		help: "Check this node's options, above all 'API Version' and those about the response.",
		cause: 'configuration-invalid',
	},
	401: {
		message: 'Persona does not accept the API key (HTTP 401)',
		help: 'Open the credential, copy the API key from the Persona dashboard again and save it. The credential is then tested.',
		cause: 'credential-invalid',
	},
	403: {
		message: 'Persona does not allow this with this API key (HTTP 403)',
		help: "In the Persona dashboard, check whether the key has the permissions 'Read Importers' and 'Create/Update Importers', whether its list of IP addresses includes this n8n, and whether a quota is used up.",
		cause: 'configuration-invalid',
	},
	404: {
		message: 'Persona has nothing at this address (HTTP 404)',
		help: "Check the ID and the credential's 'Base URL'. A sandbox key cannot see what belongs to production, and a production key cannot see what belongs to the sandbox.",
		cause: 'configuration-invalid',
	},
	409: {
		message: 'Persona reports a conflict with data that it already has (HTTP 409)',
		help: 'Somebody may be changing the same records at the moment. Check them in the Persona dashboard, then run this node again.',
	},
	415: {
		message: 'Persona does not accept this type of file (HTTP 415)',
		help: "Check the credential's 'Base URL': something between n8n and Persona may have changed the request.",
	},
	422: {
		message: 'Persona did not accept the file (HTTP 422)',
		help: 'Fix the rows or the options that this is about, then run this node again.',
	},
	429: {
		message: "Persona's rate limit is used up (HTTP 429)",
		help: 'All API keys of an environment share one rate limit. Run this node again later, or when fewer other requests are made.',
		cause: 'rate-limited',
	},
};

const KEY_REUSED: StatusMessage = {
	message: 'This Idempotency-Key was used before with other rows or options (HTTP 400)',
	help: "Change 'Idempotency Key', or set 'Repeated Runs' to Once per Content. Persona remembers a key for at least 24 hours.",
	cause: 'configuration-invalid',
};

const BY_REASON: Readonly<Record<NetworkReason, StatusMessage>> = {
	hostNotFound: {
		message: "The host in the credential's 'Base URL' could not be found",
		help: "Check the spelling of the 'Base URL', and whether this n8n has access to the internet.",
		cause: 'configuration-invalid',
	},
	unreachable: {
		message: "Nothing answers at the credential's 'Base URL'",
		help: "Check the 'Base URL', and whether a firewall or a proxy blocks the connection from this n8n to Persona.",
		cause: 'temporarily-unavailable',
	},
	certificate: {
		message: "The certificate of the credential's 'Base URL' could not be verified",
		help: "Check the 'Base URL'. If a proxy inspects the traffic, this n8n has to trust the proxy's certificate (NODE_EXTRA_CA_CERTS).",
		cause: 'configuration-invalid',
	},
	encryption: {
		message: "The encrypted connection to the credential's 'Base URL' did not work",
		help: "Check the 'Base URL': what answers there may not use https. A firewall or a proxy may also be the reason.",
		cause: 'configuration-invalid',
	},
	timeout: {
		message: 'Persona did not answer in time',
		help: 'Try again later.',
		cause: 'temporarily-unavailable',
	},
	connectionLost: {
		message: 'The connection to Persona was lost before an answer came',
		help: 'Try again later. If it happens again, check whether a firewall or a proxy ends long connections.',
		cause: 'temporarily-unavailable',
	},
};

/** Said by 413, and by a 422 about the size of the file. */
function tooLarge(status: number, sendLess = 'send less at once'): StatusMessage {
	return {
		message: `The file is too large for Persona (HTTP ${status})`,
		help: `${sendLess.charAt(0).toUpperCase()}${sendLess.slice(1)}.`,
		cause: 'configuration-invalid',
	};
}

function messageForReason(reason: NetworkReason, sendLess: string | undefined): StatusMessage {
	const meant = BY_REASON[reason];
	if (reason !== 'timeout' || sendLess === undefined) return meant;
	return { ...meant, help: `${meant.help} If it happens again, ${sendLess}.` };
}

function messageForStatus(status: number): StatusMessage {
	if (status < 300) {
		return {
			message: `The answer did not come from Persona (HTTP ${status})`,
			help: "Something else answered in its place. Check the credential's 'Base URL', and any proxy between this n8n and Persona.",
		};
	}
	if (status < 400) {
		return {
			message: `The credential's 'Base URL' redirects to another address (HTTP ${status})`,
			help: "This node does not follow redirects: the API key and the rows are only sent to the 'Base URL'. Check that it is the address of Persona.",
			cause: 'configuration-invalid',
		};
	}
	if (status >= 500 || status === 408) {
		return {
			message: `Persona is not available right now (HTTP ${status})`,
			help: "Try again later. Persona's status page shows whether others see this too.",
			cause: 'temporarily-unavailable',
		};
	}
	return {
		message: `Persona did not accept the request (HTTP ${status})`,
		help: "Check this node's IDs and options.",
	};
}

/**
 * Puts a result into words. Sentences are ours and fixed, because n8n replaces a message that contains certain words; what
 * Persona says belongs in the description.
 *
 * @param titles the titles in Persona's answer
 * @param sendLess how the user can send less at once, as the end of a sentence, where the request was an upload
 */
export function messageFor(
	result: HttpResult,
	titles: readonly string[],
	sendLess?: string,
): StatusMessage {
	if (!isResponse(result)) return messageForReason(networkReasonOf(result), sendLess);
	const { status } = result;
	if (isTooLarge(result)) return tooLarge(status, sendLess);
	if (status === 400 && titles.some((title) => /idempotency/i.test(title))) return KEY_REUSED;
	return BY_STATUS[status] ?? messageForStatus(status);
}
