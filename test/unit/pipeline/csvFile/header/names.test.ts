import { read } from './support';

const ROW = '1,2,3,4\n';

describe('a header with the names of Persona', () => {
	it.each([
		'reference_id,name_first\n',
		'tags\r\n',
		'"reference_id","name_first"\n',
		'name_first,"tags"\r\n',
	])('stays as it is: %j', (line) => {
		const expected = { line, replaces: line.length };
		expect(read(line + ROW)).toEqual(expected);
		expect(read(line + ROW, false)).toEqual(expected);
		expect(read(line)).toEqual(expected);
	});

	it('may be all that there is, without a line end', () => {
		expect(read('name_first,tags')).toEqual({ line: 'name_first,tags', replaces: 15 });
	});
});

describe('a header with other names', () => {
	it.each([
		['Contact ID,First Name\n', 'reference_id,name_first\n'],
		['First Name,tags\r\n', 'name_first,tags\r\n'],
		['"First Name","Labels"\n', 'name_first,tags\n'],
		['"First\r\nName",tags\r\n', 'name_first,tags\r\n'],
		['"First\rName",tags\n', 'name_first,tags\n'],
		['Näme First\n', 'name_first\n'],
	])('%j gets those of Persona in their place', (line, expected) => {
		expect(read(line + ROW)).toEqual({ line: expected, replaces: Buffer.byteLength(line) });
	});
});
