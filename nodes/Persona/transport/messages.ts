import { isResponse, networkReasonOf, type HttpResult, type NetworkReason } from './outcome';

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
		help: "Check the options of this node, above all 'API Version', 'Include' and 'Fields'.",
		cause: 'configuration-invalid',
	},
	401: {
		message: 'Persona does not accept the API key (HTTP 401)',
		help: 'Open the credential, paste the API key again from the Persona dashboard and save it; the test there tells whether it works.',
		cause: 'credential-invalid',
	},
	403: {
		message: 'Persona does not allow this with this API key (HTTP 403)',
		help: "In the Persona dashboard, see whether the key has the permissions 'Read Importers' and 'Create/Update Importers', whether its list of IP addresses includes this n8n, and whether a quota is used up.",
		cause: 'configuration-invalid',
	},
	404: {
		message: 'Persona has nothing at this address (HTTP 404)',
		help: "Check the ID, and the credential's 'Base URL'. A sandbox key does not see what belongs to production, nor the other way round.",
		cause: 'configuration-invalid',
	},
	409: {
		message: 'Persona reports a conflict with what it already holds (HTTP 409)',
		help: 'Somebody may be changing the same records. See the Persona dashboard under Accounts, then run this node again.',
	},
	413: {
		message: 'The file is too large for Persona (HTTP 413)',
		help: "Give 'Rows per Import' a smaller number, or split the CSV file.",
		cause: 'configuration-invalid',
	},
	415: {
		message: 'Persona does not take this kind of file (HTTP 415)',
		help: "Check the credential's 'Base URL': something between n8n and Persona may have changed the request.",
	},
	422: {
		message: 'Persona did not accept the file (HTTP 422)',
		help: "See what Persona says, mend the rows or the options, and run the node again. For a file that is too large, give 'Rows per Import' a smaller number, or split the CSV file.",
	},
	429: {
		message: "Persona's rate limit is used up (HTTP 429)",
		help: 'All API keys of an environment share it. Run the node again later, or when less other traffic is going on.',
		cause: 'rate-limited',
	},
};

const KEY_REUSED: StatusMessage = {
	message: 'Persona has seen this Idempotency-Key with other rows or options (HTTP 400)',
	help: "Change 'Idempotency Key', or set 'Idempotency' to Once per Content. Persona keeps a key for at least 24 hours.",
	cause: 'configuration-invalid',
};

const BY_REASON: Readonly<Record<NetworkReason, StatusMessage>> = {
	hostNotFound: {
		message: "The host in the credential's 'Base URL' could not be found",
		help: "Check the spelling of the 'Base URL' and whether this n8n can reach the internet.",
		cause: 'configuration-invalid',
	},
	unreachable: {
		message: "Nothing answers at the credential's 'Base URL'",
		help: "Check the 'Base URL' and whether a firewall or proxy stands between this n8n and Persona.",
		cause: 'temporarily-unavailable',
	},
	certificate: {
		message: "The certificate of the credential's 'Base URL' could not be verified",
		help: "Nothing was sent. Check the 'Base URL'; if a proxy inspects traffic, this n8n has to know its certificate (NODE_EXTRA_CA_CERTS).",
		cause: 'configuration-invalid',
	},
	timeout: {
		message: 'Persona did not answer in time',
		help: "Try again later. If it was an upload, give 'Rows per Import' a smaller number, or split the CSV file.",
		cause: 'temporarily-unavailable',
	},
	connectionLost: {
		message: 'The connection to Persona broke off before an answer came',
		help: 'Try again later. If it stays that way, see whether a firewall or proxy ends long connections.',
		cause: 'temporarily-unavailable',
	},
};

function messageForStatus(status: number): StatusMessage {
	if (status < 300) {
		return {
			message: `The answer did not come from Persona (HTTP ${status})`,
			help: "Something between n8n and Persona answered instead. Check the credential's 'Base URL' and any proxy.",
		};
	}
	if (status < 400) {
		return {
			message: `The address redirects elsewhere, which is not followed (HTTP ${status})`,
			help: "Rows are only sent to the credential's own 'Base URL'. Check it.",
			cause: 'configuration-invalid',
		};
	}
	if (status >= 500 || status === 408) {
		return {
			message: `Persona is not available right now (HTTP ${status})`,
			help: "Try again later. Persona's status page tells whether others see the same.",
			cause: 'temporarily-unavailable',
		};
	}
	return {
		message: `Persona did not accept the request (HTTP ${status})`,
		help: 'Check the IDs and the options of this node, and what Persona says about them.',
	};
}

/**
 * Puts an result into words. Sentences are ours and fixed, because n8n replaces a message that contains certain words;
 * what Persona says belongs into the description.
 *
 * @param titles the titles in Persona's answer
 */
export function messageFor(result: HttpResult, titles: readonly string[]): StatusMessage {
	if (!isResponse(result)) return BY_REASON[networkReasonOf(result)];
	const { status } = result;
	if (status === 400 && titles.some((title) => /idempotency/i.test(title))) return KEY_REUSED;
	return BY_STATUS[status] ?? messageForStatus(status);
}
