import { LIST_ITEM_IMPORTS } from '../../../../../nodes/Persona/pipeline/columns';
import { BY_ITEMS, codesOf, problemsOf } from './support';

describe('a file with another delimiter', () => {
	it.each([
		[';', 'semicolons'],
		['\t', 'tabs'],
		['|', 'vertical bars'],
	])('is known by its first line: %j', (delimiter, name) => {
		const lines = [
			`reference_id${delimiter}name_first\n`,
			`who${delimiter}what\n`,
			`id${delimiter}name_first${delimiter}name, last\n`,
			`"reference_id"${delimiter}"name_first"\n`,
			`"who"${delimiter}"what"\n`,
		];
		for (const line of lines) {
			expect(problemsOf(line)).toEqual([
				{
					column: '',
					code: 'fileDelimiter',
					message: `separates its columns by ${name}, and Persona's columns are separated by commas`,
					help: `Export it with commas, or ${BY_ITEMS}; there, the option Delimiter reads it.`,
				},
			]);
		}
	});

	it('is told from one whose columns fit as well with commas', () => {
		expect(codesOf('name_first;tags,birthdate\n')).toEqual(['fileUnknownColumns']);
		expect(codesOf('reference_id,a;b\n')).toEqual(['fileUnknownColumns']);
	});
});

describe('a first line that is not CSV', () => {
	it.each([
		['an open quote', '"reference_id,name_first\n1,2\n', true],
		['text behind a quote', '"reference_id" x,tags\n', true],
		['no end within what was read', 'reference_id,name_first', false],
	])('%s', (_, text, whole) => {
		expect(codesOf(text, whole)).toEqual(['fileFirstLine']);
	});
});

it('refuses line ends of old Macs, once the line is known for a header', () => {
	expect(codesOf('reference_id,name_first\r1,Ann\r')).toEqual(['fileLineEnds']);
	expect(codesOf('a,b\r1,Ann\r')).toEqual(['fileNoHeader']);
});

it('names the columns to a file that has none of them', () => {
	expect(problemsOf('17,Ann\n', true, LIST_ITEM_IMPORTS.name)).toEqual([
		{
			column: '',
			code: 'fileNoHeader',
			message: 'names none of the columns in its first line',
			help: 'The first line has to be a header with some of these: name_first, name_last.',
		},
	]);
});
