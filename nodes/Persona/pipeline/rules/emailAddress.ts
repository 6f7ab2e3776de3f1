import type { RuleContext } from './context';
import { hasLeftoverInId, settlePlaceholder } from './placeholders';
import type { Checked } from './rule';
import { checkTrimmedText } from './text';

/** What Persona documents, by what people write when case, spaces, hyphens and underscores are left aside. */
const MATCH_TYPES: ReadonlyMap<string, 'email_address' | 'domain'> = new Map([
	['emailaddress', 'email_address'],
	['domain', 'domain'],
]);

const LABEL = '[\\p{L}\\p{M}\\p{N}_-]+';
// The last part has a letter, unlike that of an IP address.
const DOMAIN = `(?:${LABEL}\\.)+(?=.*\\p{L}[^.]*$)${LABEL}`;
// Light checks: they catch what cannot match anybody, such as a whole address in place of a domain, a web address, or a
// name in front of the address.
const DOMAIN_ALONE = new RegExp(`^${DOMAIN}$`, 'u');
const ADDRESS = new RegExp(`^(?:[^\\s@"<>,;:]+|"[^"]+")@(?:${DOMAIN}|\\[[\\d.]+\\])$`, 'u');

/** Longer than any address or domain can be. Source: RFC 5321, 4.5.3.1. */
const LONGEST_ADDRESS = 320;

function isAddress(text: string): boolean {
	return text.length <= LONGEST_ADDRESS && ADDRESS.test(text);
}

function isDomain(text: string): boolean {
	return text.length <= LONGEST_ADDRESS && DOMAIN_ALONE.test(text);
}

/**
 * `email_address` or `domain`, also as "Email Address" or "DOMAIN"; sent as Persona writes them.
 *
 * Source of the two values: Persona's OpenAPI, `paths/importer_list-item_email-addresses.yaml`.
 */
export function checkMatchType(value: unknown, context: RuleContext): Checked {
	const checked = checkTrimmedText(value);
	if (typeof checked !== 'string') return checked;
	const written = settlePlaceholder(checked, context) ?? checked;
	if (typeof written !== 'string' || written === '') return written;
	return MATCH_TYPES.get(written.toLowerCase().replace(/[\s_-]/g, '')) ?? { code: 'matchType' };
}

/**
 * A whole email address or a domain, whichever the row's match type says, or the one that is chosen for rows without. When
 * there is no usable one, nothing is said about the value: that column has its own say.
 *
 * @param matchType the value of `match_type` as it came
 */
export function checkEmailAddressOrDomain(
	value: unknown,
	context: RuleContext,
	matchType: unknown,
): Checked {
	const checked = checkTrimmedText(value);
	if (typeof checked !== 'string' || checked === '') return checked;
	const placeholder = settlePlaceholder(checked, context);
	if (placeholder !== undefined) return placeholder;
	if (hasLeftoverInId(checked)) return { code: 'expressionLeftover' };
	switch (checkMatchType(matchType, context) || context.matchType) {
		case 'email_address':
			if (!isAddress(checked)) return { code: 'emailAddress' };
			// Nobody has an address like that, but exports hide parts of addresses so.
			return /^[^@]*[*%]/.test(checked) ? { text: checked, warning: 'unlikelyId' } : checked;
		case 'domain':
			return isDomain(checked) ? checked : { code: 'domain' };
		default:
			return checked;
	}
}
