import type { IDataObject } from 'n8n-workflow';

import { ACCOUNT_IMPORT, LIST_ITEM_IMPORTS } from '../../../../nodes/Persona/pipeline/columns';
import { codesIn, map, rowsIn } from './support';

const person = { first_name: 'Ann', last_name: 'Lee' };
const row = { name_first: 'Ann', name_last: 'Lee' };
const webhook = (more: IDataObject): IDataObject => ({
	headers: {},
	params: {},
	query: {},
	...more,
});

const messagesFor = async (...items: IDataObject[]) =>
	(await map(items)).warnings.map(({ message }) => message);
const stopFor = async (...items: IDataObject[]) => (await map(items)).stop;

describe('an ID beside a customer in an object', () => {
	it.each<[string, IDataObject, unknown, string[]]>([
		['is theirs if it has the own name', { reference_id: 9 }, 9, ['nestedFields']],
		['is theirs if it was made for outside', { external_id: 9 }, 9, ['nestedFields']],
		['is likely of something else', { id: 9 }, 9, ['nestedFields', 'likelyOtherId']],
	])('%s', async (_, id, expected, codes) => {
		const mapping = await map([{ ...id, customer: person }]);
		expect(rowsIn(mapping, 1)).toEqual([{ reference_id: expected, ...row }]);
		expect(codesIn(mapping)).toEqual(codes);
	});

	it('is for the user to decide where there is another one of its kind inside', async () => {
		const stop = await stopFor({ account_id: 9, customer: { ...person, account_id: 8 } });
		expect(stop!.message).toBe(
			"The fields 'account_id', 'customer.account_id' hold different IDs in 1 row, so nothing was sent",
		);
	});
});

describe('what lies in an object', () => {
	it('is named after the Webhook node only where that gives it', async () => {
		const inside = (name: string) => `The fields inside '${name}' were read as well`;
		expect(await messagesFor({ body: person })).toEqual([inside('body')]);
		expect(await messagesFor(webhook({ body: 1, data: person }))).toEqual([inside('data')]);
		expect((await map([{ body: person }])).warnings).toEqual([
			{ code: 'nestedFields', column: '', count: 0, items: [], message: inside('body') },
		]);
	});

	it('comes after a field outside of it, also one with a name that people like less', async () => {
		const item = { Forename: 'Ann', last_name: 'Lee', profile: { 'First Name': 'x' } };
		expect(rowsIn(await map([item]), 1)).toEqual([row]);
		const order = { mi: 'Q', customer: { ...person, middle: 'x' } };
		expect(rowsIn(await map([order]), 1)).toEqual([{ ...row, name_middle: 'Q' }]);
		const profile = { Forename: 'x', 'First Name': 'Ann', last_name: 'Lee' };
		expect(rowsIn(await map([{ profile }]), 1)).toEqual([row]);
	});

	it('is a value itself unless it holds one', async () => {
		const items = [{ properties: { firstname: { first: 'Ann' }, lastname: { value: 'Lee' } } }];
		expect(rowsIn(await map(items), 1)).toEqual([
			{ name_first: { first: 'Ann' }, name_last: 'Lee' },
		]);
	});

	it('is looked at in each item, where one of several objects is as in the one before', async () => {
		const items = [
			{ fields: { dob: '1' }, profile: { first_name: 'Ann', last_name: 'Lee' } },
			{ fields: { dob: '1' }, profile: { given_name: 'Ann', family_name: 'Lee' } },
		];
		const both = { ...row, birthdate: '1' };
		expect(rowsIn(await map(items), 2)).toEqual([both, both]);
	});

	it('is the primary entry of a list of names', async () => {
		const names = [
			{ metadata: { primary: false }, givenName: 'x', familyName: 'y' },
			{ metadata: { primary: true }, givenName: 'Ann', familyName: 'Lee' },
		];
		expect(rowsIn(await map([{ names }]), 1)).toEqual([row]);
	});
});

it('an item with the first few fields of the one before has a mapping of its own', async () => {
	const items = [
		{ 'First Name': 'Ann', 'Second Name': 'Q', Surname: 'Lee' },
		{ 'First Name': 'Ann', 'Second Name': 'Lee' },
	];
	expect(rowsIn(await map(items), 2)).toEqual([{ ...row, name_middle: 'Q' }, row]);
});

it('the fields of a column are listed with the closest one first, whichever was seen first', async () => {
	const { mapping } = await map([
		{ Forename: 'Ann' },
		{ 'Name First': 'Bob' },
		{ name_first: 'Cy' },
	]);
	expect(mapping.name_first).toEqual(['name_first', 'Name First', 'Forename']);
});

