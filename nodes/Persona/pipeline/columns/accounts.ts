import type { Column, ImportKind } from '../types';
import { NAMES_IN_OTHER_LANGUAGES } from './languages';
import { NAME_FIRST, NAME_LAST } from './names';
import { REFERENCE_ID_NAMES } from './referenceIds';

/** For names that stand for other things as well: only what could be an SSN is taken from such a field. */
const NINE_DIGITS = /^\s{0,9}\d{3}[-\s]?\d{2}[-\s]?\d{4}\s{0,9}$/;

const SOCIAL_SECURITY_NUMBER: Column = {
	name: 'social_security_number',
	displayName: 'Social Security Number',
	rule: 'socialSecurityNumber',
	// Not even the last four digits: beside a name and a birthdate they are the part that nobody can guess.
	mask: '•••-••-••••',
	required: false,
	identifies: true,
	names: [
		{
			withPerson: true,
			names: [
				...['ssn', 'social security', 'social security no', 'ssn number', 'ssn no', 'us ssn'],
				...['ssn tax id', 'tax id ssn', 'ssn tin', 'ssn itin', 'us social security number'],
			],
		},
		{ names: NAMES_IN_OTHER_LANGUAGES.socialSecurityNumber, looksLike: NINE_DIGITS },
		{ names: ['social', 'social no'], looksLike: NINE_DIGITS },
	],
};

const ACCOUNT_COLUMNS: readonly Column[] = [
	{
		name: 'reference_id',
		displayName: 'Reference ID',
		rule: 'referenceId',
		required: false,
		names: REFERENCE_ID_NAMES,
	},
	NAME_FIRST,
	{
		name: 'name_middle',
		displayName: 'Middle Name',
		rule: 'text',
		required: false,
		names: [
			{
				withPerson: true,
				names: [
					...['legal middle name', 'middle name', 'middle names', 'additional name'],
					...['middle initial', 'mname', 'second name'],
					...NAMES_IN_OTHER_LANGUAGES.middleName,
				],
			},
			{ names: ['middle', 'mi'] },
		],
	},
	NAME_LAST,
	{
		name: 'birthdate',
		displayName: 'Birthdate',
		rule: 'birthdate',
		required: false,
		identifies: true,
		names: [
			{
				withPerson: true,
				names: [
					...['date of birth', 'dob', 'birthday', 'birth day', 'bday', 'birth dt', 'date birth'],
					...NAMES_IN_OTHER_LANGUAGES.birthdate,
				],
			},
			{ names: ['born', 'born on'] },
		],
	},
	SOCIAL_SECURITY_NUMBER,
	{
		name: 'tags',
		displayName: 'Tags',
		rule: 'tags',
		required: false,
		names: [
			{
				withPerson: true,
				names: [
					...['tag', 'tag list', 'labels', 'label', 'categories'],
					...NAMES_IN_OTHER_LANGUAGES.tags,
				],
			},
		],
	},
];

/**
 * `POST /importer/accounts`: a CSV in which each row is a new account.
 *
 * Source of path and columns: Persona's OpenAPI, `paths/importer_accounts.yaml`, the same in every version.
 */
export const ACCOUNT_IMPORT: ImportKind = {
	path: '/importer/accounts',
	plural: 'accounts',
	fileName: 'accounts.csv',
	columns: ACCOUNT_COLUMNS,
	exampleNames: ['First Name', 'DOB', 'SSN', 'Contact ID'],
	uniqueColumn: 'reference_id',
	dashboardPage: 'Accounts',
};
