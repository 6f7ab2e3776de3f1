import type { WarningCode } from './codes';
import type { RuleContext } from './context';
import { hasLeftoverInId, placeholderKind, settlePlaceholder } from './placeholders';
import type { Checked } from './rule';
import { hasSocialSecurityNumber, isDecodedTwice, isHeader, isReportLine } from './signs';
import { isShortened, undoSpreadsheet, unwrapFormula } from './spreadsheet';
import { checkTrimmed, checkTrimmedText } from './text';

/** What databases and programs write for an ID that is not there. */
const NIL_UUID = '00000000-0000-0000-0000-000000000000';

/**
 * A cell with a mask, a formula, HTML, a template or several IDs, but not an email address, a path, or an ID as Auth0 gives it:
 * `google-oauth2|123`, `samlp|company|ann`.
 */
const SIGNS =
	/\*{2}|^=|[<>{};\n]|^(?![a-z][a-z\d-]*(?:\|[\w.@+-]+){1,2}$).*\||^(?:x{3,}|•)[-•\d]|^\[.*\]$|^[^\p{L}\p{N}]+$|^["“`].*["”`]$|^[^@]*@[^@,\s]*[,\s][^@]*@|^\d+(?:, ?| & | and )\d+$|#(?:ref|n\/a|name|value)[!?]?|^\$json|^%[sd]$|^(?:true|false|yes|no|new|pending|redacted)$/iu;
/** 2024-03-05 alone may be an ID. */
const DAY = /^\d{1,2}\/\d{1,2}\/\d{2,4}$|^\d{4}-\d\d-\d\d[ T]\d\d:/;

function warningOnId(text: string): WarningCode | undefined {
	if (isReportLine(text)) return 'reportLine';
	if (isDecodedTwice(text)) return 'decodedTwice';
	if (isHeader(text, 'id')) return 'headerWord';
	if (hasSocialSecurityNumber(text)) return 'socialSecurityNumberElsewhere';
	if (DAY.test(text)) return 'spreadsheetChanged';
	return SIGNS.test(text) ? 'unlikelyId' : undefined;
}

/** An ID that rows are told apart by: a placeholder would make them all the same one. */
export function checkReferenceId(value: unknown): Checked {
	const trimmed = checkTrimmedText(value);
	if (typeof trimmed !== 'string') return trimmed;
	const text = unwrapFormula(trimmed);
	const kind = placeholderKind(text);
	if ((kind !== undefined && kind !== 'trial') || text === NIL_UUID)
		return { code: 'placeholderId' };
	if (hasLeftoverInId(text)) return { code: 'expressionLeftover' };
	const undone = undoSpreadsheet(text);
	if (typeof undone !== 'string') return undone;
	const warning = warningOnId(text);
	return warning === undefined ? text : { text, warning };
}

/** Any other field of an account: words such as none, unknown or test may be what it holds. */
export function checkField(value: unknown, context: RuleContext): Checked {
	const text = checkTrimmed(value);
	if (typeof text !== 'string' || text === '') return text;
	const placeholder = settlePlaceholder(
		text,
		context,
		(kind) => kind !== 'never' && kind !== 'formula',
	);
	if (placeholder !== undefined) return placeholder;
	if (/undefined|\[object |Invalid Date/.test(text)) return { code: 'expressionLeftover' };
	if (isShortened(text)) return { text, warning: 'spreadsheetChanged' };
	return isDecodedTwice(text) ? { text, warning: 'decodedTwice' } : text;
}

/** Whether text is an email address or is written like one. */
function isAddress(text: string): boolean {
	return text.includes('@');
}

/** A number or code of a document; Persona documents no form for any of them. */
export function checkIdentifier(value: unknown, context: RuleContext): Checked {
	const trimmed = checkTrimmedText(value);
	if (typeof trimmed !== 'string') return trimmed;
	const text = unwrapFormula(trimmed);
	const placeholder = settlePlaceholder(text, context);
	if (placeholder !== undefined) return placeholder;
	if (isAddress(text)) return { code: 'emailAddressElsewhere' };
	if (hasLeftoverInId(text)) return { code: 'expressionLeftover' };
	return SIGNS.test(text) ? { text, warning: 'unlikelyId' } : undoSpreadsheet(text);
}

// Separators are left aside, because people write them; what counts is the plus sign, the country code and the length.
// Source of the length: E.164, at most 15 digits. Source of the form: the example in Persona's lists cookbook.
const INTERNATIONAL_NUMBER = /^\+[1-9]\d{6,14}$/;
const SEPARATORS = /[\s().\-/]/g;

/** A phone number. Persona documents no form for it: what looks unusual is only pointed out. */
export function checkPhoneNumber(value: unknown, context: RuleContext): Checked {
	const checked = checkIdentifier(value, context);
	if (typeof checked === 'object' && 'code' in checked) return checked;
	const text = typeof checked === 'string' ? checked : checked.text;
	if (text === '' || INTERNATIONAL_NUMBER.test(text.replace(SEPARATORS, ''))) return checked;
	return { text, warning: 'nationalPhoneNumber' };
}
