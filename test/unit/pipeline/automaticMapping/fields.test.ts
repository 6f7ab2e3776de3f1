import { codesIn, itemsOf, map, rowsIn, rowsOf } from './support';

const ann = { name_first: 'Ann', name_last: 'Lee' };
const bob = { name_first: 'Bob', name_last: 'Ray' };

describe('each row takes the closest field with a value', () => {
	it('from two sources with different names', async () => {
		const items = [
			{ 'Customer ID': 'S-1', 'First Name': 'Ann', 'Last Name': 'Lee', DOB: '1990-04-05' },
			{ customer_id: 'H-1', firstname: 'Bob', lastname: 'Ray', date_of_birth: '1958-12-31' },
			{ customer_id: 'H-2', firstname: 'Cy', lastname: 'Poe', date_of_birth: '1980-07-01' },
		];
		const mapping = await map(items);
		expect(rowsIn(mapping, 3)).toEqual([
			{ reference_id: 'S-1', ...ann, birthdate: '1990-04-05' },
			{ reference_id: 'H-1', ...bob, birthdate: '1958-12-31' },
			{ reference_id: 'H-2', name_first: 'Cy', name_last: 'Poe', birthdate: '1980-07-01' },
		]);
		expect(mapping.mapping).toEqual({
			reference_id: ['Customer ID', 'customer_id'],
			name_first: ['First Name', 'firstname'],
			name_last: ['Last Name', 'lastname'],
			birthdate: ['DOB', 'date_of_birth'],
		});
		expect(mapping).toMatchObject({ ignored: [], passedOver: [], warnings: [], stop: undefined });
	});

	it('where one field has another name in some items', async () => {
		const items = [
			{ 'Customer ID': 'F-1', 'First name': 'Ann', 'Last name': 'Lee' },
			{ 'Customer ID': 'F-2', 'Given name': 'Bob', 'Family name': 'Ray', Birthday: '1958-12-31' },
		];
		expect(await rowsOf(items)).toEqual([
			{ reference_id: 'F-1', ...ann },
			{ reference_id: 'F-2', ...bob, birthdate: '1958-12-31' },
		]);
	});

	it.each([null, undefined, '', ' \t', '\u200b', '\u00a0\u3164', []])(
		'%j is no value',
		async (empty) => {
			const items = [{ 'First Name': empty as never, Forename: 'Ann', name_last: 'Lee' }];
			expect(await rowsOf(items)).toEqual([ann]);
		},
	);

	it.each([0, false, 'x', ' x', ['x'], { x: 1 }])('%j is one', async (value) => {
		const items = [{ 'First Name': value as never, Forename: 'Ann', name_last: 'Lee' }];
		expect(await rowsOf(items)).toEqual([{ name_first: value, name_last: 'Lee' }]);
	});
});

describe('a field that was not used', () => {
	const items = [
		{ 'First Name': 'Ann', Forename: 'Anna', name_last: 'Lee', surname: 'Lee', Email: 'x' },
		{ 'First Name': 'Bob', Forename: 'Rob', name_last: 'Ray', surname: '' },
		{ 'First Name': '', Forename: 'Cy', name_last: 'Poe' },
	];

	it('is passed over, with the rows in which it is different', async () => {
		const { passedOver, mapping, ignored, ignoredCount } = await map(items);
		expect(passedOver).toEqual([
			{ field: 'Forename', column: 'name_first', taken: 'First Name', count: 2 },
			{ field: 'surname', column: 'name_last', taken: 'name_last', count: 0 },
		]);
		expect(mapping.name_first).toEqual(['First Name', 'Forename']);
		expect([ignored, ignoredCount]).toEqual([['Email'], 1]);
	});

	it('is warned about where the two are equally close', async () => {
		expect((await map(items)).warnings).toEqual([
			{
				code: 'severalFields',
				column: 'name_first',
				count: 2,
				items: [0, 1],
				message: "'First Name' was used, not 'Forename', which is different in 2 rows",
			},
		]);
	});

	it('names the first ten items', async () => {
		const many = Array.from({ length: 12 }, () => items[0]!);
		const [warning] = (await map(many)).warnings;
		expect(warning).toMatchObject({ count: 12, items: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] });
	});

	it('is taken in silence where it is closer', async () => {
		const legal = { 'Preferred First Name': 'Liz', 'Legal First Name': 'Elizabeth', last: 'Lee' };
		const mapping = await map([legal]);
		expect(rowsIn(mapping, 1)).toEqual([{ name_first: 'Elizabeth', name_last: 'Lee' }]);
		expect(mapping.warnings).toEqual([]);
	});
});