it('a field that only counts with certain values is listed although it gave way once', async () => {
	const { mapping } = await map([
		{ ...person, ssn: '900-12-3456', Social: '900-12-3457' },
		{ ...person, ssn: '', Social: '900-12-3458' },
		{ ...person, ssn: '', Social: ['900-12-3459'] },
	]);
	expect(mapping.social_security_number).toEqual(['ssn', 'Social']);
});

it('a list is not taken for the text in it', async () => {
	const mapping = await map([{ ...person, Social: ['900-12-3459'] }]);
	expect(rowsIn(mapping, 1)).toEqual([row]);
});

it('a prefix and a mark of a custom field are equally close', async () => {
	const item = { property_firstname: 'Ann', firstname__c: 'Bob', last_name: 'Lee' };
	expect(await messagesFor(item)).toContain(
		"'property_firstname' was used, not 'firstname__c', which is different in 1 row",
	);
});

describe('a hint', () => {
	it('counts the other fields with a prefix only where there are some', async () => {
		const { warnings } = await map([{ id: 1, property_first_name: 'Ann', last_name: 'Lee' }]);
		const message = "'property_first_name' was used as First Name";
		expect(warnings).toEqual([
			{ code: 'prefixedFields', column: 'name_first', count: 0, items: [], message },
		]);
	});

	it('does not show a name that may be a value', async () => {
		expect(await messagesFor({ 'first@name': 'Ann', Forename: 'Bob', last_name: 'Lee' })).toEqual([
			"A field was used, not 'Forename', which is different in 1 row",
		]);
	});

	it('is cut where the label of a column is too long for it', async () => {
		const [firstName] = ACCOUNT_IMPORT.columns.filter(({ name }) => name === 'name_first');
		const columns = [{ ...firstName!, displayName: 'x'.repeat(150) }];
		const [warning] = (await map([{ property_first_name: 'Ann' }], columns)).warnings;
		expect(warning!.message).toBe(`'property_fi…' was used as ${'x'.repeat(93)}`);
	});

	it('says that no field gives a name where all that could are empty', async () => {
		const item = { id: 1, first_name: '', Forename: '', last_name: 'Lee', Email: 'x' };
		expect(await messagesFor(item)).toEqual(['No field gives First Name, so no row has one']);
	});
});

it('a field whose name may be a value is not named for a row either', async () => {
	const { fieldOf } = await map([{ 'first@name': 'Ann', last_name: 'Lee' }]);
	expect(['name_first', 'name_last'].map((column) => fieldOf?.(0, column))).toEqual([
		...[undefined, 'last_name'],
	]);
});

describe('two IDs whose names may be values', () => {
	const several = 'Several fields hold different IDs in 1 row, so nothing was sent';

	it.each<[IDataObject, string]>([
		[{ '@id': 1, 'contact@id': 2 }, 'paste the right one into Reference ID. Or rename it'],
		[{ id: 1, 'contact@id': 2 }, 'paste the right one into Reference ID: {{ $json.id }}. Or'],
	])('%j', async (ids, help) => {
		const stop = await stopFor({ ...ids, ...person });
		expect(stop!.message).toBe(several);
		expect(stop!.description).toContain(help);
	});
});

describe('a whole name', () => {
	it('is looked for in a field before it is looked for in an object', async () => {
		const stop = await stopFor({ name: { x: 1 }, 'Full Name': 'Ann Lee' });
		expect(stop).toMatchObject({ code: 'fullName' });
		expect(stop!.description).toContain('$json["Full Name"]');
	});

	it.each<[string, IDataObject]>([
		['beside a first name', { first_name: 'Ann', Name: 'Ann Lee' }],
		['beside a last name', { last_name: 'Lee', Name: 'Ann Lee' }],
		['that is no text', { DOB: '1990-04-05', 'Full Name': 7 }],
	])('%s does not stop the run', async (_, fields) => {
		expect(await stopFor({ id: 1, ...fields })).toBeUndefined();
	});

	it('is not named for lists of other things', async () => {
		const { stop } = await map([{ Name: 'Ann Lee' }], LIST_ITEM_IMPORTS.ipAddress.columns);
		expect(stop).toMatchObject({ code: 'noColumn' });
	});
});

it('several people in a later item only are told without expressions', async () => {
	const items = Array.from({ length: 21 }, (_, item): IDataObject =>
		item < 20 ? { id: item } : { id: item, customer: person, user: { first_name: 'Bob' } },
	);
	expect((await stopFor(...items))!.description).toBe(
		"Only you know which of them to import. Set 'Mapping Column Mode' to Map Each Column Manually.",
	);
});
