/** How a column's values are checked and turned into text; the rules themselves are in `rules/`. */
export type RuleName =
	| 'text'
	| 'field'
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

/** Names that fit a column equally well, written as people write them; they are folded before they are compared. */
export interface NameClass {
	/** The closest one first. */
	names: readonly string[];
	/** Whether a name may also follow a word for a person, such as "Customer" in "Customer First Name". */
	withPerson?: boolean;
	/** Whether two fields of this class with different values in one item stop the run, so that the user decides. */
	asks?: boolean;
	/** Whether it is likely the ID of somebody or something else, so that it is never used without a warning. */
	doubtful?: boolean;
	/** Taken only in an item that has a field with one of these names too. */
	beside?: readonly string[];
	/** Taken only in an item where no other field fits the column; in others it may fit another column. */
	alone?: boolean;
	/** Taken only where the value looks like this. */
	looksLike?: RegExp;
}

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
	/** Other names that CRMs and spreadsheets use for it, from the closest class to the one that is taken last. */
	names: readonly NameClass[];
	/** Whether its value says who or what a row is about; a row without any such value is a shell. */
	identifies?: boolean;
	/** What stands for its values in a preview, where they are not to be shown. */
	mask?: string;
}

/** How well the name of a field fits a column. */
export interface Fit {
	column: Column;
	/** 0 for the column's own name; the higher, the weaker. */
	distance: number;
	/** Fields of one level are equally good to the user. */
	level: number;
	/** Place in its class, for fields that are equally good. */
	order: number;
	/** The known name that it is, folded. */
	name: string;
	/** None for the column's own name. */
	nameClass?: NameClass;
	/** Names of which one has to be there too, folded. */
	beside?: readonly string[];
	/** Whether something before the known name was left aside, as in `property_first_name`. */
	isPrefixed?: boolean;
	/** The word for a person that was left aside, folded, as in `Patient DOB`. */
	person?: string;
	/** Whether it is the second field of the same name in a table. */
	isRepeated?: boolean;
}

/** A field of the input that may fit a column. */
export interface Field {
	/** As people see it: `First Name`, `properties.firstname`. */
	name: string;
	fits: readonly Fit[];
	/** Whether it lies in an object, so that fields beside that object are closer. */
	isNested?: boolean;
}

/** A field that fits a column. */
export interface Candidate {
	field: Field;
	fit: Fit;
}

/** What can be imported: one of Persona's importer endpoints and the columns that it takes. */
export interface ImportKind {
	/** Path below the base URL. */
	path: string;
	/** Plural of what is imported, for messages. */
	plural: string;
	fileName: string;
	columns: readonly Column[];
	/** Names of fields that automatic mapping understands, as examples for the editor. */
	exampleNames: readonly string[];
	/** The column whose values Persona keeps unique, if any. */
	uniqueColumn?: string;
	/** The type of the lists that it fills, as Persona names it; none where it fills no list. */
	listType?: string;
	/** Whether rows may change parts of what is there already, so that one that says little of whom it is about is no slip. */
	isPartial?: boolean;
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

/** Which input fields the rows were made of, by name; names that may be values are left out. */
export interface FieldReport {
	/** Column → the fields that fed it in some item, the closest one first; none for an expression that is more than a field. */
	mapping: Readonly<Record<string, readonly string[]>>;
	/** Fields that fit no column. */
	ignoredFields: readonly string[];
	/** Fields that fit a column, and whose value was not used in some item because another field was closer. */
	passedOverFields: readonly string[];
}

/** The letter case of Persona's keys; an empty string means the API key's own setting. */
export type KeyInflection = 'kebab' | 'camel' | 'snake' | '';
