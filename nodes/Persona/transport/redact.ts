import { foldedValue, foldWithOrigin, type FoldedText } from './folding';
import { personalPlacesIn } from './shapes';

const MASK = '•••';

/** Shorter values of Latin letters and digits are masked as whole words only: every other word holds an "a". */
const SHORTEST_PART_OF_A_WORD = 3;
/** Shorter parts of a value, such as initials, tell nothing of it. */
const SHORTEST_HALF = 2;
/** Longer text is not shown at all: it is no sentence, and looking for every value in it would take long. */
const LONGEST_INPUT = 2000;
const LONGEST_TEXT = 300;

/** Places in a text, as pairs of begin and end. */
type Places = [number, number][];

/** What separates the words of a value, as the halves of a double name. */
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/** The words of a folded value, which Persona may repeat alone. */
function wordsOf(folded: string): string[] {
	return folded.split(BETWEEN_WORDS).filter(({ length }) => length >= SHORTEST_HALF);
}

/** Tells which values {@link redact} would find in texts, so that only these have to be kept. */
export function findIn(texts: readonly string[]): (value: string) => boolean {
	const all = texts.map(foldedValue);
	const words = new Set(all.flatMap((text) => text.split(BETWEEN_WORDS)));
	return (value) => {
		const folded = foldedValue(value);
		return (
			all.some((text) => text.includes(folded)) || wordsOf(folded).some((word) => words.has(word))
		);
	};
}

const isPartOfWord = (text: string | undefined) => text !== undefined && /[\p{L}\p{N}]/u.test(text);

/** Where a folded value stands in a text, places that overlap each other included. */
function* placesOf(
	{ folded, origin, end }: FoldedText,
	wanted: string,
	wholeWords: boolean,
): Generator<[number, number]> {
	for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
		const after = at + wanted.length;
		if (wholeWords && (isPartOfWord(folded[at - 1]) || isPartOfWord(folded[after]))) continue;
		yield [origin[at]!, end[after - 1]!];
	}
}

/** Where values and their words stand in a text. */
function placesOfValues(text: string, values: Iterable<string>): Places {
	const foldedText = foldWithOrigin(text);
	const wanted = new Map<string, boolean>();
	for (const value of values) {
		const folded = foldedValue(value);
		const isShort = folded.length < SHORTEST_PART_OF_A_WORD && /^[ -~]+$/.test(value.trim());
		if (folded !== '') wanted.set(folded, isShort && wanted.get(folded) !== false);
		for (const word of wordsOf(folded)) if (!wanted.has(word)) wanted.set(word, true);
	}
	const places: Places = [];
	for (const [value, wholeWords] of wanted) {
		for (const place of placesOf(foldedText, value, wholeWords)) places.push(place);
	}
	return places;
}

/** Masks places; those that touch or overlap become one mask. */
function mask(text: string, places: Places): string {
	const sorted = places.sort(([a], [b]) => a - b);
	let clean = '';
	let shown = 0;
	let masked = -1;
	for (const [begin, end] of sorted) {
		if (begin > masked) clean += text.slice(shown, begin) + MASK;
		masked = Math.max(masked, end);
		shown = masked;
	}
	return clean + text.slice(shown);
}

/**
 * Makes text from Persona safe to show: it may repeat what a row holds. Whatever is a value of the rows that were sent or a
 * word of one, is quoted, or has the shape of personal data is masked; long text is cut, very long text left out.
 *
 * @param values all cells that were sent, or nothing where they are not at hand
 */
export function redact(text: string, values: Iterable<string>): string {
	if (text.length > LONGEST_INPUT) return '';
	const tidy = text.normalize('NFC').replace(/\s+/g, ' ').trim();
	const clean = mask(tidy, [...placesOfValues(tidy, values), ...personalPlacesIn(tidy)]);
	return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT).toWellFormed()}…` : clean;
}
