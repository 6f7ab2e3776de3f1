import { columns, type Contact } from './contact';

const importedColumns = columns.slice(0, 7);

export interface Facts {
	rows: number;
	blankRows: number;
	duplicates: number;
	/** Accounts when the first row of each ID is imported. */
	accounts: number;
	/** Accounts when every row whose ID comes more than once stays behind. */
	accountsWithUniqueId: number;
	withoutReferenceId: number;
}

/** Two IDs are the same to Persona whatever their case; white space around them is dirt. */
export const foldId = (contact: Contact) => (contact.ContactId ?? '').trim().toLowerCase();

export const isBlank = (contact: Contact) =>
	importedColumns.every((column) => (contact[column] ?? '').trim() === '');

/** Counts what an import has to arrive at, in the plainest way there is. */
export function countFacts(contacts: Contact[]): Facts {
	const filled = contacts.filter((contact) => !isBlank(contact));
	const ids = filled.map(foldId).filter((id) => id !== '');
	const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
	const duplicates = ids.length - new Set(ids).size;
	return {
		rows: contacts.length,
		blankRows: contacts.length - filled.length,
		duplicates,
		accounts: filled.length - duplicates,
		accountsWithUniqueId: filled.filter((contact) => !repeated.has(foldId(contact))).length,
		withoutReferenceId: filled.length - ids.length,
	};
}
