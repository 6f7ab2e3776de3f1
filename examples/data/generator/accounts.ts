import type { Column, Contact } from './contact';
import { foldId } from './facts';

/** Header in the file → where its values come from. */
const sources: Record<string, Column> = {
	'Contact ID': 'ContactId',
	'First Name': 'FirstName',
	'Middle Name': 'MiddleName',
	'Last Name': 'LastName',
	'Date of Birth': 'DateOfBirth',
	'Social Security Number': 'SSN',
	Tags: 'Labels',
};

export const accountColumns = Object.keys(sources);

const withDashes = (digits: string) => digits.replace(/^(\d{3})-?(\d{2})-?(\d{4})$/, '$1-$2-$3');

/** A file that is meant for Persona: of each plain ID the first contact, with nothing that Persona does not take. */
export function accountsFile(contacts: Contact[]): Record<string, string>[] {
	const plain = contacts.filter(({ ContactId = '' }) => /^C-\d+$/.test(ContactId));
	const first = plain.filter(
		(contact, index) => index === plain.findIndex((other) => foldId(other) === foldId(contact)),
	);
	return first.map((contact) =>
		Object.fromEntries(
			Object.entries(sources).map(([header, column]) => [
				header,
				column === 'SSN' ? withDashes(contact.SSN ?? '') : (contact[column] ?? ''),
			]),
		),
	);
}
