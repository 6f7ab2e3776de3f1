/** The columns of the export, in the order of the file. The last eight match nothing in Persona. */
export const columns = [
	'ContactId',
	'FirstName',
	'MiddleName',
	'LastName',
	'DateOfBirth',
	'SSN',
	'Labels',
	'Email',
	'Phone',
	'Company',
	'Address',
	'Country',
	'Owner',
	'LastActivity',
	'Notes',
] as const;

export type Column = (typeof columns)[number];
export type Contact = Partial<Record<Column, string>>;
