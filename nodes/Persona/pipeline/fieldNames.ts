import { isSurelyHeader, type FieldMatch } from './mapping';

/** Names that one text holds. */
const MOST_NAMES = 20;
/** Characters of a name that are shown. */
const LONGEST_NAME = 40;
/** Digits that no name of a field needs, but numbers and dates of people have. */
const DIGITS_OF_A_VALUE = 6;

/** Whether the name of a field may be a value: keyed by it, or the first row of a table without a header. */
function looksLikeValue(name: string): boolean {
	return name.includes('@') || name.replace(/\D/g, '').length >= DIGITS_OF_A_VALUE;
}

function cut(name: string): string {
	const characters = [
		...name
			.toWellFormed()
			.replace(/[\s\p{Cc}]+/gu, ' ')
			.trim(),
	];
	if (characters.length === 0) return '(no name)';
	if (characters.length <= LONGEST_NAME) return characters.join('');
	return `${characters.slice(0, LONGEST_NAME - 1).join('')}…`;
}

/** Lists names in quotes, each and all of them at a length that can be read. */
export function quoteNames(names: readonly string[]): string {
	const listed = names.slice(0, MOST_NAMES).map((name) => `'${cut(name)}'`);
	const more = names.length - listed.length;
	return listed.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/**
 * Chooses the names of fields that a text may hold. Where it is not sure that they are names at all, and one of them may be a
 * value, that is none of them.
 *
 * @param match what became of all the fields
 */
export function namesToShow(names: readonly string[], match: FieldMatch): string[] {
	const shown = names.filter((name) => !looksLikeValue(name));
	return isSurelyHeader(match) || shown.length === names.length ? shown : [];
}

/** The same as a list; empty when none of them is shown. */
export function listNames(names: readonly string[], match: FieldMatch): string {
	const shown = namesToShow(names, match);
	const listed = shown.slice(0, MOST_NAMES).map(cut);
	const more = listed.length === 0 ? 0 : names.length - listed.length;
	return listed.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Says of one or several names why they are not shown. */
export function likeValues(count: number): string {
	return count === 1 ? 'whose name looks like a value' : 'whose names look like values';
}
