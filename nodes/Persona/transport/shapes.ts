const MONTH =
	'(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';
const YEAR = "'?(?:\\d{4}|\\d{2})";
const GAP = '[\\s,./-]{0,3}';
/** Nothing of a word right before or after. */
const begin = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';

/** Shapes of personal data, for text in which the values themselves cannot be looked up. */
const PERSONAL_SHAPES: readonly RegExp[] = [
	// An email address.
	/[^\s"<>()[\]]{1,254}@(?:\[[^\s\]]*\]|[^\s"<>()[\]]+)/gu,
	// A date with the name of its month, in any order, with or without the day or the year.
	new RegExp(`${begin}${DAY}${GAP}(?:of )?${MONTH}(?:${GAP}${YEAR})?${end}`, 'giu'),
	new RegExp(`${begin}${MONTH}${GAP}${DAY}(?:${GAP}${YEAR})?${end}`, 'giu'),
	new RegExp(`${begin}${MONTH}${GAP}${YEAR}${end}`, 'giu'),
	// An IPv6 address, also a shortened one; an IPv4 address at its end is found as digits.
	/(?<![\p{L}\p{N}:])(?=[\da-f:]*:[\da-f:]*:)[\da-f]{0,4}(?::[\da-f]{0,4}){2,8}(?:%\w+)?/giu,
	// Four digits or more, together or apart: SSNs, the last four of one, phone numbers, dates, IPv4 addresses.
	/[+(]{0,2}\p{Nd}(?:[\s.,:/()\p{Pd}−]{0,3}\p{Nd}){3,}/gu,
	// An API key of Persona.
	/\bpersona_\w+/giu,
	// What is quoted.
	/(["'`])(?:(?!\1).)+\1/gu,
	/[“„‟«](?:(?![”“»]).)+[”“»]/gu,
	/[‘‚‛](?:(?![’‘]).)+[’‘]/gu,
];

/** The places in a text that have the shape of personal data, as pairs of begin and end. */
export function* personalPlacesIn(text: string): Generator<[number, number]> {
	for (const shape of PERSONAL_SHAPES) {
		for (const { index, 0: found } of text.matchAll(shape)) yield [index, index + found.length];
	}
}
