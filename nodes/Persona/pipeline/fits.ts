import {
	FULL_NAMES,
	PERSON_PREFIXES,
	PERSON_WORDS,
	QUALIFIERS,
	TOOL_PREFIXES,
	WEAK_PREFIXES,
} from './columns/people';
import { LONGEST_NAME, foldName, foldShort } from './foldName';
import type { Column, Fit } from './types';

interface Lookup {
	exact: ReadonlyMap<string, readonly Fit[]>;
	folded: ReadonlyMap<string, readonly Fit[]>;
}

type Prefix = 'tool' | 'person' | 'weak';

/** Distance between two classes of names; what is left aside counts for less. */
const CLASS = 8;
const FOLDED = CLASS;
const FIRST_CLASS = 2 * CLASS;
const MARK = 1;
const PREFIX_DISTANCES: Readonly<Record<Prefix, number>> = { tool: 1, person: 3, weak: 5 };
const REPEATED = 6;
const LONGEST_PREFIX = 24;
/** Letters below which an ID is only told by what stands before it: "Property ID" is not the ID of a person. */
const SHORTEST_PREFIXED_ID = 6;
const NONE: readonly Fit[] = [];

const foldAll = (names: readonly string[]) => new Set(names.map(foldName));

const FULL_NAME_SET = foldAll(FULL_NAMES);
const PERSON_SET = foldAll(PERSON_WORDS);
const QUALIFIER_SET = foldAll(QUALIFIERS);
const PREFIXES: ReadonlyMap<string, Prefix> = new Map<string, Prefix>([
	...PERSON_PREFIXES.map((name): [string, Prefix] => [foldName(name), 'person']),
	...TOOL_PREFIXES.map((name): [string, Prefix] => [foldName(name), 'tool']),
	...WEAK_PREFIXES.map((name): [string, Prefix] => [foldName(name), 'weak']),
]);

/** Their first two letters, which most other names do not begin with. */
const PREFIX_STARTS = new Set([...PREFIXES.keys()].map((prefix) => prefix.slice(0, 2)));

const LOOKUPS = new WeakMap<readonly Column[], Lookup>();

function add(fits: Map<string, Fit[]>, fit: Fit): void {
	// A name that is in two classes of a column counts in the closer one, which is added first.
	fits.set(fit.name, [...(fits.get(fit.name) ?? []), fit]);
}

function buildLookup(columns: readonly Column[]): Lookup {
	const exact = new Map<string, Fit[]>();
	const folded = new Map<string, Fit[]>();
	for (const column of columns) {
		const name = foldName(column.name);
		exact.set(column.name, [{ column, distance: 0, level: 0, order: 0, name }]);
		add(folded, { column, distance: FOLDED, level: FOLDED, order: 0, name });
		for (const [index, nameClass] of column.names.entries()) {
			const distance = FIRST_CLASS + index * CLASS;
			const beside = nameClass.beside?.map(foldName);
			for (const [order, known] of nameClass.names.entries()) {
				const fit = { column, distance, level: distance, order, nameClass, beside };
				add(folded, { ...fit, name: foldName(known) });
			}
		}
	}
	return { exact, folded };
}

/** All names of an import's columns, made once. */
function lookupOf(columns: readonly Column[]): Lookup {
	const known = LOOKUPS.get(columns);
	if (known !== undefined) return known;
	const lookup = buildLookup(columns);
	LOOKUPS.set(columns, lookup);
	return lookup;
}

/** A class of IDs stays the same class, however the name is written. */
function further(fit: Fit, by: number, more: Partial<Fit> = {}): Fit {
	const asks = fit.nameClass?.asks === true;
	return { ...fit, ...more, distance: fit.distance + by, level: asks ? fit.level : fit.level + by };
}

/**
 * Without what tools put around a name: `ï»¿` (a byte order mark that was read as Latin-1), `__c` (a custom field of
 * Salesforce, `__pc` of its person accounts) and a known remark in parentheses, as in "DOB (MM/DD/YYYY)". A number sign at
 * the end is read as the word. "Patient's DOB" is "Patient DOB".
 */
