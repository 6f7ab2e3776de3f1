/** Characters beyond which a text is no name that fits anything. */
export const LONGEST_NAME = 200;
const PRINTABLE_ASCII = /^[ -~]*$/;

/** Folds a name to what it says: case, accents, spaces, punctuation and camelCase make no difference. */
export function foldName(name: string): string {
	if (PRINTABLE_ASCII.test(name)) return name.toLowerCase().replace(/[^a-z\d]/g, '');
	return name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Folds a name that is short enough to fit anything, and others to nothing. */
export function foldShort(name: string): string {
	return name.length > LONGEST_NAME ? '' : foldName(name);
}
