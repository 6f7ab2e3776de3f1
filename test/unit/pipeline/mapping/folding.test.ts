import { foldName } from '../../../../nodes/Persona/pipeline/mapping';
import { columnFor } from './support';

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
