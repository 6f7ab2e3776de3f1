import type { RuleContext } from './context';
import { placeholderKind, settlePlaceholder, type PlaceholderKind } from './placeholders';
import type { Checked } from './rule';
import { hasHtml, hasSocialSecurityNumber, isDecodedTwice } from './signs';
import { checkTrimmed, type PlainlyChecked } from './text';

/** What Google Contacts writes between the labels of a contact. */
const GOOGLE_SEPARATOR = ' ::: ';
/** Labels that Google gives itself; another tag alone in its cell may begin with an asterisk too. */
const GOOGLE_SYSTEM_LABEL = /^\*\s/;
const GOOGLE_LABEL_ALONE = /^\* (?:myContacts|starred|friends|family|coworkers)$/;

/** Under what name a tag stands where it is an object. Source: what Notion, Airtable, Jira and GitHub give. */
const NAMES = ['name', 'label', 'value', 'title', 'text'] as const;

const isTag = (kind: PlaceholderKind) => ['trial', 'unknown', 'formula'].includes(kind);

function nameOf(entry: unknown): unknown {
	if (typeof entry !== 'object' || entry === null) return entry;
	const named = entry as Partial<Record<string, unknown>>;
	const key = NAMES.find((name) => ['string', 'number'].includes(typeof named[name]));
	return key === undefined ? entry : named[key];
}

function hasLeftover(text: string): boolean {
	return text.includes('undefined') || text.includes('[object ');
}

function checkEntry(entry: unknown, context: RuleContext): PlainlyChecked {
	const tag = checkTrimmed(nameOf(entry));
	if (typeof tag === 'object') {
		const isItsOwn = !['notText', 'booleanValue', 'dateValue', 'impreciseNumber'].includes(
			tag.code,
		);
		return isItsOwn ? tag : { code: 'tagNotText' };
	}
	if (hasLeftover(tag) && settlePlaceholder(tag, context) === undefined) {
		return { code: 'expressionLeftover' };
	}
	return settlePlaceholder(tag, context, isTag) ?? tag;
}

function joinTags(entries: readonly unknown[], context: RuleContext): PlainlyChecked {
	const { tagSeparator } = context;
	const tags: string[] = [];
	for (const entry of entries) {
		const tag = checkEntry(entry, context);
		if (typeof tag !== 'string') return tag;
		if (tag === '') continue;
		if (tag.includes(tagSeparator)) return { code: 'tagSeparator' };
		tags.push(tag);
	}
	const text = tags.join(tagSeparator);
	// A tag may also form the separator together with the one after it, as "a;" does with ";;".
	const isApart = text.split(tagSeparator).every((tag, index) => tag === tags[index]);
	return text === '' || isApart ? text : { code: 'tagSeparator' };
}

/** Text that the user's separator may divide: it stays, unless one of the tags in it is a placeholder. */
function checkTagText(text: string, context: RuleContext): PlainlyChecked {
	const whole = settlePlaceholder(text, context, isTag);
	if (whole !== undefined) return whole;
	const isClean = !hasLeftover(text);
	if (isClean && !text.includes(context.tagSeparator)) return text;
	const entries = text.split(context.tagSeparator);
	const isSuspicious = (entry: string) => placeholderKind(entry.trim()) !== undefined;
	if (isClean && !entries.some(isSuspicious)) return text;
	const checked = entries.map((entry) => checkEntry(entry, context));
	const found = checked.find((entry) => typeof entry === 'object');
	if (found !== undefined) return found;
	const isUntouched = checked.every(
		(entry, index) => entry !== '' || checkTrimmed(entries[index]) === '',
	);
	return isUntouched ? text : joinTags(entries, context);
}

/** What programs write for lists and what is none of a person's tags: JSON, PostgreSQL's `{a,b}`, SharePoint's `1;#a`, switches. */
const CODE = /^[[{].*[\]}]$|;#|^(?:true|false)$/is;

function pointOut(text: PlainlyChecked): Checked {
	if (typeof text !== 'string' || text === '') return text;
	if (isDecodedTwice(text)) return { text, warning: 'decodedTwice' };
	if (hasHtml(text)) return { text, warning: 'html' };
	if (hasSocialSecurityNumber(text)) return { text, warning: 'socialSecurityNumberElsewhere' };
	return CODE.test(text) ? { text, warning: 'unlikelyTag' } : text;
}

/**
 * Text passes unchanged, because Persona does not document what separates tags in a cell; the labels of Google are
 * divided, and those that Google gives itself left out. A list is joined with the separator of the option, its entries being
 * text or objects with a name; its empty entries are left out.
 */
export function checkTags(value: unknown, context: RuleContext): Checked {
	if (Array.isArray(value)) return joinTags(value, context);
	const text = checkTrimmed(value);
	if (typeof text !== 'string' || text === '') return text;
	const isGoogle = text.includes(GOOGLE_SEPARATOR) || GOOGLE_LABEL_ALONE.test(text);
	if (!isGoogle) return pointOut(checkTagText(text, context));
	const labels = text.split(GOOGLE_SEPARATOR).map((label) => label.trim());
	return joinTags(
		labels.filter((label) => !GOOGLE_SYSTEM_LABEL.test(label)),
		context,
	);
}
