import type { Column, ImportKind } from '../types';
import { NAME_FIRST, NAME_LAST } from './names';

const ACCOUNT_COLUMNS: readonly Column[] = [
	{
		name: 'reference_id',
		displayName: 'Reference ID',
		rule: 'referenceId',
		required: false,
		synonyms: [
			'reference',
			'ref id',
			'external id',
			'external reference',
			'external reference id',
			'customer id',
			'customer number',
			'client id',
			'contact id',
			'account id',
			'user id',
			'member id',
			'person id',
			'record id',
			'lead id',
			'unique id',
			'crm id',
			'hs object id',
			'uid',
			'uuid',
			'guid',
		],
		weakSynonyms: ['id'],
	},
	NAME_FIRST,
	{
		name: 'name_middle',
		displayName: 'Middle Name',
		rule: 'text',
		required: false,
		synonyms: [
			'middle name',
			'middle',
			'middle names',
			'second name',
			'additional name',
			'middle initial',
			'mname',
		],
	},
	NAME_LAST,
	{
		name: 'birthdate',
		displayName: 'Birthdate',
		rule: 'birthdate',
		required: false,
		synonyms: ['birthday', 'date of birth', 'dob', 'born', 'born on', 'contact birthdate'],
	},
	{
		name: 'social_security_number',
		displayName: 'Social Security Number',
		rule: 'socialSecurityNumber',
		// Not even the last four digits: beside a name and a birthdate they are the part that nobody can guess.
		mask: '•••-••-••••',
		required: false,
		synonyms: ['social security', 'social security no', 'ssn', 'ssn number', 'us ssn', 'social'],
	},
	{
		name: 'tags',
		displayName: 'Tags',
		rule: 'tags',
		required: false,
		synonyms: ['tag', 'tag list', 'labels', 'label', 'categories', 'contact tags'],
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
	uniqueColumn: 'reference_id',
	dashboardPage: 'Accounts',
};
