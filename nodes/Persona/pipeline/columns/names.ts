import type { Column } from '../types';

export const NAME_FIRST: Column = {
	name: 'name_first',
	displayName: 'First Name',
	rule: 'text',
	required: false,
	synonyms: [
		'first name',
		'first',
		'given name',
		'forename',
		'fname',
		'contact first name',
		'person first name',
	],
};

export const NAME_LAST: Column = {
	name: 'name_last',
	displayName: 'Last Name',
	rule: 'text',
	required: false,
	synonyms: [
		'last name',
		'last',
		'surname',
		'family name',
		'lname',
		'contact last name',
		'person last name',
	],
};
