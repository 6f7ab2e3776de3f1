import { ACCENTED, BEYOND, kindsIn } from '../characters';

const HTML = /&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][\dA-Fa-f]{1,6});|<\/?[A-Za-z]{1,10}\s?\/?>/;
const TOTAL =
	'total(?:es?|s)?|averages?|grand totals?|sub ?total|total g[eé]n[eé]ral|gesamt|gesamtsumme|summe|totaal|totaux|end of report|(?:row|record)s? count|合計|合计|小計|总计|합계|총계|итого';
/** These are names too, without a colon. */
const TOTAL_OR_NAME = 'somme|suma|summa|razem|count|anzahl|rows|records';
const ROWS = '(?:rows?|records?|zeilen?|datensätze|lignes?|filas?|righe)';
/** "Total", "Grand Total: 1,234", "(2 rows affected)", "Rows: 2". */
const REPORT_LINE = new RegExp(
	`^(?:(?:${TOTAL})\\s?:?\\s?\\(?[\\d.,]*(?: ${ROWS})?\\)?|\\(?\\d+ ${ROWS}(?: [a-z ]+)?(?: \\([\\d.]+ sec\\))?\\)?|(?:${TOTAL_OR_NAME})\\s?[:=]\\s?[\\d.,]*)$`,
	'i',
);
const LONGEST_REPORT_LINE = 40;
/** What stands below the rows of a report, whatever follows. */
const FOOTER =
	/^(?:copyright|©|confidential|(?:generated|exported|printed|created|downloaded) (?:by|on|at|from)|report (?:generated|run|created)|(?:page|seite|página|pagina) \d+ (?:of|von|sur|de|di) \d+$|[-*= ]*end of (?:file|report|data)|(?:filtered by|(?:data )?as of(?= \S)|last (?:updated|refreshed)|(?:source|filters?|report (?:name|title|date))\s?:))(?!\p{L})/iu;
/** No line and no footer begins with anything else, which spares a look at most text. */
const FIRST_CHARACTERS = new Set('acdefglprstACDEFGLPRST(0123456789-*=©合小总총합Ии');

/** What bytes of UTF-8 become when they are read as Windows-1252, except for the space, which follows real letters too. */
const LATER_BYTE = '[\\u00a1-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
/**
 * The same for the encodings of old Macs, of DOS and of Eastern Europe (M√ºller, M³ller, Fran‡ois, MĂĽller), and for Cyrillic
 * letters: no name has four letters with accents in a row.
 */
const OTHER_DECODING =
	/√[^ -~]|\p{L}[÷³ⁿ▀±¤¦¬]|[÷³ⁿ▀]\p{L}|\p{L}(?:[‚ƒ„…‡ˆ‰‹”•›]\p{L}|[‚ƒ‡ˆ‰]$)|\p{Ll}[ĂĹÃ]|[ĂĹ][\u00a1-\u00bf‚„…‡‰›ľąşżźśťłžĽŁĄŻŹŚŤŽ]|[\u00c0-\u00ff]{4}/u;
const DECODED_TWICE = new RegExp(
	`[\\u00c2-\\u00df]${LATER_BYTE}|Ã\\u00a0|[\\u00e0-\\u00ef]${LATER_BYTE}{2}|[\\u00f0-\\u00f4]${LATER_BYTE}{3}`,
);

/** Written with what is between its parts, because nine digits alone may be any number. */
const SOCIAL_SECURITY_NUMBER = /(?<![\w-])\d{3}([- ])\d{2}\1\d{4}(?![\w-])/;

/** Whether text holds what is written like a social security number, alone or beside something else. */
export function hasSocialSecurityNumber(text: string): boolean {
	return SOCIAL_SECURITY_NUMBER.test(text);
}

/** Whether text holds what pages on the web are written in. */
export function hasHtml(text: string): boolean {
	return HTML.test(text);
}

/** Whether text looks as if its encoding had been taken for another one. */
export function isDecodedTwice(text: string): boolean {
	const isOdd = (kindsIn(text) & (ACCENTED | BEYOND)) !== 0;
	return isOdd && (DECODED_TWICE.test(text) || OTHER_DECODING.test(text));
}

/** Whether a cell says what the last lines of reports say. */
export function isReportLine(text: string): boolean {
	if (!FIRST_CHARACTERS.has(text[0]!)) return false;
	return FOOTER.test(text) || (text.length <= LONGEST_REPORT_LINE && REPORT_LINE.test(text));
}

const HEADERS = {
	name: /^(?:(?:first|given|last|sur|family|middle|full|fore)[ _.-]?name|name[ _.-]?(?:first|middle|last)|vorname|nachname|familienname|prénom|nombres|apellidos?|cognome|氏名|姓名|お名前)$/i,
	id: /^(?:(?:account|client|contact|cust|customer|employee|external|member|patient|person|record|reference|student|user)?[ _.-]?id(?: ?(?:#|no\.?|number)|__c)?|(?:account|client|customer|employee|member|patient|record|reference|student)[ _.-]?(?:number|no\.?|nr\.?|#)|(?:kunden|personal|mitglieds)[ -]?(?:nummer|nr\.?|id)|id[ _](?:cliente|client|usuario)|顧客番号|社員番号|顧客id)$/i,
};
/** Whether a cell says what names of columns say, as in a file where the header is there twice. */
export function isHeader(text: string, of: 'name' | 'id'): boolean {
	return HEADERS[of].test(text);
}
