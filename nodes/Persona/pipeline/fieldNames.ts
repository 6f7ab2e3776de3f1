import { HEADER_WORDS } from './columns/headerWords';
import { foldName } from './foldName';

/** Names that one text holds. */
const MOST_NAMES = 20;
/** Characters of a name that are shown. */
const LONGEST_NAME = 40;
/** Characters of a name that are looked at for that. */
const MOST_READ = 1000;
/** Digits that no name of a field needs, but numbers and dates of people have. */
const VALUE_DIGITS = /\d(?:\D*\d){5}/;

/** Whether the name of a field may be a value: keyed by it, or the first row of a table without a header. */
export function looksLikeValue(name: string): boolean {
	return name.includes('@') || VALUE_DIGITS.test(name);
}

/**
 * A name at a length that can be read, on one line.
 *
 * @param longest characters
 */
export function cutName(name: string, longest = LONGEST_NAME): string {
	const characters = [
		...name
			.slice(0, MOST_READ)
			.toWellFormed()
			.replace(/[\s\p{Cc}]+/gu, ' ')
			.trim(),
	];
	if (characters.length === 0) return '(no name)';
	if (characters.length <= longest) return characters.join('');
	return `${characters.slice(0, longest - 1).join('')}…`;
}

/** Lists names in quotes, each and all of them at a length that can be read. */
export function quoteNames(names: readonly string[]): string {
	const listed = names.slice(0, MOST_NAMES).map((name) => `'${cutName(name)}'`);
	const more = names.length - listed.length;
	return listed.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** What has to be known of all fields of the input, to tell names from values. */
export interface KnownFields {
	/** Column name → name of the input field that feeds it. */
	fieldOf: ReadonlyMap<string, string>;
	/** Fields that fit no column. */
	unmatched: readonly string[];
}

const HEADER_WORD_SET = new Set(HEADER_WORDS.map(foldName));
/** Names among which a word of a header is looked for. */
const MOST_LOOKED_AT = 1000;

/**
 * Whether these are surely names of fields, so that they can be shown. In a table without a header they are somebody's row,
 * and a name such as "Born" may fit a column by chance.
 */
export function isSurelyHeader({ fieldOf, unmatched }: KnownFields): boolean {
	const exact = [...fieldOf].some(([column, field]) => foldName(column) === foldName(field));
	if (exact || fieldOf.size > 1) return true;
	return unmatched.slice(0, MOST_LOOKED_AT).some((name) => HEADER_WORD_SET.has(foldName(name)));
}

/**
 * Chooses the names of fields that a text may hold. Where it is not sure that they are names at all, that is none of them:
 * in a table without a header they are somebody's row.
 *
 * @param match what became of all the fields
 */
export function namesToShow(names: readonly string[], match: KnownFields): string[] {
	return isSurelyHeader(match) ? names.filter((name) => !looksLikeValue(name)) : [];
}

/** The same as a list; empty when none of them is shown. */
export function listNames(names: readonly string[], match: KnownFields): string {
	return listShown(namesToShow(names, match), names.length);
}

/**
 * Lists names that can be shown.
 *
 * @param count how many there are with those that cannot be shown
 */
export function listShown(shown: readonly string[], count: number): string {
	const listed = shown.slice(0, MOST_NAMES).map((name) => cutName(name));
	const more = listed.length === 0 ? 0 : count - listed.length;
	return listed.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Says of one or several names why they are not shown. */
export function likeValues(count: number): string {
	return count === 1 ? 'whose name looks like a value' : 'whose names look like values';
}
