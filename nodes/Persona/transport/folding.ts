const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries([
	...[...'‘’‚‛′ʼʹ`´＇'].map((quote) => [quote, "'"]),
	...[...'“”„‟″«»＂'].map((quote) => [quote, '"']),
	...[...'‐‑‒–—―−﹘﹣－'].map((dash) => [dash, '-']),
	['ς', 'σ'],
]);

const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'gu');
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;

function straight(text: string): string {
	return text.replace(LOOKALIKE, (character) => LOOKALIKES[character]!);
}

/**
 * Text in the form in which it is compared: without regard to case, accents, composed or decomposed letters, curly or
 * straight quotes, kinds of dashes and of spaces. It is the same for a text as for its characters one by one.
 */
export function fold(text: string): string {
	// Most cells, quickly.
	if (/^[\x20-\x5f\x61-\x7e]*$/.test(text)) return text.toLowerCase();
	return straight(
		// Composed first: the Greek oxia is then the acute accent that it is the same as.
		straight(text.normalize('NFC'))
			.normalize('NFKD')
			// To upper case in between: ß is then the same as ss, and a dotless ı the same as an i.
			.toLowerCase()
			.toUpperCase()
			.toLowerCase()
			.normalize('NFKD')
			.replace(/\p{M}/gu, '')
			.replace(UNSEEN, '')
			.replace(/\s/g, ' '),
	);
}

/** A folded text that knows where each of its characters was. */
export interface FoldedText {
	folded: string;
	/** For each UTF-16 unit of `folded`, and for its end, where the character that it comes from begins in the text. */
	origin: number[];
	/** The same, for where that character ends. */
	end: number[];
}

/** Folds a text character by character; of several spaces in a row the first one counts. */
export function foldWithOrigin(text: string): FoldedText {
	let folded = '';
	const origin: number[] = [];
	const end: number[] = [];
	let at = 0;
	for (const character of text) {
		const piece = fold(character);
		const next = at + character.length;
		const repeatsSpace = piece === ' ' && folded.endsWith(' ');
		for (let unit = 0; unit < piece.length && !repeatsSpace; unit++) {
			origin.push(at);
			end.push(next);
		}
		if (!repeatsSpace) folded += piece;
		at = next;
		// What has no place of its own, such as an accent or another space, belongs to the character before it.
		if (end.length > 0) end[end.length - 1] = at;
	}
	return { folded, origin, end };
}

/** A value in the form in which it is looked for: folded, without spaces around it, and single ones in it. */
export function foldedValue(value: string): string {
	return fold(value).replace(/ +/g, ' ').trim();
}
