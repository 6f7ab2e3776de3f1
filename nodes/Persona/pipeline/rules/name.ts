import type { WarningCode } from './codes';
import type { RuleContext } from './context';
import { hasLeftover, placeholderKind, type PlaceholderKind } from './placeholders';
import type { Checked } from './rule';
import { hasHtml, isDecodedTwice, isHeader, isReportLine } from './signs';
import { checkTrimmed, isOrdinary } from './text';

/** From here on a name is more likely a sentence. */
const LONG_NAME = 40;
/** Letters with the signs that belong into names: nothing more is to be found out about these. */
const PLAIN_NAME = /^[A-Za-z][A-Za-z .'-]*$/;
const LETTER = /\p{L}/u;
/** One upper-case letter and lower-case ones, as names are written and placeholders of programs are not. */
const CAPITALIZED = /^\p{Lu}\p{Ll}+$/u;
/** N.D. and K.A. are initials, while n.d. and k.a. are no value. */
const INITIALS = /^(?:[A-Z]\.){2}$/;
/** Characters for layout. The joiners of Persian, Indian scripts and emoji are none of them. */
const LAYOUT = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const REMARK =
	/[†✝]|(?<!\p{L})(?:deceased|duplicate|do not (?:use|contact|call|mail)|deleted (?:user|contact|account)|verstorben|doublon|dublette|décédée?|fallecid[oa]|decedut[oa]|overleden|test (?:user|account|contact|customer|person|kunde))(?!\p{L})/iu;
const COMPANY =
	/[ ,](?:GmbH|LLC|L\.L\.C|Inc|Ltd|Limited|Corp|Corporation|PLC|Pty|S\.r\.l|SARL|S\.A\.S|B\.V|e\.V|Family Trust)\.?$|^Estate of |(?:株式|有限|合同)会社|有限公司|^www\./i;
const ONE_WORD = /^[A-Za-z]*$/;
/** A shorter word is none of these. */
const SHORTEST_PHRASE = 5;
/** Nobody writes them into a name, but templates, programs, and people who put two names into one do. */
const SIGNS = /[@?*=<>[\]{}|\\%$#^_;&+~]|:\/\/|^www\./;
/** "Lee, Ann", but not "King, Jr." or "Lee, M.D." */
const COMMA =
	/,(?!\s*(?:jr|sr|[ivx]{1,4}|esq|m\.?d|ph\.?d|d\.?d\.?s|j\.?d|r\.?n|c\.?p\.?a|m\.?b\.?a|d\.?o|filho|neto)\.?$)/i;

function settleKind(text: string, kind: PlaceholderKind, context: RuleContext): Checked {
	const isWord = kind === 'nothing' || kind === 'unknown';
	if (kind === 'trial' || (isWord && CAPITALIZED.test(text)) || INITIALS.test(text)) {
		return { text, warning: 'placeholderName' };
	}
	return context.placeholders === 'empty' ? '' : { code: 'placeholder' };
}

function isUnlikely(text: string): boolean {
	return text.length >= LONG_NAME || SIGNS.test(text) || !LETTER.test(text);
}

/** What is there in place of a person's name. */
function phraseIn(text: string): WarningCode | undefined {
	if (isReportLine(text)) return 'reportLine';
	if (isHeader(text, 'name')) return 'headerWord';
	if (REMARK.test(text)) return 'remark';
	const isCompany = !ONE_WORD.test(text) && COMPANY.test(text);
	return isCompany ? 'companyName' : undefined;
}

/**
 * A part of a person's name, without the spaces around it. Null, None, Na and Unknown are names of people when they are
 * written like names; they are pointed out.
 */
export function checkName(value: unknown, context: RuleContext): Checked {
	const trimmed = checkTrimmed(value);
	if (typeof trimmed !== 'string' || trimmed === '') return trimmed;
	const text = isOrdinary(trimmed) ? trimmed : trimmed.replace(LAYOUT, '');
	const kind = placeholderKind(text);
	if (kind !== undefined) return settleKind(text, kind, context);
	if (hasLeftover(text)) return { code: 'expressionLeftover' };
	const phrase = text.length < SHORTEST_PHRASE && isOrdinary(text) ? undefined : phraseIn(text);
	if (phrase !== undefined) return { text, warning: phrase };
	if (text.length < LONG_NAME && PLAIN_NAME.test(text)) return text;
	if (hasHtml(text)) return { text, warning: 'html' };
	if (isDecodedTwice(text)) return { text, warning: 'decodedTwice' };
	if (isUnlikely(text)) return { text, warning: 'unlikelyName' };
	return COMMA.test(text) ? { text, warning: 'commaInName' } : text;
}
