/** How a column's values are checked and turned into text; the rules themselves are in `rules/`. */
export type RuleName =
	| 'text'
	| 'referenceId'
	| 'birthdate'
	| 'socialSecurityNumber'
	| 'tags'
	| 'emailAddressOrDomain'
	| 'matchType'
	| 'latitude'
	| 'longitude'
	| 'radius'
	| 'identifier'
	| 'ipAddress'
	| 'phoneNumber';

/** A column of Persona's CSV. */
export interface Column {
	/** The header exactly as Persona documents it. */
	name: string;
	displayName: string;
	rule: RuleName;
	/** Another column of the row that the rule has to look at. */
	dependsOn?: string;
	/** Whether a row without a value in this column is rejected. */
	required: boolean;
	/** Whether a file has to have it although a row need not: a parameter of the node gives it to rows without. */
	requiredInFile?: boolean;
	/** Other names that CRMs and spreadsheets use for it, written as people write them; folded before they are compared. */
	synonyms: readonly string[];
	/** What stands for its values in a preview, where they are not to be shown. */
	mask?: string;
	/** Names that are taken only when nothing better is there. */
	weakSynonyms?: readonly string[];
}

/** What can be imported: one of Persona's importer endpoints and the columns that it takes. */
export interface ImportKind {
	/** Path below the base URL. */
	path: string;
	/** Plural of what is imported, for messages. */
	plural: string;
	fileName: string;
	columns: readonly Column[];
	/** The column whose values Persona keeps unique, if any. */
	uniqueColumn?: string;
	/** The type of the lists that it fills, as Persona names it; none where it fills no list. */
	listType?: string;
	/** Where the dashboard shows what was imported. */
	dashboardPage: string;
}

/** Why a value cannot go, in a form for programs (`code`) and for people (`message`); it never holds the value. */
export interface Problem {
	/** The column, or an empty string when the problem is not about one column. */
	column: string;
	/** The user's own name for it, where the column was filled from an input field. */
	field?: string;
	code: string;
	message: string;
	/** How to get unstuck, where the message does not say it. */
	help?: string;
}

/** A row that is ready to be written: `cells` are in the order of the columns in use. */
export interface Row {
	/** Index of the input item that it came from, from 0. */
	itemIndex: number;
	cells: readonly string[];
}

/** A row that cannot go, with all that is wrong with it. */
export interface RejectedRow {
	itemIndex: number;
	problems: readonly Problem[];
}

/** A row that was left out for another one with the same reference ID. */
export interface MergedRow extends Row {
	/** The item of the row that is sent in its place. */
	keptItemIndex: number;
}

/** Input items after mapping and checking; every item is in exactly one of the four places. */
export interface CheckedRows {
	columns: readonly Column[];
	rows: readonly Row[];
	rejected: readonly RejectedRow[];
	blankRows: number;
	/** Rows that are not sent because another row with the same reference ID is. */
	merged: readonly MergedRow[];
	/** What looks unusual about the rows, by column and code. */
	warnings: readonly Warning[];
	/** How many input rows had a value in each of `columns`, whatever became of it. */
	valuesPerColumn: readonly number[];
	/** The reference IDs of rejected rows that have one, by item: the row of another item may have the same. */
	rejectedIds: ReadonlyMap<number, string>;
}

/** What looks unusual about rows that are sent all the same; it never holds a value. */
export interface Warning {
	/** For workflows, such as `fillerDay`. */
	code: string;
	/** The column, or an empty string when it is not about one column. */
	column: string;
	/** How many rows it is about; 0 when it is about the run as a whole. */
	count: number;
	/** The first ten of their input items. */
	items: readonly number[];
	/** A whole sentence without a final full stop, at most 120 characters, as a hint above the output takes it. */
	message: string;
}

/** The letter case of Persona's keys; an empty string means the API key's own setting. */
export type KeyInflection = 'kebab' | 'camel' | 'snake' | '';
