import type { Column } from './types';

/** Which input field feeds which column. */
export interface FieldMatch {
	/** Column name → name of the input field that feeds it. */
	fieldOf: Map<string, string>;
	/** Fields that fit a column as well, but less closely than the one that was taken. */
	passedOver: Array<{ field: string; column: string; taken: string }>;
	/** Fields that fit no column. */
	unmatched: string[];
}

const EXACT = 0;
const FOLDED = 1;
const SYNONYM = 2;
const WEAK = 3;

/** Folds a name to what it says: case, accents, spaces, punctuation and camelCase make no difference. */
export function foldName(name: string): string {
	return name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

function closeness(field: string, column: Column): number | undefined {
	if (field === column.name) return EXACT;
	const folded = foldName(field);
	if (folded === foldName(column.name)) return FOLDED;
	if (column.synonyms.some((synonym) => foldName(synonym) === folded)) return SYNONYM;
	if (column.weakSynonyms?.some((synonym) => foldName(synonym) === folded)) return WEAK;
	return undefined;
}

/**
 * Finds the field for each column: the column's own name first, then the name up to case, accents, spaces and
 * punctuation, then a known synonym. Among equals the field that was seen first is taken.
 *
 * @param fields the names of the input fields, each once, in the order in which they were seen
 */
export function matchFields(fields: readonly string[], columns: readonly Column[]): FieldMatch {
	const match: FieldMatch = { fieldOf: new Map(), passedOver: [], unmatched: [] };
	const known = new Set<string>();
	for (const column of columns) {
		const candidates = fields
			.map((field) => ({ field, distance: closeness(field, column) }))
			.filter((candidate) => candidate.distance !== undefined)
			.sort((a, b) => Number(a.distance) - Number(b.distance));
		const [best, ...others] = candidates;
		if (best === undefined) continue;
		match.fieldOf.set(column.name, best.field);
		for (const { field } of candidates) known.add(field);
		for (const { field } of others) {
			match.passedOver.push({ field, column: column.name, taken: best.field });
		}
	}
	match.unmatched = fields.filter((field) => !known.has(field));
	return match;
}

/**
 * Whether these are surely names of fields, so that they can be shown. In a table without a header they are somebody's row,
 * and a name such as "Born" may fit a column by chance.
 */
export function isSurelyHeader({ fieldOf }: FieldMatch): boolean {
	const exact = [...fieldOf].some(([column, field]) => foldName(column) === foldName(field));
	return exact || fieldOf.size > 1;
}