function withoutMarks(field: string): string {
	const name = field
		.replace(/^ï»¿/, '')
		.replace(/__p?c$/i, '')
		.replace(/#$/, ' number')
		.replace(/['’]s /, ' ');
	const open = Math.max(name.lastIndexOf('('), name.lastIndexOf('['));
	return QUALIFIER_SET.has(foldName(name.slice(open))) ? name.slice(0, open) : name;
}

function mayFollow(kind: Prefix, rest: string, { column, nameClass }: Fit): boolean {
	const isId = column.names.some(({ asks }) => asks === true);
	if (kind === 'tool') return !isId || rest.length >= SHORTEST_PREFIXED_ID;
	return !isId && (nameClass === undefined || nameClass.withPerson === true);
}

function afterPrefix(name: string, { folded }: Lookup, prefixes = 2): readonly Fit[] {
	if (!PREFIX_STARTS.has(name.slice(0, 2))) return NONE;
	for (let length = 2; length <= LONGEST_PREFIX; length++) {
		const kind = PREFIXES.get(name.slice(0, length));
		if (kind === undefined) continue;
		const rest = name.slice(length);
		const known =
			folded.get(rest) ?? (prefixes > 1 ? afterPrefix(rest, { folded } as Lookup, 1) : NONE);
		const fits = known.filter((fit) => mayFollow(kind, rest, fit));
		const by = PREFIX_DISTANCES[kind];
		const prefix = name.slice(0, length);
		const more = { isPrefixed: true, ...(PERSON_SET.has(prefix) && { person: prefix }) };
		if (fits.length > 0) return fits.map((fit) => further(fit, by, more));
	}
	return NONE;
}

/**
 * Which columns a field's name fits: the column's own name first, then the name up to case, accents, spaces and punctuation,
 * then the classes of known names, with prefixes and remarks left aside. It depends on the name alone.
 *
 * @param folded the name, folded, where it is known
 * @returns seldom more than one: a name with a condition may fit two
 */
export function fitsOf(
	field: string,
	columns: readonly Column[],
	folded = foldShort(field),
): readonly Fit[] {
	if (field.length > LONGEST_NAME) {
		const trimmed = field.trim();
		return trimmed.length > LONGEST_NAME ? NONE : fitsOf(trimmed, columns);
	}
	const lookup = lookupOf(columns);
	const exact = lookup.exact.get(field);
	if (exact !== undefined) return exact;
	const known = lookup.folded.get(folded);
	if (known !== undefined) return known;
	const name = withoutMarks(field);
	if (name === field) return afterPrefix(folded, lookup);
	const bare = foldName(name);
	const fits = lookup.folded.get(bare) ?? afterPrefix(bare, lookup);
	return fits.map((fit) => further(fit, MARK));
}

/**
 * The name that a field repeats: tables with two columns of one name give the second one a number, `Last Name_1`, as Extract
 * from File does.
 */
export function repeatedName(field: string): string | undefined {
	return field.length <= LONGEST_NAME && /[^_]_\d{1,2}$/.test(field)
		? field.slice(0, field.lastIndexOf('_'))
		: undefined;
}

/** What a field that repeats another one fits: less well than that. */
export function repeatedFits(fits: readonly Fit[]): readonly Fit[] {
	return fits.map((fit) => ({
		...fit,
		distance: fit.distance + REPEATED,
		level: fit.level + REPEATED,
		isRepeated: true,
	}));
}

/** Whether a field's name says that it holds a person's first and last name in one. */
export function isFullName(field: string, folded = foldShort(field)): boolean {
	if (FULL_NAME_SET.has(folded)) return true;
	const name = field.length > LONGEST_NAME ? field : withoutMarks(field);
	return name !== field && FULL_NAME_SET.has(foldName(name));
}
