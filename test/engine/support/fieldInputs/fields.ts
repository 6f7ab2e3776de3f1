import { PATTERN, type RightByInput, US } from './right';

/** Inputs whose fields have to be told apart: names, languages, nested and repeated fields, several sources. */
export const FIELDS: RightByInput = {
	'two-sources-in-one-input.json': {
		sent: [
			'reference_id,name_first,name_last,birthdate',
			'S-1,Ann,Lee,1990-04-05',
			'H-1,Bob,Ray,1958-12-31',
			'H-2,Cy,Poe,1980-07-01',
		],
	},
	'one-field-renamed.json': {
		sent: [
			'reference_id,name_first,name_last,birthdate',
			'F-1,Ann,Lee,1990-04-05',
			'F-2,Bob,Ray,1958-12-31',
		],
	},
	'salesforce-contacts.json': {
		sent: [
			'reference_id,name_first,name_last,birthdate',
			'0035g00000AAAA1AAA,Ann,Lee,1990-04-05',
			'0035g00000AAAA2AAA,Bob,Ray,1958-12-31',
			'0035g00000AAAA3AAA,Cy,Poe,1980-07-01',
		],
		hints: ['1 field was ignored: attributes'],
	},
	'several-ids.json': {
		says: Array.from(
			{ length: 2 },
			() => "'id', 'contact_id', 'Customer ID', 'uuid' hold different",
		),
	},
	'hubspot-search.json': {
		sent: ['reference_id,name_first,name_last,birthdate', '101,Ann,Lee,1990-04-05'],
		hints: ["inside 'properties' were read", '3 fields were ignored'],
	},
	'airtable-fields.json': {
		sent: ['reference_id,name_first,name_last,birthdate', 'recAAAAAAAAAAAAAA,Ann,Lee,1990-04-05'],
		hints: ["inside 'fields' were read", '1 field was ignored'],
	},
	'notion-simplified.json': {
		sent: [
			'reference_id,name_first,name_last,birthdate,social_security_number',
			'1a2b3c4d,Ann,Lee,1990-04-05,012-34-5678',
		],
		hints: ["'property_first_name' was used", PATTERN, '2 fields were ignored: name, url'],
	},
	'payroll-headers.csv': {
		options: US,
		sent: [
			'reference_id,name_first,name_middle,name_last,birthdate,social_security_number',
			'A1,Ann,Q,Lee,1990-04-05,012-34-5678',
		],
		hints: [PATTERN],
	},
	'spanish-headers.csv': {
		options: { birthdateFormat: 'eu' },
		sent: ['reference_id,name_first,name_last,birthdate,tags', 'K-1,Zoë,García,1990-04-05,Hogar'],
	},
	'full-name.csv': {
		says: Array.from({ length: 2 }, () => "'Name' holds whole names, and 2 rows would go without"),
	},
	'mapped-field-gone.json': {
		sent: ['reference_id,name_first,name_last,social_security_number', ',,Lee,', ',,Ray,'],
		hints: ["'Reference ID' is mapped but empty", "'First Name' is", "'Social Security Number' is"],
	},
	'nothing-mapped.json': {
		says: Array.from({ length: 2 }, () => "Nothing under 'Values to Send' gives a value in 2 rows"),
	},
	'second-name.csv': {
		sent: ['name_first,name_last,birthdate', 'Ann,Lee,1990-04-05', 'Bob,Ray,1958-12-31'],
		hints: ["'Second Name' was used as Last Name"],
	},
	'semicolons.csv': { says: ['No input field fits any column'] },
	'utf16.csv': { says: ['No input field fits any column', 'No input field fits any column'] },
	'title-above-the-header.json': {
		says: ['No input field fits any column', 'No input field fits any column'],
	},
	'google-labels.csv': {
		sent: [
			'name_first,name_middle,name_last,birthdate,tags',
			'Ann,Q,Lee,1990-04-05,School',
			'Cy,,Poe,,',
		],
	},
	'column-repeated.json': {
		sent: ['reference_id,name_first,name_last', 'C-1,Ann,Lee', 'C-2,Bob,Ray'],
		hints: ["'ID' was used, not 'ID_1'", "'Last Name_1' was used in 1 row"],
	},
};
