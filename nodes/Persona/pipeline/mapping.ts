import { fitsOf, repeatedFits, repeatedName } from './fits';
import type { Candidate, Column, Field, Fit } from './types';

export { foldName } from './foldName';

/** Which input field feeds which column. */
export interface FieldMatch {
	/** Column name → name of the input field that feeds it. */
	fieldOf: Map<string, string>;
	/** Fields that fit a column as well, but less closely than the one that was taken. */
	passedOver: Array<{ field: string; column: string; taken: string }>;
	/** Fields that fit no column. */
	unmatched: string[];
	/** Fields that fit a column, but are likely about somebody or something else. */
	doubtful: string[];
}

function isBeside({ beside }: Fit, names: ReadonlySet<string>): boolean {
	return beside === undefined || beside.some((name) => names.has(name));
}

function compare(one: Candidate, other: Candidate): number {
	const nested = Number(one.field.isNested === true) - Number(other.field.isNested === true);
	return one.fit.distance - other.fit.distance || nested || one.fit.order - other.fit.order;
}

/**
 * Finds the fields that fit each column, the closest one first; among equals, the order of the fields decides. Each field
 * feeds one column at most.
 *
 * @param fields the fields of one item that fit any column at all
 */
export function candidatesOf(fields: readonly Field[]): Map<Column, Candidate[]> {
	const names = new Set<string>();
	for (const { fits } of fields) for (const { name } of fits) names.add(name);
	const byColumn = new Map<Column, Candidate[]>();
	const add = (field: Field, fit: Fit | undefined) => {
		if (fit === undefined) return;
		const others = byColumn.get(fit.column);
		if (others === undefined) byColumn.set(fit.column, [{ field, fit }]);
		else others.push({ field, fit });
	};
	const aloneFit = ({ fits }: Field) => fits.find(({ nameClass }) => nameClass?.alone === true);
	const undecided = fields.filter((field) => aloneFit(field) !== undefined);
	for (const field of fields) {
		if (aloneFit(field) !== undefined) continue;
		add(
			field,
			field.fits.find((fit) => isBeside(fit, names)),
		);
	}
	const decided = undecided.map((field): [Field, Fit | undefined] => {
		const alone = aloneFit(field)!;
		return [field, byColumn.has(alone.column) ? field.fits.find((fit) => fit !== alone) : alone];
	});
	for (const [field, fit] of decided) add(field, fit);
	for (const candidates of byColumn.values()) candidates.sort(compare);
	return byColumn;
}

/** A field by its name, which counts as a repeated one if it is numbered and `isThere` knows the name without number. */
export function fieldNamed(
	name: string,
	columns: readonly Column[],
	isThere: (name: string) => boolean,
): Field {
	const fits = fitsOf(name, columns);
	if (fits.length > 0) return { name, fits };
	const first = repeatedName(name);
	if (first === undefined || !isThere(first)) return { name, fits };
	return { name, fits: repeatedFits(fitsOf(first, columns)) };
}

/**
 * Finds the field for each column by the names alone, as for the header of a file: the closest one. Names that count only
 * with certain values fit nothing here.
 *
 * @param fields the names of the fields, in the order in which they were seen
 */
export function matchFields(fields: readonly string[], columns: readonly Column[]): FieldMatch {
	const names = new Set(fields);
	const all = fields
		.map((name) => fieldNamed(name, columns, (other) => names.has(other)))
		.map(({ name, fits }) => ({
			name,
			fits: fits.filter(({ nameClass }) => nameClass?.looksLike === undefined),
		}));
	const byColumn = candidatesOf(all);
	const match: Omit<FieldMatch, 'unmatched'> = { fieldOf: new Map(), passedOver: [], doubtful: [] };
	const known = new Set<Field>();
	for (const column of columns) {
		const candidates = byColumn.get(column) ?? [];
		const taken = candidates[0]?.field.name;
		if (taken !== undefined) match.fieldOf.set(column.name, taken);
		for (const [index, { field, fit }] of candidates.entries()) {
			known.add(field);
			if (fit.nameClass?.doubtful === true) match.doubtful.push(field.name);
			if (index > 0) {
				match.passedOver.push({ field: field.name, column: column.name, taken: taken! });
			}
		}
	}
	const unmatched = all.filter((field) => !known.has(field)).map(({ name }) => name);
	return { ...match, unmatched };
}
