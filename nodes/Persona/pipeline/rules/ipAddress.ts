import type { RuleContext } from './context';
import { settlePlaceholder } from './placeholders';
import type { Checked } from './rule';
import { checkTrimmedText } from './text';

const BYTE = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV4 = new RegExp(`^${BYTE}(?:\\.${BYTE}){3}$`);
const IPV6_GROUP = /^[\da-f]{1,4}$/i;
/** 16-bit groups of an IPv6 address. */
const IPV6_GROUPS = 8;
/** More parts than an address can have; the others are not looked at. */
const MOST_PARTS = IPV6_GROUPS + 2;

/** Counts the groups between colons; an IPv4 address in the last place counts for two. NaN when one is no group. */
function countGroups(text: string, mayEndInIpv4: boolean): number {
	if (text === '') return 0;
	const groups = text.split(':', MOST_PARTS);
	const last = groups.at(-1)!;
	const endsInIpv4 = mayEndInIpv4 && IPV4.test(last);
	const hexadecimal = endsInIpv4 ? groups.slice(0, -1) : groups;
	if (!hexadecimal.every((group) => IPV6_GROUP.test(group))) return NaN;
	return groups.length + (endsInIpv4 ? 1 : 0);
}

/** Source of the form: RFC 4291, section 2.2. Two colons stand for one group of zeros or more, once. */
function isIpv6(text: string): boolean {
	const [head, tail, ...more] = text.split('::', MOST_PARTS);
	if (tail === undefined) return countGroups(head!, true) === IPV6_GROUPS;
	if (more.length > 0) return false;
	return countGroups(head!, false) + countGroups(tail, true) < IPV6_GROUPS;
}

/**
 * One IPv4 or IPv6 address, passed on as written.
 *
 * Source of "both are supported": Persona's OpenAPI, `paths/importer_list-item_ip-addresses.yaml`. Ranges and zones are
 * documented nowhere.
 */
export function checkIpAddress(value: unknown, context: RuleContext): Checked {
	const checked = checkTrimmedText(value);
	if (typeof checked !== 'string') {
		return checked.code === 'impreciseNumber' ? { code: 'ipAddress' } : checked;
	}
	const text = checked;
	if (text === '' || IPV4.test(text) || isIpv6(text)) return checked;
	const placeholder = settlePlaceholder(text, context);
	if (placeholder !== undefined) return placeholder;
	if (text.includes('/')) return { code: 'ipRange' };
	return { code: text.includes('%') ? 'ipZone' : 'ipAddress' };
}
