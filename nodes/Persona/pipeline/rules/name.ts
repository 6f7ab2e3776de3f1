import {
	ACCENTED,
	BEYOND,
	DIGIT,
	hasOnly,
	kindsIn,
	LETTER,
	LETTER_N,
	MARK,
	OPERATOR,
	OTHER,
} from '../characters';
import type { WarningCode } from './codes';
import type { RuleContext } from './context';
import { hasLeftover, placeholderKind, type PlaceholderKind } from './placeholders';
import type { Checked } from './rule';
import { hasHtml, hasSocialSecurityNumber, isDecodedTwice, isHeader, isReportLine } from './signs';
import { checkTrimmed } from './text';

/** From here on a name is more likely a sentence. */
const LONG_NAME = 40;
const ANY_LETTER = /\p{L}/u;
/** One upper-case letter and lower-case ones, as names are written and placeholders of programs are not. */
const CAPITALIZED = /^\p{Lu}\p{Ll}+$/u;
/** N.D. and K.A. are initials, while n.d. and k.a. are no value. */
const INITIALS = /^(?:[A-Z]\.){2}$/;
/** Characters for layout. The joiners of Persian, Indian scripts and emoji are none of them. */
const LAYOUT = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const REMARK =
	/[†✝]|\(old\)|\(dec\.|(?<!\p{L})(?:deceased|duplicate|dupe|do[ -]?not[ -](?:use|contact|call|e?mail)|deleted|archived|inactive|merged|terminated|former (?:employee|customer|client|member)|c\/o|fbo|d\/?b\/?a|ttee|verstorben|doublon|dublette|décédée?|fallecid[oa]|decedut[oa]|overleden|(?:test|demo|guest|unknown|dummy|sample|cash|walk-in) (?:user|account|contact|customer|patient|person|kunde))(?!\p{L})/iu;
const COMPANY =
	/[ ,](?:GmbH|LLC|L\.L\.C|LLP|Inc|Ltd|Limited|Ltda|Corp|Corporation|Company|Holdings|Foundation|University|Association|(?<!\bde[rn]? )Bank|PLC|Pty|Sdn Bhd|Kft|S\.r\.l|s\.r\.o|z o\.o|A\/S|SARL|S\.A\.S|B\.V|e\.V|Trust|Family|Household)\.?$|^Estate of |(?:株式|有限|合同)会社|有限公司|^(?:www\.|ООО )/i;
/** "Ann and Bob", "Ann/Bob", but not "Raj a/l Kumar", "Costa e Silva" or "von und zu Berg". */
const COUPLE =
	/[\p{L}.] (?:and|And|AND|or|et|(?<![Vv]on )und) \p{L}|\p{L}{2} ?\/ ?\p{L}{2}|(?:^| )(?:aka|a\/k\/a) /u;
/** A shorter word is no header, no line of a report and no remark. */
const SHORTEST_PHRASE = 5;
/** In a longer text nobody would look for one: its length is what is odd about it. */
const LONGEST_PHRASE = 400;
/** Nobody writes them into a name, but templates, programs, and people who put two names into one do. */
const SIGNS = /[@?*=<>[\]{}|\\%$#^_;&+~™®©£€¥¢§¶±×µ¡¿¤№]|:\/\//;
/** Quotation marks around all of a name, one that is not closed, or two apostrophes, as exports write one. */
const QUOTES = /^(["'`]).*\1$|^[^"]*"(?:[^"]*"[^"]*")*[^"]*$|''/s;
/** Digits as in an ID or an address, but not "Mary 2nd" or "Ann 2". */
const NUMBER = /\d{3}|(?:^\d|\d(?=\p{L}))(?!\d?(?:st|nd|rd|th|er|e)(?!\p{L}))/iu;
/** Letters that look alike, of two scripts in one word. */
const TWO_SCRIPTS = /\p{sc=Latin}[\p{sc=Cyrl}\p{sc=Grek}]|[\p{sc=Cyrl}\p{sc=Grek}]\p{sc=Latin}/u;
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

/** Whether nothing more is to be found out about a name, as is so for most. */
function isPlain(text: string): boolean {
	const kinds = kindsIn(text);
	const hasLetter = (kinds & (LETTER | LETTER_N)) !== 0;
	const isQuiet = (kinds & (OPERATOR | OTHER | ACCENTED | BEYOND | DIGIT)) === 0;
	if ((kinds & MARK) !== 0 && /^'|''/.test(text)) return false;
	return hasLetter && isQuiet && text.length < LONG_NAME;
}

function isUnlikely(text: string): boolean {
	if (text.length >= LONG_NAME || !ANY_LETTER.test(text)) return true;
	return [SIGNS, LAYOUT, NUMBER, QUOTES, TWO_SCRIPTS].some((odd) => odd.test(text));
}

/** What is there in place of a person's name. */
function phraseIn(text: string): WarningCode | undefined {
	const isWord = hasOnly(text, LETTER | LETTER_N | ACCENTED);
	if ((isWord && text.length < SHORTEST_PHRASE) || text.length > LONGEST_PHRASE) return undefined;
	if (isReportLine(text)) return 'reportLine';
	if (isHeader(text, 'name')) return 'headerWord';
	if (REMARK.test(text)) return 'remark';
	return !isWord && (COMPANY.test(text) || COUPLE.test(text)) ? 'companyName' : undefined;
}

/**
 * A part of a person's name, without the spaces around it. Null, None, Na and Unknown are names of people when they are
 * written like names; they are pointed out.
 */
export function checkName(value: unknown, context: RuleContext): Checked {
	const text = checkTrimmed(value);
	if (typeof text !== 'string' || text === '') return text;
	const kind = placeholderKind(text);
	if (kind !== undefined) return settleKind(text, kind, context);
	if (hasLeftover(text)) return { code: 'expressionLeftover' };
	const phrase = phraseIn(text);
	if (phrase !== undefined) return { text, warning: phrase };
	if (isPlain(text)) return text;
	if (hasHtml(text)) return { text, warning: 'html' };
	if (isDecodedTwice(text)) return { text, warning: 'decodedTwice' };
	if (hasSocialSecurityNumber(text)) return { text, warning: 'socialSecurityNumberElsewhere' };
	if (isUnlikely(text)) return { text, warning: 'unlikelyName' };
	return COMMA.test(text) ? { text, warning: 'commaInName' } : text;
}
