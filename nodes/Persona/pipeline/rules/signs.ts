import { ACCENTED, BEYOND, kindsIn, OTHER } from '../characters';

const HTML = /&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][\dA-Fa-f]{1,6});|<\/?[A-Za-z]{1,10}\s?\/?>/;
const TOTAL =
	'total[es]?|grand total|sub ?total|total g[eé]n[eé]ral|gesamt|gesamtsumme|summe|totaal|end of report|(?:row|record)s? count';
/** "Total", "Grand Total: 1,234", "(2 rows affected)", "Rows: 2". */
const REPORT_LINE = new RegExp(
	`^(?:(?:${TOTAL})\\s?:?\\s?\\(?[\\d.,]*\\)?|\\(?\\d+ (?:rows?|records?)(?: [a-z]+)?\\)?|(?:rows|records)\\s?[:=]\\s?\\d+)$`,
	'i',
);
/** None of them begins with anything else, which spares a look at most text. */
const FIRST_CHARACTERS = new Set('tgserTGSER(0123456789');
const LONGEST_REPORT_LINE = 30;

/** What bytes of UTF-8 become when they are read as Windows-1252, except for the space, which follows real letters too. */
const LATER_BYTE = '[\\u00a1-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
const DECODED_TWICE = new RegExp(
	`[\\u00c2-\\u00df]${LATER_BYTE}|Ã\\u00a0|[\\u00e0-\\u00ef]${LATER_BYTE}{2}|[\\u00f0-\\u00f4]${LATER_BYTE}{3}`,
);

/** Whether text holds what pages on the web are written in. */
export function hasHtml(text: string): boolean {
	return (kindsIn(text) & OTHER) !== 0 && HTML.test(text);
}

/** Whether text looks as if its encoding had been taken for another one. */
export function isDecodedTwice(text: string): boolean {
	return (kindsIn(text) & (ACCENTED | BEYOND)) !== 0 && DECODED_TWICE.test(text);
}

/** Whether a cell says what the last lines of reports say. */
export function isReportLine(text: string): boolean {
	if (text.length > LONGEST_REPORT_LINE || !FIRST_CHARACTERS.has(text[0]!)) return false;
	return REPORT_LINE.test(text);
}
