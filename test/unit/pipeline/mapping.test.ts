import fc from 'fast-check';

import { ACCOUNT_IMPORT } from '../../../nodes/Persona/pipeline/columns';
import { foldName, matchFields } from '../../../nodes/Persona/pipeline/mapping';
import { RUNS } from '../support/property';
import { columnOf } from '../support/rows';

const { columns } = ACCOUNT_IMPORT;

function columnFor(field: string): string | undefined {
	const { fieldOf } = matchFields([field], columns);
	return [...fieldOf.keys()][0];
}

const columnFields = (...fields: string[]) =>
	Object.fromEntries(matchFields(fields, columns).fieldOf);

describe('headers that real sources use', () => {
	test.each([
		['HubSpot export', 'Record ID', 'reference_id'],
		['HubSpot export', 'First Name', 'name_first'],
		['HubSpot export', 'Last Name', 'name_last'],
		['HubSpot export', 'Date of birth', 'birthdate'],
		['HubSpot API', 'firstname', 'name_first'],
		['HubSpot API', 'lastname', 'name_last'],
		['HubSpot API', 'date_of_birth', 'birthdate'],
		['Salesforce API', 'Id', 'reference_id'],
		['Salesforce API', 'FirstName', 'name_first'],
		['Salesforce API', 'MiddleName', 'name_middle'],
		['Salesforce API', 'LastName', 'name_last'],
		['Salesforce API', 'Birthdate', 'birthdate'],
		['Salesforce report', 'Contact ID', 'reference_id'],
		['Salesforce report', 'Account ID', 'reference_id'],
		['Salesforce report', 'Lead ID', 'reference_id'],
		['Pipedrive API', 'first_name', 'name_first'],
		['Pipedrive API', 'last_name', 'name_last'],
		['Pipedrive API', 'label', 'tags'],
		['Pipedrive export', 'Person - ID', 'reference_id'],
		['Google Contacts', 'Given Name', 'name_first'],
		['Google Contacts', 'Additional Name', 'name_middle'],
		['Google Contacts', 'Family Name', 'name_last'],
		['Google Contacts', 'Birthday', 'birthdate'],
		['Google Contacts', 'Labels', 'tags'],
		['Google Sheets', 'DOB', 'birthdate'],
		['Google Sheets', 'D.O.B.', 'birthdate'],
		['Google Sheets', 'SSN', 'social_security_number'],
		['Google Sheets', 'Social Security #', 'social_security_number'],
		['Google Sheets', 'Social Security No.', 'social_security_number'],
		['Google Sheets', 'Surname', 'name_last'],
		['Google Sheets', 'Customer ID', 'reference_id'],
		['Google Sheets', 'External ID', 'reference_id'],
		['Google Sheets', 'UUID', 'reference_id'],
		['Mailchimp', 'FNAME', 'name_first'],
		['Mailchimp', 'LNAME', 'name_last'],
		['Mailchimp', 'TAGS', 'tags'],
		['Shopify', 'Tag List', 'tags'],
		['OpenID Connect', 'given_name', 'name_first'],
		['OpenID Connect', 'family_name', 'name_last'],
		['ADP', 'Associate ID', 'reference_id'],
		['ADP', 'Legal First Name', 'name_first'],
		['ADP', 'Legal Middle Name', 'name_middle'],
		['ADP', 'SSN (Tax ID)', 'social_security_number'],
		['Workday', 'Employee ID', 'reference_id'],
		['Workday', 'Legal Name - First Name', 'name_first'],
		['Workday', 'Preferred Name - Last Name', 'name_last'],
		['WooCommerce', 'billing_first_name', 'name_first'],
		['Salesforce report', 'Contact: First Name', 'name_first'],
		['Salesforce', 'External_Id__c', 'reference_id'],
		['BambooHR', 'Employee #', 'reference_id'],
		['Salesforce', 'SSN__c', 'social_security_number'],
		['Salesforce person account', 'Birthdate__pc', 'birthdate'],
		['Salesforce person account', 'PersonBirthdate', 'birthdate'],
		['Notion, simplified', 'property_first_name', 'name_first'],
		['Notion, simplified', 'property_dob', 'birthdate'],
		['Notion, simplified', 'property_customer_id', 'reference_id'],
		['a flattened object', 'properties.firstname', 'name_first'],
		['a form', 'Your last name', 'name_last'],
		['a form', 'DOB (MM/DD/YYYY)', 'birthdate'],
		['a form', 'First Name (required)', 'name_first'],
		['a form', 'Patient DOB', 'birthdate'],
		['a byte order mark read as Latin-1', 'ï»¿Contact ID', 'reference_id'],
		['Zendesk', 'external_id', 'reference_id'],
	])('%s: %s', (_source, field, column) => {
		expect(columnFor(field)).toBe(column);
	});

	test.each([
		'Email',
		'email',
		'Phone',
		'Name',
		'Full Name',
		'Company',
		'Created Date',
		'Notes',
		'Address',
		'identity',
		'Tagline',
		'Spouse First Name',
		"Mother's Maiden Name",
		'Emergency Contact Last Name',
		'Manager ID',
		'Owner First Name',
		'Shipping Last Name',
		'Last Name (Spouse)',
		'SSN (last 4)',
		'Company Name',
		'Account Name',
		'Last Modified',
		'Last Login',
		'First Seen',
		'Contact Last',
		'Contact Number',
		'Property ID',
		'profileid',
		'Tax ID',
		'BSN',
		'Apelido',
		'Nombre',
		'Nom',
		'Social',
		'Phone_1',
		'',
		'---',
		'😀',
	])('%p fits no column', (field) => {
		expect(columnFor(field)).toBeUndefined();
	});
});