describe('names that mean different things', () => {
	it('Second Name is the last name where no other field is', async () => {
		const mapping = await map(itemsOf('First Name,Second Name\nAnn,Lee\nBob,Ray'));
		expect(rowsIn(mapping, 2)).toEqual([ann, bob]);
		expect(mapping.warnings).toMatchObject([
			{
				code: 'secondName',
				column: 'name_last',
				count: 2,
				message: "'Second Name' was used as Last Name, because no other field is one",
			},
		]);
	});

	it('and the middle name beside a last name', async () => {
		const mapping = await map(itemsOf('First Name,Second Name,Surname\nAnn,Q,Lee'));
		expect(rowsIn(mapping, 1)).toEqual([{ ...ann, name_middle: 'Q' }]);
		expect(mapping.warnings).toEqual([]);
	});

	it('Social is taken only where it could be an SSN', async () => {
		const items = [
			{ ...ann, Social: '900-12-3456' },
			{ ...bob, Social: '@bob' },
			{ ...bob, Social: 900123456 },
		];
		const read = rowsIn(await map(items), 3).map((row) => row.social_security_number);
		expect(read).toEqual(['900-12-3456', undefined, 900123456]);
		const handles = await map([{ ...ann, social: '@ann' }]);
		expect(handles.columns.map(({ name }) => name)).toEqual(['name_first', 'name_last']);
		expect(handles.ignored).toEqual(['social']);
	});

	it('a column that is there twice: the first one, and the second one where that is empty', async () => {
		const mapping = await map([
			{ ID: 'C-1', 'First Name': 'Ann', 'Last Name': 'Lee', 'Last Name_1': '', ID_1: 'ORDER-77' },
			{ ID: 'C-2', 'First Name': 'Bob', 'Last Name': '', 'Last Name_1': 'Ray', ID_1: 'ORDER-78' },
		]);
		expect(rowsIn(mapping, 2)).toEqual([
			{ reference_id: 'C-1', ...ann },
			{ reference_id: 'C-2', ...bob },
		]);
		expect(mapping.warnings.map(({ message }) => message)).toEqual([
			"A column is there twice: 'ID' was used, not 'ID_1', which is different",
			"A column is there twice: 'Last Name_1' was used in 1 row",
		]);
		expect(mapping.stop).toBeUndefined();
	});

	it('is known for repeated in an item without the first one as well', async () => {
		expect(await rowsOf([{ ...ann }, { 'Last Name': 'x' }, { 'Last Name_1': 'Ray' }])).toEqual([
			ann,
			{ name_last: 'x' },
			{ name_last: 'Ray' },
		]);
	});
});

it('what was understood without its prefix is told once', async () => {
	const mapping = await map([{ id: 1, property_first_name: 'Ann', property_last_name: 'Lee' }]);
	expect(rowsIn(mapping, 1)).toEqual([{ reference_id: 1, ...ann }]);
	expect(mapping.warnings.map(({ message }) => message)).toEqual([
		"'property_first_name' was used as First Name, and 1 more in the same way",
	]);
});

it('sentences stay within what a hint shows, also with long names', async () => {
	const long = `First${' '.repeat(80)}Name`;
	const other = `Forename${'-'.repeat(100)}`;
	const strange = { [`F${'.'.repeat(60)}irst name`]: 'Ann', [other]: 'Bob', name_last: 'Lee' };
	const mapping = await map([strange, { [long]: 'Ann', 'Given Name': 'Bob' }]);
	expect(codesIn(mapping)).toContain('severalFields');
	for (const { message } of mapping.warnings) {
		expect(message.length).toBeLessThanOrEqual(120);
		expect(message).toMatch(/[^.]$/);
	}
});
