const MASK = '•••';

/** Shapes of personal data, for text in which the values themselves cannot be looked up. */
const PERSONAL_SHAPES = [
	/[^\s"'<>()[\]]+@[^\s"'<>()[\]]+/g,
	/\b\d{4}-\d{2}-\d{2}\b/g,
	/\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/g,
	/\b\d{3}-?\d{2}-?\d{4}\b/g,
	/\bpersona_\w+/g,
	/(["'`])(?:(?!\1).)+\1/g,
];

/** Shorter values of Latin letters and digits are masked as whole words only: every other word holds an "a". */
const SHORTEST_PART_OF_A_WORD = 3;
/** Longer text is not shown at all: it is no sentence, and looking for every value in it would take long. */
const LONGEST_INPUT = 2000;
const LONGEST_TEXT = 300;

/** Lower case, in which a Greek sigma looks the same at the end of a word and inside it. */
function fold(text: string): string {
	return text.toLowerCase().replaceAll('ς', 'σ');
}

/** Text in the form in which values are looked for in it. */
function searchable(text: string): string {
	return fold(text.replace(/\s+/g, ' ').trim());
}

/** Tells which values {@link redact} would find in texts, so that only these have to be kept. */
export function findIn(texts: readonly string[]): (value: string) => boolean {
	const all = texts.map(searchable);
	return (value) => {
		const wanted = searchable(value);
		return all.some((text) => text.includes(wanted));
	};
}

/** The distinct values that must not be shown, longest first, so that a part of a value never stays behind. */
function forbiddenIn(text: string, values: Iterable<string>): string[] {
	const foldedText = fold(text);
	const found = new Set<string>();
	for (const value of values) {
		const folded = searchable(value);
		if (folded !== '' && foldedText.includes(folded)) found.add(folded);
	}
	return [...found].sort((a, b) => b.length - a.length);
}

function mask(text: string, forbidden: string): string {
	const escaped = forbidden.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
	if (forbidden.length < SHORTEST_PART_OF_A_WORD && /^[ -~]+$/.test(forbidden)) {
		const wholeWord = `(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`;
		return text.replace(new RegExp(wholeWord, 'giu'), MASK);
	}
	const masked = text.replace(new RegExp(escaped, 'giu'), MASK);
	// A few letters, such as the Turkish İ, have a lower case that a pattern does not know.
	const folded = fold(masked);
	return folded.includes(forbidden) ? folded.replaceAll(forbidden, MASK) : masked;
}

/**
 * Makes text from Persona safe to show: it may repeat what a row holds. Whatever is a value of the rows that were sent, is
 * quoted, or has the shape of personal data is masked; long text is cut, very long text left out.
 *
 * @param values all cells that were sent, or nothing where they are not at hand
 */
export function redact(text: string, values: Iterable<string>): string {
	if (text.length > LONGEST_INPUT) return '';
	let clean = text.replace(/\s+/g, ' ').trim();
	for (const forbidden of forbiddenIn(clean, values)) clean = mask(clean, forbidden);
	for (const shape of PERSONAL_SHAPES) clean = clean.replace(shape, MASK);
	return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT)}…` : clean;
}
