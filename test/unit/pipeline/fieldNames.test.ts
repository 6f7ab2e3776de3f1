import {
	likeValues,
	listNames,
	namesToShow,
	quoteNames,
} from '../../../nodes/Persona/pipeline/fieldNames';
import { ACCOUNT_IMPORT } from '../../../nodes/Persona/pipeline/columns';
import { matchFields } from '../../../nodes/Persona/pipeline/mapping';

const matchOf = (...fields: string[]) => matchFields(fields, ACCOUNT_IMPORT.columns);
const SURE = matchOf('First Name', 'DOB');
const BY_CHANCE = matchOf('Born');

test.each([
	['nothing that looks like a value', ['Email', 'Address 2', 'hs_2024', '12345']],
	['a name in another script', ['Имя', '山田']],
])('%s is shown where it is surely a header, and only there', (_, names) => {
	expect(namesToShow(names, SURE)).toEqual(names);
	expect(namesToShow(names, BY_CHANCE)).toEqual([]);
	expect(namesToShow(names, matchOf('Lee', 'Ann'))).toEqual([]);
});

test('a word that is no value shows that the names are a header, though nothing fits', () => {
	expect(namesToShow(['E-Mail', 'Phone 2'], matchOf('E-Mail', 'Phone 2'))).toEqual([
		'E-Mail',
		'Phone 2',
	]);
});

test.each(['ann@example.com', '900-12-3456', '1990-01-31', '(415) 555-0100', '123456'])(
	'%s looks like a value',
	(value) => {
		expect(namesToShow(['Email', value], SURE)).toEqual(['Email']);
		expect(namesToShow(['Email', value], BY_CHANCE)).toEqual([]);
		expect(listNames(['Email', value], SURE)).toBe('Email and 1 more');
		expect(listNames(['Email', value], BY_CHANCE)).toBe('');
	},
);

test('one column that has its own name is enough to be sure', () => {
	expect(namesToShow(['ann@example.com', 'Ann'], matchOf('Birthdate'))).toEqual(['Ann']);
});

test.each([20, 21, 22])('%i names', (count) => {
	const names = Array.from({ length: count }, (_, index) => `n${index}`);
	const more = count > 20 ? ` and ${count - 20} more` : '';
	expect(listNames(names, SURE)).toBe(names.slice(0, 20).join(', ') + more);
	expect(quoteNames(names)).toBe(`'${names.slice(0, 20).join("', '")}'${more}`);
});

test.each([
	['x'.repeat(40), 'x'.repeat(40)],
	['x'.repeat(41), `${'x'.repeat(39)}…`],
	['👩'.repeat(41), `${'👩'.repeat(39)}…`],
	[' a \r\n\u0007 b ', 'a b'],
	['a\ud83d', 'a\ufffd'],
	['', '(no name)'],
])('%j is written %j', (name, written) => {
	expect(quoteNames([name])).toBe(`'${written}'`);
});

test('says why names are not shown', () => {
	expect([1, 2].map(likeValues)).toEqual([
		'whose name looks like a value',
		'whose names look like values',
	]);
});