describe('folding', () => {
	test.each([
		'name_first',
		'NAME_FIRST',
		'nameFirst',
		'NameFirst',
		'name-first',
		'name first',
		' Name  First ',
		'name.first',
		'Name: First',
		'(name) [first]',
		'Námé Fïrst',
		'ｎａｍｅ　ｆｉｒｓｔ',
		'name\u00a0first',
		'name\u0301 first',
	])('%p is name_first', (field) => {
		expect(columnFor(field)).toBe('name_first');
	});

	test('keeps letters of every script and digits', () => {
		expect(foldName('Имя 1')).toBe('имя1');
		expect(foldName('姓_2')).toBe('姓2');
	});
});

describe('which field is taken', () => {
	const byRank = ['Account ID', 'id', 'External ID', 'Reference-ID', 'reference_id'];

	test("the own name, then IDs made to refer from outside, the record's own, and somebody else's, in any order", () => {
		for (let rank = 0; rank < byRank.length; rank++) {
			const fields = byRank.slice(0, rank + 1);
			for (const order of [fields, [...fields].reverse()]) {
				const match = matchFields(order, columns);
				expect(match.fieldOf).toEqual(new Map([['reference_id', fields[rank]]]));
				expect(match.passedOver.map(({ field }) => field)).toEqual(fields.slice(0, rank).reverse());
			}
		}
	});

	test.each([[['surname', 'Last Name']], [['Last Name', 'surname']]])(
		'within a class the name that comes first there: %j',
		(fields) => {
			expect(matchFields(fields, columns)).toEqual({
				fieldOf: new Map([['name_last', 'Last Name']]),
				passedOver: [{ field: 'surname', column: 'name_last', taken: 'Last Name' }],
				unmatched: [],
				doubtful: [],
			});
		},
	);

	test('among spellings of one name the field that was seen first', () => {
		expect(columnFields('SURNAME', 'surname')).toEqual({ name_last: 'SURNAME' });
		expect(columnFields('surname', 'SURNAME')).toEqual({ name_last: 'surname' });
	});

	test('the second of two columns with one name only where the first one is not', () => {
		expect(columnFields('Last Name_1', 'Last Name')).toEqual({ name_last: 'Last Name' });
		expect(columnFields('Last Name_1')).toEqual({});
	});

	test('IDs that are likely of something else are told', () => {
		expect(matchFields(['AccountId', 'Id', 'OwnerId'], columns).doubtful).toEqual([
			'AccountId',
			'OwnerId',
		]);
	});

	test('a second name is the last one only where no other is', () => {
		expect(columnFields('Second Name', 'First Name')).toEqual({
			name_first: 'First Name',
			name_last: 'Second Name',
		});
		expect(columnFields('Second Name', 'Last Name')).toEqual({
			name_middle: 'Second Name',
			name_last: 'Last Name',
		});
	});

	test('what counts only with certain values is left aside where there are no values', () => {
		expect(columnFields('Social', 'Seguro Social')).toEqual({});
	});

	test('what fits no column is named, in its order', () => {
		const { unmatched } = matchFields(['Phone', 'first', 'Email'], columns);
		expect(unmatched).toEqual(['Phone', 'Email']);
	});

	test('columns without synonyms of either kind match by name only', () => {
		expect(matchFields(['Id'], [columnOf('value')])).toEqual({
			fieldOf: new Map(),
			passedOver: [],
			unmatched: ['Id'],
			doubtful: [],
		});
	});
});

describe('the table of synonyms', () => {
	const names = columns.map((column) =>
		[
			column.name,
			...column.names
				.filter(({ beside, alone }) => beside === undefined && alone !== true)
				.flatMap((nameClass) => nameClass.names),
		].map(foldName),
	);

	test('no name stands for two columns without a condition', () => {
		const all = names.flatMap((ofColumn) => [...new Set(ofColumn)]);
		expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
	});

	test('none folds to nothing', () => {
		expect(names.flat()).not.toContain('');
	});

	test('has the seven columns that Persona documents, in one order', () => {
		expect(columns.map(({ name }) => name)).toEqual([
			'reference_id',
			'name_first',
			'name_middle',
			'name_last',
			'birthdate',
			'social_security_number',
			'tags',
		]);
	});
});

test('property: every field is taken, passed over or unmatched, and only one of them', () => {
	const known = columns.flatMap((column) => [
		column.name,
		...column.names.flatMap(({ names }) => names),
		'id',
		'Id',
	]);
	const field = fc.oneof(
		fc.constantFrom(...known),
		fc.constantFrom(...known).map((name) => name.toUpperCase()),
		fc.constantFrom(...known).map((name) => name.replaceAll(/[ _]/g, '-')),
		fc.string({ maxLength: 8 }),
	);
	fc.assert(
		fc.property(fc.uniqueArray(field, { maxLength: 40 }), (fields) => {
			const { fieldOf, passedOver, unmatched } = matchFields(fields, columns);
			const placed = [...fieldOf.values(), ...passedOver.map((entry) => entry.field), ...unmatched];
			expect([...placed].sort()).toEqual([...fields].sort());
			for (const { column, taken } of passedOver) expect(fieldOf.get(column)).toBe(taken);
		}),
		RUNS,
	);
});
