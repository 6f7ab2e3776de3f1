import type { Checked, RuleContext } from './rule';
import { checkTrimmedText } from './text';

/** What Persona documents, by what people write when case, blanks, dashes and underscores are left aside. */
const MATCH_TYPES: ReadonlyMap<string, 'email_address' | 'domain'> = new Map([
	['emailaddress', 'email_address'],
	['domain', 'domain'],
]);

const DOMAIN = '(?:[^\\s@"<>,;:/.]+\\.)+[^\\s@"<>,;:/.]+';
// Light checks: they catch what cannot match anybody, such as a whole address in place of a domain, a web address, or a
// name in front of the address.
const DOMAIN_ALONE = new RegExp(`^${DOMAIN}$`);
const ADDRESS = new RegExp(`^(?:[^\\s@"<>,;:]+|"[^"]+")@${DOMAIN}$`);

function matchTypeOf(value: unknown): 'email_address' | 'domain' | undefined {
	if (typeof value !== 'string') return undefined;
	return MATCH_TYPES.get(value.toLowerCase().replace(/[\s_-]/g, ''));
}

/**
 * `email_address` or `domain`, also as "Email Address" or "DOMAIN"; sent as Persona writes them.
 *
 * Source of the two values: Persona's OpenAPI, `paths/importer_list-item_email-addresses.yaml`.
 */
export function checkMatchType(value: unknown): Checked {
	const checked = checkTrimmedText(value);
	if (typeof checked !== 'string' || checked === '') return checked;
	const matchType = matchTypeOf(checked);
	return matchType === undefined ? { code: 'matchType' } : matchType;
}

/**
 * A whole email address or a domain, whichever the row's match type says. Without a usable match type nothing is said
 * about the value: that column has its own say.
 *
 * @param matchType the value of `match_type` as it came
 */
export function checkEmailAddressOrDomain(
	value: unknown,
	_context: RuleContext,
	matchType: unknown,
): Checked {
	const checked = checkTrimmedText(value);
	if (typeof checked !== 'string' || checked === '') return checked;
	switch (matchTypeOf(matchType)) {
		case 'email_address':
			return ADDRESS.test(checked) ? checked : { code: 'emailAddress' };
		case 'domain':
			return DOMAIN_ALONE.test(checked) ? checked : { code: 'domain' };
		default:
			return checked;
	}
}
