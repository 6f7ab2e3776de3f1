import { ACCENTED, BEYOND, kindsIn, LETTER, LETTER_N, OTHER } from '../characters';
import type { RuleContext } from './context';
import { hasLeftover, placeholderKind, type PlaceholderKind } from './placeholders';
import type { Checked } from './rule';
import { hasHtml, isDecodedTwice, isReportLine } from './signs';
import { checkTrimmed } from './text';

/** From here on a name is more likely a sentence. */
const LONG_NAME = 40;
const ANY_LETTER = /\p{L}/u;
/** One upper-case letter and lower-case ones, as names are written and placeholders of programs are not. */
const CAPITALIZED = /^\p{Lu}\p{Ll}+$/u;
function settleKind(text: string, kind: PlaceholderKind, context: RuleContext): Checked {
	if (kind === 'trial' || (kind !== 'never' && CAPITALIZED.test(text))) {
		return { text, warning: 'placeholderName' };
	}
	return context.placeholders === 'empty' ? '' : { code: 'placeholder' };
}

/** Whether nothing more is to be found out about a name, as is so for most. */
function isPlain(text: string): boolean {
	const kinds = kindsIn(text);
	const hasLetter = (kinds & (LETTER | LETTER_N)) !== 0;
	return hasLetter && (kinds & (OTHER | ACCENTED | BEYOND)) === 0 && text.length < LONG_NAME;
}

function isUnlikely(text: string): boolean {
	return text.length >= LONG_NAME || text.includes('@') || !ANY_LETTER.test(text);
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
	if (isReportLine(text)) return { text, warning: 'reportLine' };
	if (isPlain(text)) return text;
	if (hasHtml(text)) return { text, warning: 'html' };
	if (isDecodedTwice(text)) return { text, warning: 'decodedTwice' };
	return isUnlikely(text) ? { text, warning: 'unlikelyName' } : text;
}
