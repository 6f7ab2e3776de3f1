import { NAMES_IN_OTHER_LANGUAGES } from './languages';
import type { Column } from '../types';

const ENGLISH_FIRST_NAMES = ['legal first name', 'first name', 'given name', 'forename', 'fname'];
const ENGLISH_LAST_NAMES = ['legal last name', 'last name', 'surname', 'family name', 'lname'];

/** "Nombre" beside "Apellido", "Nome" beside "Cognome"; Catalan "Nom" beside "Cognoms". Alone they are whole names. */
const BESIDE_LAST_NAMES = [
	...['apellido', 'apellidos', 'primer apellido', 'apellido paterno', 'sobrenome', 'ultimo nome'],
	...['apelidos', 'nome de familia', 'cognome', 'cognoms'],
];

export const NAME_FIRST: Column = {
	name: 'name_first',
	displayName: 'First Name',
	rule: 'text',
	required: false,
	identifies: true,
	names: [
		{
			withPerson: true,
			names: [
				...ENGLISH_FIRST_NAMES,
				'first legal name',
				'given names',
				'name given',
				...NAMES_IN_OTHER_LANGUAGES.firstName,
			],
		},
		{ names: NAMES_IN_OTHER_LANGUAGES.firstNameBeside, beside: BESIDE_LAST_NAMES },
		{ names: ['first'] },
	],
};

export const NAME_LAST: Column = {
	name: 'name_last',
	displayName: 'Last Name',
	rule: 'text',
	required: false,
	identifies: true,
	names: [
		{
			withPerson: true,
			names: [
				...ENGLISH_LAST_NAMES,
				'last legal name',
				'name family',
				'cognoms',
				...NAMES_IN_OTHER_LANGUAGES.lastName,
			],
		},
		// In German, French, Dutch and the Scandinavian languages the last name is often just called "Name".
		{ names: ['name'], beside: ['vorname', 'vornamen'] },
		{ names: ['nom'], beside: ['prenom', 'prenoms'] },
		{ names: ['naam'], beside: ['voornaam', 'voornamen', 'roepnaam'] },
		{ names: ['namn', 'navn'], beside: ['fornamn', 'tilltalsnamn', 'fornavn'] },
		{ names: ['last'] },
		// A surname to half of the world, a second given name to the other half.
		{ names: ['second name'], alone: true, withPerson: true },
	],
};
