import { DIGIT, HYPHEN, hasOnly, LETTER, LETTER_N, OTHER } from '../characters';
import type { Checked } from './rule';

/** As spreadsheets show long numbers; 12E5 without sign and comma may be an ID. */
const EXPONENT = /^[+-]?\d+(?:[.,]\d+[eE][+-]?|[eE]\+)\d+$/;
const WITH_DECIMALS = /^\d+\.0+$/;
const THOUSANDS = /^\d{1,3}(?:,\d{3})+$/;
/** The same with other signs between the thousands, which may also divide the parts of an ID. */
const OTHER_THOUSANDS = /^\d{1,3}(?:[.'’ \u00a0\u202f]\d{3})+$/;
/** What spreadsheets make of 5-3 or MAR5. */
const DATE_LIKE =
	/^(?:\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2})$/;
const LONGEST_DATE = 'dd-MMM'.length;
/** All that is in none of the patterns but those of dates. */
const HARMLESS = LETTER | LETTER_N | DIGIT | HYPHEN | OTHER;
/** Longest text that the patterns above look at; no number is longer. */
const LONGEST_NUMBER = 100;

/** Whether text is a number of which a spreadsheet left out digits. */
export function isShortened(text: string): boolean {
	return text.length <= LONGEST_NUMBER && EXPONENT.test(text) && !/e-/i.test(text);
}

/** Takes off what keeps a spreadsheet from reading text as a number: ="00123", or an apostrophe before a number. */
export function unwrapFormula(text: string): string {
	switch (text[0]) {
		case '=':
			return /^="([^"]*)"$/.exec(text)?.[1]?.trim() ?? text;
		case "'":
			// An apostrophe at both ends is a quotation mark of a database.
			return /^'[\d+=-]/.test(text) ? text.slice(1).replace(/'$/, '') : text;
		default:
			return text;
	}
}

/** Undoes what spreadsheets do to numbers, where it is certain, and points out where it is likely. */
export function undoSpreadsheet(text: string): Checked {
	if (text.length > LONGEST_NUMBER) return text;
	if (text.length > LONGEST_DATE && hasOnly(text, HARMLESS)) return text;
	if (EXPONENT.test(text)) return { code: 'exponent' };
	if (WITH_DECIMALS.test(text)) {
		return { text: text.slice(0, text.indexOf('.')), warning: 'spreadsheetCleaned' };
	}
	if (THOUSANDS.test(text)) {
		const digits = text.replaceAll(',', '');
		// One comma may also stand between two numbers.
		return text.indexOf(',') === text.lastIndexOf(',')
			? { text, warning: 'spreadsheetChanged' }
			: { text: digits, warning: 'spreadsheetCleaned' };
	}
	const isChanged =
		DATE_LIKE.test(text) ||
		OTHER_THOUSANDS.test(text) ||
		text.startsWith("'") ||
		text.startsWith('="');
	return isChanged ? { text, warning: 'spreadsheetChanged' } : text;
}
