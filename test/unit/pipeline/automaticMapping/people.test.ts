import { codesIn, map, rowsIn, rowsOf } from './support';

const ann = { name_first: 'Ann', name_last: 'Lee' };
const plain = { 'First Name': 'Ann', 'Last Name': 'Lee' };
const patient = { 'Patient First Name': 'Ann', 'Patient Last Name': 'Lee' };

describe('a row is made of the fields of one person', () => {
	test.each([
		['names of one and the birthdate of the other', { ...patient, 'Subscriber DOB': '1960-01-01' }],
		['all of two people', { ...patient, 'Insured First Name': 'Bob', 'Insured Last Name': 'Ray' }],
		[
			'the birthdate of somebody whose name is another one',
			{ ...plain, 'Student First Name': 'Kim', 'Student DOB': '2010-01-01' },
		],
		[
			'an empty birthdate beside that of somebody else',
			{ ...plain, DOB: '', 'Guest First Name': 'Bob', 'Guest DOB': '1960-01-01' },
		],
		[
			'the last name of the second one',
			{ 'First Name': 'Ann', 'First Name_1': 'Cy', 'Last Name': '', 'Last Name_1': 'Poe' },
		],
	])('%s: it stops', async (_name, item) => {
		const { stop } = await map([{ ...plain }, item]);
		expect(stop).toMatchObject({ code: 'severalPeople' });
	});

	it('names the two fields', async () => {
		const { stop } = await map([{ ...patient, 'Subscriber DOB': '1960-01-01' }]);
		expect(stop).toEqual({
			code: 'severalPeople',
			message:
				"The fields of several people are in one item ('Patient First Name', 'Subscriber DOB'), so nothing was sent",
			description:
				"Only you know whose they have to be. Set 'Mapping Column Mode' to Map Each Column Manually and map the fields of one person, or remove those of the others before this node.",
		});
	});

	test.each([
		[
			'different people in different rows',
			[patient, { 'Client First Name': 'Ann', Surname: 'Lee' }],
		],
		['the same person twice', [{ ...patient, 'Member First Name': 'Ann' }]],
		[
			'fields without a value',
			[{ ...patient, 'Subscriber First Name': '', 'Subscriber DOB': null }],
		],
		['names without a word for a person beside', [{ ...plain, 'Patient DOB': '' }]],
		['legal and preferred names', [{ ...patient, 'Preferred First Name': 'Annie' }]],
	])('%s: it goes on', async (_name, items) => {
		const mapping = await map(items);
		expect(mapping.stop).toBeUndefined();
		expect(rowsIn(mapping, items.length)).toEqual(items.map(() => ann));
	});

	it('somebody else who was left out is named', async () => {
		const mapping = await map([{ ...plain, 'Student First Name': 'Kim' }]);
		expect(rowsIn(mapping, 1)).toEqual([ann]);
		expect(mapping.warnings.map(({ message }) => message)).toEqual([
			"'First Name' was used, not 'Student First Name', which is different in 1 row",
		]);
	});
});

describe('lists of names', () => {
	const [old, nickname] = [
		{ use: 'maiden', family: 'Old', given: ['Ann'] },
		{ use: 'nickname', given: ['Annie'] },
	];
	test.each([
		['the official one', [old, nickname, { use: 'official', family: 'Lee', given: ['Ann'] }]],
		['the usual one', [nickname, { use: 'usual', family: 'Lee', given: ['Ann'] }, old]],
		['the one without a use', [old, { family: 'Lee', given: 'Ann' }]],
		[
			'the first of equals',
			[
				{ family: 'Lee', given: 'Ann' },
				{ family: 'Ray', given: 'Bob' },
			],
		],
	])('%s', async (_name, name) => {
		const [row] = await rowsOf([{ id: 'p1', name } as never]);
		expect([row!.name_first].flat().concat(row!.name_last as never)).toEqual(['Ann', 'Lee']);
	});
});

it('a list of objects is no second ID', async () => {
	const identifier = [{ system: 'urn:oid:1.2', value: '17' }];
	const mapping = await map([{ id: 'p1', identifier, ...ann }]);
	expect(mapping.stop).toBeUndefined();
	expect(rowsIn(mapping, 1)).toEqual([{ reference_id: 'p1', ...ann }]);
});

test.each(["Student's First Name", 'What’s your first name?', "Applicant's Legal First Name"])(
	'%s is a first name',
	async (name) => {
		const mapping = await map([{ [name]: 'Ann', name_last: 'Lee' }]);
		expect(rowsIn(mapping, 1)).toEqual([ann]);
		expect(codesIn(mapping)).toEqual(['prefixedFields']);
	},
);

describe('a part of the last name that was left out', () => {
	test.each([
		['Tussenvoegsel', 'van der'],
		['Last Name Prefix', 'de'],
		['Segundo Apellido', 'López'],
		['apellido_materno', 'López'],
		['Second Surname', 'López'],
	])('%s', async (name, part) => {
		const mapping = await map([{ ...ann }, { ...ann, [name]: part }]);
		expect(mapping.warnings).toEqual([
			{
				...{ code: 'partOfName', column: 'name_last', count: 0, items: [] },
				message: `'${name}' was left out, but it may be part of the last name`,
			},
		]);
	});

	it('is no matter where it is empty, and where there is no last name', async () => {
		expect(codesIn(await map([{ ...ann, Tussenvoegsel: ' ' }]))).toEqual([]);
		const first = { reference_id: 'a', name_first: 'Ann', Tussenvoegsel: 'de' };
		expect(codesIn(await map([first]))).toEqual(['noName']);
	});
});
