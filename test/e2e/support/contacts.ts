import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { EXAMPLE_FILES } from '../../../scripts/start/examples';

/** A row of the CRM export as an account has to hold it; the sandbox keeps an empty cell as null. */
export interface Contact {
	referenceId: string | null;
	nameFirst: string | null;
	nameMiddle: string | null;
	nameLast: string | null;
	birthdate: string | null;
	socialSecurityNumber: string | null;
	tags: string | null;
}

const FIELDS: Record<keyof Contact, string> = {
	referenceId: 'ContactId',
	nameFirst: 'FirstName',
	nameMiddle: 'MiddleName',
	nameLast: 'LastName',
	birthdate: 'DateOfBirth',
	socialSecurityNumber: 'SSN',
	tags: 'Labels',
};

/**
 * The contacts of the CRM export that have to become accounts, with their places in it: without blank rows, and of each
 * ID the first. Read without any code of the node.
 */
export function contactsToImport(): { contact: Contact; place: number }[] {
	const rows = parse(readFileSync(join(EXAMPLE_FILES, 'crm-contacts.csv')), { columns: true });
	const seen = new Set<string>();
	return (rows as Record<string, string>[])
		.map((row, place) => ({ contact: contactOf(row), place }))
		.filter(({ contact }) => {
			const id = contact.referenceId?.toLowerCase();
			if (id === undefined) return Object.values(contact).some((value) => value?.trim());
			return !seen.has(id) && seen.add(id);
		});
}

function contactOf(row: Record<string, string>): Contact {
	const entries = Object.entries(FIELDS).map(([name, field]) => [name, row[field] || null]);
	const contact = Object.fromEntries(entries) as unknown as Contact;
	return {
		...contact,
		// Spaces around an ID would make another account of it; a number has one form. Nothing else changes a byte.
		referenceId: contact.referenceId?.trim() || null,
		socialSecurityNumber: withHyphens(contact.socialSecurityNumber),
	};
}

function withHyphens(digits: string | null): string | null {
	return digits && digits.replace(/^(\d{3})-?(\d{2})-?(\d{4})$/, '$1-$2-$3');
}
