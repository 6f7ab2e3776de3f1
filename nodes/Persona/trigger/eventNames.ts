/**
 * The events that Persona can send, by what they are about; "account: 'created …'" stands for `account.created`.
 *
 * Source: `webhook-request-attributes` in Persona's OpenAPI, 2026-09-29.
 */
const EVENTS: Readonly<Record<string, string>> = {
	'account-property': 'redacted',
	'account-type': 'deleted-field',
	account:
		'added-relation archived consolidated consolidated-with created redacted removed-relation restored status-updated tag-added tag-removed updated-fields updated-tags',
	'agent-conversation': 'created errored message-added',
	authentication: 'completed created expired failed redacted',
	'batch-job': 'canceled completed errored paused resumed started',
	'case-comment': 'created',
	'case-message': 'received sent',
	'case-template': 'deleted-field',
	case: 'assigned created exported print-initiated queue-updated redacted reopened resolved sla-expired status-updated updated updated-fields updated-tags',
	checkpoint: 'completed created expired failed reusable-persona-used started',
	'connect/share-token': 'inbound-created inbound-redeemed outbound-created outbound-redeemed',
	document: 'created errored extracted pending processed submitted',
	filing: 'created filed',
	'graph-query': 'cancelled completed errored reran submitted timed-out',
	'importer-pipeline-run': 'canceled completed errored paused resumed started',
	'inquiry-session': 'canceled expired started',
	'inquiry-template-version': 'created published',
	inquiry:
		'approved completed created declined expired failed marked-for-review redacted reusable-persona-assurance-failed reusable-persona-created reusable-persona-updated reusable-persona-used started transitioned updated-tags',
	'integration-log': 'created',
	'report/address-lookup': 'errored ready submitted',
	'report/adverse-media': 'dismissed errored matched ready',
	'report/background-check': 'ready',
	'report/better-business-bureau': 'errored ready',
	'report/business-adverse-media': 'dismissed errored matched ready',
	'report/business-associated-persons': 'errored ready',
	'report/business-classification': 'errored ready submitted',
	'report/business-enforcement-action': 'errored ready submitted',
	'report/business-industry-classification': 'errored ready submitted',
	'report/business-liens-lookup': 'errored ready',
	'report/business-lookup-eu': 'errored ready',
	'report/business-lookup': 'errored ready',
	'report/business-media-coverage': 'errored matched ready submitted',
	'report/business-nonprofit': 'changed errored ready',
	'report/business-online-presence': 'errored ready submitted',
	'report/business-personnel-insights': 'errored ready submitted',
	'report/business-registrations-lookup': 'errored ready',
	'report/business-social-media': 'errored ready',
	'report/business-watchlist': 'dismissed errored matched ready',
	'report/business-website': 'errored ready',
	'report/chainalysis-address-screening': 'errored ready',
	'report/clearbit-business-lookup': 'errored ready',
	'report/coinbase-check-crypto-risk': 'errored ready',
	'report/community-safety': 'errored matched ready',
	'report/comply-advantage-search': 'ready',
	'report/comprehensive-profile': 'ready',
	'report/crypto-address-watchlist': 'errored matched ready',
	'report/crypto_address': 'matched ready',
	'report/custom-list': 'dismissed errored matched ready',
	'report/email-address': 'errored ready',
	'report/employer-lookup': 'ready',
	'report/equifax-oneview': 'errored ready',
	'report/finra-broker-check': 'errored ready',
	'report/kyckr-business-lookup': 'errored ready',
	'report/middesk': 'errored ready submitted',
	'report/mx-account': 'errored ready',
	'report/nces': 'errored ready',
	'report/novacredit-cash-atlas': 'errored ready submitted',
	'report/novacredit-credit-passport': 'errored ready submitted',
	'report/phone-number': 'errored ready',
	'report/politically-exposed-person': 'dismissed errored matched ready',
	'report/profile-non-authoritative': 'errored ready',
	'report/profile': 'errored ready',
	'report/screening': 'errored matched ready reviewed',
	'report/sec-action-lookup': 'errored ready',
	'report/sentilink-application-risk': 'errored ready',
	'report/sentilink-scores': 'errored ready',
	'report/social-media': 'errored ready',
	'report/synthetic': 'errored ready',
	'report/trm-wallet-screening': 'errored ready',
	'report/watchlist': 'dismissed errored matched ready',
	sar: 'created filed',
	selfie: 'created errored processed submitted',
	session: 'created expired',
	'transaction-type': 'deleted-field',
	transaction:
		'added-relation created labeled redacted removed-relation sentinel-session-processed status-updated updated-fields',
	user: 'availability-updated',
	verification:
		'canceled created escalated failed passed requires-retry skipped submitted tentatively-failed tentatively-passed updated-tags',
	'workflow-run': 'completed created errored resumed',
	workflow: 'published',
};

/** Words that are not written with a capital alone. */
const WORDS: Readonly<Record<string, string>> = { eu: 'EU', sar: 'SAR', nces: 'NCES', sec: 'SEC' };

/** `adverse-media` → "Adverse Media". */
function titleOf(name: string): string {
	return name
		.split(/[-/_]/)
		.map((word) => WORDS[word] ?? word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
}

/** Stands for all events, also those that Persona adds later. */
export const ALL_EVENTS = '*';

/** The names of all events that are known here, such as `account.created`. */
export const EVENT_NAMES: readonly string[] = Object.entries(EVENTS).flatMap(([about, events]) =>
	events.split(' ').map((event) => `${about}.${event}`),
);

/** The events for a list in the editor: those about the same thing next to each other. */
export const EVENT_OPTIONS = Object.entries(EVENTS)
	.flatMap(([about, events]) =>
		events.split(' ').map((event) => ({
			name: `${titleOf(about)}: ${titleOf(event)}`,
			value: `${about}.${event}`,
		})),
	)
	.sort((one, other) => (one.name < other.name ? -1 : 1));

/**
 * Names that Persona lets organizations give to events of their own.
 *
 * Source: `webhook-request-attributes` in Persona's OpenAPI.
 */
export const CUSTOM_EVENT = /^(?=.{1,128}$)custom(\.[a-z0-9]+(-[a-z0-9]+)*){1,4}$/;
