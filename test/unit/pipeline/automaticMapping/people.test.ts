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
				"Only you know which of them to import. Set 'Mapping Column Mode' to Map Each Column Manually and map the fields of one person, or remove those of the others before this node.",
		});
	});

	test.each([
		[
			'different people in different rows',
			[patient, { 'Client First Name': 'Ann', Surname: 'Lee' }],
		],
		['the same person twice', [{ ...patient, 'Member First Name': 'Ann' }]],
		[
			'the same person under two words',
			[{ ...patient, 'Member First Name': 'Ann', 'Member SSN': ' ', 'Member Last Name': 'Lee' }],
		],
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

	it('somebody of the same first name is the same person, somebody of the same last name is not', async () => {
		const self = { ...patient, 'Member First Name': 'Ann', 'Member DOB': '1990-04-05' };
		const mapping = await map([self]);
		expect(rowsIn(mapping, 1)).toEqual([{ ...ann, birthdate: '1990-04-05' }]);
		expect(mapping.stop).toBeUndefined();
		const family = { ...patient, 'Member Last Name': 'Lee', 'Member DOB': '1960-01-01' };
		expect((await map([family])).stop).toMatchObject({ code: 'severalPeople' });
		const other = { ...self, 'Member Last Name': 'Ray' };
		expect((await map([other])).stop).toMatchObject({ code: 'severalPeople' });
		expect((await map([self, family, self])).stop).toMatchObject({ code: 'severalPeople' });
		expect((await map([self, { ...patient, 'Member DOB': '1960-01-01' }])).stop).toBeDefined();
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

describe('a field that was left out although it seems to belong to the person', () => {
	const born = { birthdate: '1990-04-05' };
	test.each<[string, unknown, string, string]>([
		['Tussenvoegsel', 'van der', 'name_last', 'part of the Last Name'],
		['Last Name Prefix', 'de', 'name_last', 'part of the Last Name'],
		['Segundo Apellido', 'López', 'name_last', 'part of the Last Name'],
		['apellido_materno', 'López', 'name_last', 'part of the Last Name'],
		['Second Surname', 'López', 'name_last', 'part of the Last Name'],
		['Traveler DOB', '04/05/1990', 'birthdate', 'the Birthdate'],
		['HealthCloudGA__BirthDate__c', '1990-04-05', 'birthdate', 'the Birthdate'],
		['dob_utc', 639273600000, 'birthdate', 'the Birthdate'],
		['Full SSN', '900-12-3456', 'social_security_number', 'the Social Security Number'],
		['pat_ssn', 900123456, 'social_security_number', 'the Social Security Number'],
	])('%s', async (name, value, column, what) => {
		const { warnings } = await map([{ ...ann }, { ...ann, [name]: value as string }]);
		expect(warnings).toEqual([
			{
				...{ code: 'leftOut', column, count: 0, items: [] },
				message: `'${name}' was left out, but it may be ${what}`,
			},
		]);
	});

	test.each<[string, unknown]>([
		['Tussenvoegsel', ' '],
		['Last Name 2', 'Ray'],
		['Spouse DOB', '1990-04-05'],
		["Child's Date of Birth", '1990-04-05'],
		['Adobe ID', '1990'],
		['Place of Birth', '1990 Street'],
		['Traveler DOB', ''],
		['has_ssn', true],
		['ssn_last_4', '3456'],
		['Business Name', '900-12-3456'],
		['co-borrower SSN', '900-12-3456'],
	])('%s of %j is none', async (name, value) => {
		expect(codesIn(await map([{ ...ann, [name]: value as string }]))).toEqual([]);
	});

	it('does not matter where the column has a value, or where there is no last name', async () => {
		expect(codesIn(await map([{ ...ann, ...born, 'Traveler DOB': '1990-04-05' }]))).toEqual([]);
		const first = { reference_id: 'a', name_first: 'Ann', Tussenvoegsel: 'de' };
		expect(codesIn(await map([first]))).toEqual(['noName']);
	});
});
