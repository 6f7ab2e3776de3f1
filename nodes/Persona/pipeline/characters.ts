/** Kinds of characters, as bits. All but the last two are printable ASCII. */
export const LETTER = 1;
/** N and n, which every word for a missing value has: null, NaN, None, undefined. */
export const LETTER_N = 2;
export const DIGIT = 4;
export const SPACE = 8;
export const HYPHEN = 16;
/** Full stop and apostrophe. */
export const MARK = 32;
/** Comma, plus and equals sign. */
export const OPERATOR = 64;
export const OTHER = 128;
/** Latin letters with accents, as European names have them. */
export const ACCENTED = 256;
/** Control characters, and all other text that is not ASCII. */
export const BEYOND = 512;

function kindOf(character: string): number {
	if (/[\u00c0-\u017f]/.test(character)) return ACCENTED;
	if (!/[ -~]/.test(character)) return BEYOND;
	if (/[Nn]/.test(character)) return LETTER_N;
	if (/[A-Za-z]/.test(character)) return LETTER;
	if (/\d/.test(character)) return DIGIT;
	if (character === ' ') return SPACE;
	if (character === '-') return HYPHEN;
	if (/[.']/.test(character)) return MARK;
	return /[,+=]/.test(character) ? OPERATOR : OTHER;
}

const LAST = 0x17f;
const KINDS = Uint16Array.from({ length: LAST + 1 }, (_, code) =>
	kindOf(String.fromCharCode(code)),
);

/** Which kinds of characters a text has. One scan of a short text takes a fraction of the time that a pattern does. */
export function kindsIn(text: string): number {
	let kinds = 0;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		kinds |= code > LAST ? BEYOND : KINDS[code]!;
	}
	return kinds;
}

/** Whether a text has characters of these kinds and no others. */
export function hasOnly(text: string, kinds: number): boolean {
	return (kindsIn(text) & ~kinds) === 0;
}
