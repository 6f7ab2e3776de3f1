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

/** Values shorter than this are left: masking every "a" would make any sentence unreadable and hides nothing. */
const SHORTEST_VALUE = 3;
const LONGEST_TEXT = 300;

/** The distinct values that must not be shown, longest first, so that a part of a value never stays behind. */
function forbiddenIn(text: string, values: Iterable<string>): string[] {
	const lowerText = text.toLowerCase();
	const found = new Set<string>();
	for (const value of values) {
		const lower = value.trim().toLowerCase();
		if (lower.length >= SHORTEST_VALUE && lowerText.includes(lower)) found.add(lower);
	}
	return [...found].sort((a, b) => b.length - a.length);
}

function mask(text: string, forbidden: string): string {
	let result = '';
	let rest = text;
	for (;;) {
		const at = rest.toLowerCase().indexOf(forbidden);
		if (at < 0) return result + rest;
		result += rest.slice(0, at) + MASK;
		rest = rest.slice(at + forbidden.length);
	}
}

/**
 * Makes text from Persona safe to show: it may repeat what a row holds. Whatever is a value of the rows that were sent, is
 * quoted, or has the shape of personal data is masked, and long text is cut.
 *
 * @param values all cells that were sent, or nothing where they are not at hand
 */
export function scrub(text: string, values: Iterable<string>): string {
	let clean = text.replace(/\s+/g, ' ').trim();
	for (const forbidden of forbiddenIn(clean, values)) clean = mask(clean, forbidden);
	for (const shape of PERSONAL_SHAPES) clean = clean.replace(shape, MASK);
	return clean.length > LONGEST_TEXT ? `${clean.slice(0, LONGEST_TEXT)}…` : clean;
}
