import { ACCOUNT_IMPORT } from '../columns';
import { BASIC_FIELDS } from '../columns/accountFields';
import { fitsOf } from '../fits';
import type { Column, ImportKind } from '../types';
import type { FieldSpec } from './schema';

/** What rows are told apart by: Persona's `lookup-field`. */
export type LookupField = 'reference_id' | 'token';

const TOKEN: Column = {
	name: 'token',
	displayName: 'Account ID',
	rule: 'referenceId',
	required: true,
	names: [{ names: ['persona account id', 'persona id', 'account token', 'account id'] }],
};

const BASIC_COLUMNS: readonly Column[] = [
	...ACCOUNT_IMPORT.columns,
	...BASIC_FIELDS.map(([name, displayName, ...names]): Column => {
		return { name, displayName, rule: 'field', required: false, names };
	}),
];

const PERSONA_OWN = new Map(BASIC_COLUMNS.map((column) => [column.name, column]));

function columnNamed(name: string, label: string): Column {
	const known = PERSONA_OWN.get(name);
	if (known !== undefined) return { ...known, displayName: label };
	// A field of one's own may hold what a preview must not show, such as a social security number.
	const [like] = [name, label].flatMap((text) => fitsOf(text, ACCOUNT_IMPORT.columns));
	const column = { name, displayName: label, required: false, names: [{ names: [label] }] };
	return { ...column, rule: 'field', mask: like?.column.mask };
}

/** Keys of a row that are no fields of an account type. */
const NO_FIELDS = ['reference_id', 'token', 'account_type_id', 'tags'];

/** The fields that rows can hold, and what is known of each. */
export interface AccountFields {
	columns: readonly Column[];
	/** By the name of the column; empty where the account type is not known. */
	specs: ReadonlyMap<string, FieldSpec>;
}

/**
 * The columns that rows can have: what they are looked up by, tags, the fields of the account type, and further ones by name.
 * Without an account type, the fields that Persona documents for every account.
 *
 * @param specs undefined where the account type is not known
 * @param further keys of fields that the user names
 */
export function accountFields(
	lookup: LookupField,
	specs: readonly FieldSpec[] | undefined,
	further: readonly string[],
): AccountFields {
	const isField = ({ key }: FieldSpec) => !NO_FIELDS.includes(key);
	const writable = specs?.filter((spec) => spec.isWritable && isField(spec));
	const fields =
		writable?.map(({ key, label }) => columnNamed(key, label)) ??
		BASIC_COLUMNS.filter(({ name }) => !NO_FIELDS.includes(name));
	const lookupColumn =
		lookup === 'token' ? TOKEN : { ...PERSONA_OWN.get('reference_id')!, required: true };
	const columns = new Map<string, Column>([[lookupColumn.name, lookupColumn]]);
	for (const column of [...fields, PERSONA_OWN.get('tags')!]) columns.set(column.name, column);
	for (const key of further) if (!columns.has(key)) columns.set(key, columnNamed(key, key));
	return {
		columns: [...columns.values()],
		specs: new Map(writable?.map((spec) => [spec.key, spec])),
	};
}

/** These columns as something that can be sent, for the mapping and the upload. */
export function batchJobKind({ columns }: AccountFields, lookup: LookupField): ImportKind {
	return {
		path: '/batch-jobs',
		plural: 'accounts',
		fileName: 'batch-job.json',
		columns,
		exampleNames: ACCOUNT_IMPORT.exampleNames,
		uniqueColumn: lookup,
		dashboardPage: 'Imports',
		isPartial: true,
	};
}

/** Keys of fields that somebody wrote into one text, separated by commas. */
export function furtherKeys(text: unknown): string[] {
	if (typeof text !== 'string' || text.startsWith('=')) return [];
	const keys = text.split(',').map((key) => key.trim());
	return keys.filter((key) => key !== '');
}
