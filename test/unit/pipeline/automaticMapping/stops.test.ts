import type { IDataObject } from 'n8n-workflow';

import { LIST_ITEM_IMPORTS } from '../../../../nodes/Persona/pipeline/columns';
import { itemsOf, map } from './support';

const NO_COLUMN = 'No input field fits any column, so nothing was sent';
const BY_HAND = "set 'Mapping Column Mode' to Map Each Column Manually";

const stopOf = async (items: readonly IDataObject[]) => (await map(items)).stop;

describe('no shell accounts', () => {
	it('an ID and a birthdate do where there is no name, but not where it is in an object', async () => {
		const row = { id: 5, birthdate: '1990-04-05', email: 'a' };
		expect(await stopOf([row])).toBeUndefined();
		const customer = { first_name: 'Ann', last_name: 'Lee' };
		expect(await stopOf([{ ...row, customer }])).toMatchObject({
			code: 'shellAccounts',
			message: 'Only Reference ID and Birthdate would be sent, so nothing was sent',
			description: expect.stringContaining("There are fitting fields inside 'customer'."),
		});
	});

	it.each([
		['ID,Email,Phone\n1,a,b', 'Reference ID'],
		['ID,Tags,Email\n1,x,a', 'Reference ID and Tags'],
		['DOB,Email\n1990-04-05,a', 'Birthdate'],
		['SSN,Email\n900-12-3456,a', 'Social Security Number'],
		['Middle Name,Email\nQ,a', 'Middle Name'],
		['ID,First Name,Email\n1,,a', 'Reference ID'],
	])('%j stops', async (csv, found) => {
		expect(await stopOf(itemsOf(csv))).toMatchObject({
			code: 'shellAccounts',
			message: `Only ${found} would be sent, so nothing was sent`,
		});
	});

	it('says what was found, what was not, and what is left over', async () => {
		expect((await stopOf(itemsOf('ID,Email,ann@example.com\n1,a,b')))!.description).toBe(
			`No field fits First Name, Last Name, Birthdate, Social Security Number. Nothing fits these fields: Email and 1 more. Rename those that fit, or ${BY_HAND}. To send such accounts all the same, map them by hand too.`,
		);
	});

	it.each(['ID,Tags\n1,x', 'reference_id\n1', 'DOB\n1990-04-05'])(
		'%j goes: nothing is left over',
		async (csv) => expect(await stopOf(itemsOf(csv))).toBeUndefined(),
	);

	it.each([
		['ID,DOB,Email\n1,1990-04-05,a', ['No field gives First Name or Last Name, so no row has one']],
		['ID,First Name,Email\n1,Ann,a', ['No field gives Last Name, so no row has one']],
		['ID,First Name,Last Name,Email\n1,Ann,Lee,a', []],
	])('%j goes, with a warning where no field gives a name', async (csv, messages) => {
		const mapping = await map(itemsOf(csv));
		expect(mapping.stop).toBeUndefined();
		expect(mapping.warnings.map(({ message }) => message)).toEqual(messages);
	});

	it('warns about single rows', async () => {
		const mapping = await map([
			{ id: 1, first_name: 'Ann', last_name: 'Lee' },
			{ id: 2, email: 'x' },
			{ id: 3, Company: 'x' },
		]);
		expect(mapping.warnings).toEqual([
			{
				code: 'onlyId',
				column: 'reference_id',
				count: 2,
				items: [1, 2],
				message: '2 rows would have an ID, but nothing that says who it is',
			},
		]);
	});
});

describe('a whole name in one field', () => {
	it('stops, names the field, and says how to split it', async () => {
		expect(await stopOf(itemsOf('Customer ID,Name,DOB\nC-1,Ann Lee,1990-04-05\nC-2,,'))).toEqual({
			code: 'fullName',
			message: "'Name' holds whole names, and 1 row would go without a name, so nothing was sent",
			description:
				'Persona takes first and last names apart. Set \'Mapping Column Mode\' to Map Each Column Manually, map the other columns, and paste {{ $json.Name?.split(" ").slice(0, -1).join(" ") }} into First Name and {{ $json.Name?.split(" ").at(-1) }} into Last Name; look at names of three words and more. To send rows without names, leave the two columns empty there.',
		});
	});

	it.each([
		'Full Name',
		'displayName',
		'Contact Name',
		'Patient full name',
		'Nombre',
		'Nom',
		'Naam',
	])('%s', async (name) => {
		expect(await stopOf([{ id: 1, [name]: 'Ann Lee' }])).toMatchObject({ code: 'fullName' });
	});

	it.each(['User Name', 'Company Name', 'Account Name', 'File Name'])('not %s', async (name) => {
		expect(await stopOf([{ id: 1, DOB: '1990-04-05', [name]: 'Ann Lee' }])).toBeUndefined();
	});

	it('stops where it is so in one row of many', async () => {
		const items = [
			{ id: 1, first_name: 'Ann', last_name: 'Lee', Name: 'Ann Lee' },
			{ id: 2, first_name: '', Name: 'Bob Ray' },
		];
		expect((await stopOf(items))!.message).toContain('1 row would');
	});

	it('in an object, with the path to it', async () => {
		const { description } = (await stopOf([{ id: 1, properties: { ssn: '1', name: 'Ann' } }]))!;
		expect(description).toContain('$json.properties.name?.split');
	});

	it('is named for lists of names as well', async () => {
		const { stop } = await map([{ Name: 'Ann Lee' }], LIST_ITEM_IMPORTS.name.columns);
		expect(stop).toMatchObject({ code: 'fullName', message: NO_COLUMN });
		expect(stop!.description).toContain("'Name' holds whole names");
	});
});

describe('a table that was not read well', () => {
	it.each([
		[
			'Contact ID;First Name;DOB',
			"semicolons. In the Extract from File node, set the option 'Delimiter' to ';'.",
		],
		['Kunde;Ort', "semicolons. In the Extract from File node, set the option 'Delimiter' to ';'."],
		[
			'First Name\tDOB',
			"tabs. In the Extract from File node, set the option 'Delimiter' to '\\t'.",
		],
		[
			'First Name|DOB',
			"vertical bars. In the Extract from File node, set the option 'Delimiter' to '|'.",
		],
	])('%j', async (name, help) => {
		expect(await stopOf([{ [name]: 'x;y;z' }])).toEqual({
			code: 'delimiter',
			message: NO_COLUMN,
			description: `The columns are separated by ${help}`,
		});
	});

	it.each([
		[{ '\ufffd\ufffdC\0o\0n\0t\0': 'x' }, NO_COLUMN],
		[
			{ '\ufffd\ufffdId': 'x', '\0D\0O\0B\0': 'x' },
			'The names of the fields are garbled, so nothing was sent',
		],
	])('UTF-16: %j', async (item, message) => {
		const stop = await stopOf([item as IDataObject]);
		expect(stop).toMatchObject({ code: 'encoding', message });
		expect(stop!.description).toBe(
			"The file was read with the wrong encoding; it is likely written in UTF-16. In the Extract from File node, set the option 'Encoding' to UTF-16 (utf16le).",
		);
	});

	it('a title above the header', async () => {
		const items = [
			{ 'Customers 2024': 'Customer ID', __EMPTY: 'First Name', __EMPTY_1: 'DOB' },
			{ 'Customers 2024': 'C-1', __EMPTY: 'Ann', __EMPTY_1: '1990-04-05' },
		];
		expect(await stopOf(items)).toEqual({
			code: 'headerBelow',
			message: NO_COLUMN,
			description:
				"The names of the columns are in a row further down: there may be a title above them. In the Extract from File node, set the option 'Range' (for CSV: 'Starting Line') so that it begins with the names.",
		});
	});
});

describe('nothing fits', () => {
	it.each<[string, IDataObject[], boolean, string]>([
		[
			'no fields',
			[{}],
			false,
			'The items have no fields. Check what the node before this one gives.',
		],
		['no items', [], false, 'The items have no fields. Check what the node before this one gives.'],
		[
			'a file',
			[{ mimeType: 'text/csv' }],
			true,
			"The items hold a file. Put an Extract from File node before this one, which makes an item of each row, or set 'Import From' to CSV File.",
		],
		[
			'other fields',
			[{ Email: 'a', Phone: 'b' }],
			false,
			`The fields are: Email, Phone. Rename them to reference_id, name_first, name_middle, name_last, birthdate, social_security_number, tags, or ${BY_HAND}.`,
		],
		[
			'a table without a header',
			[{ Zqx: 'a', Ann: 'b' }],
			false,
			`The names of the fields look like values: the header line may be missing in the source. Rename them to reference_id, name_first, name_middle, name_last, birthdate, social_security_number, tags, or ${BY_HAND}.`,
		],
	])('%s', async (_, items, hasFile, description) => {
		const { stop } = await map(items, undefined, { hasFile });
		expect(stop).toMatchObject({ message: NO_COLUMN, description });
	});

	it('a required column of a list', async () => {
		const { columns } = LIST_ITEM_IMPORTS.geolocation;
		expect((await map([{ lat: '1', lng: '2', Phone: 'b' }], columns)).stop).toEqual({
			code: 'requiredColumn',
			message: "No input field fits the required column 'radius_meters'",
			description: `The fields are: lat, lng, Phone. Rename them to radius_meters, or ${BY_HAND}.`,
		});
	});
});

it('rows of lists have no ID that could be all', async () => {
	const { columns } = LIST_ITEM_IMPORTS.emailAddress;
	const items = [{ match_type: 'domain', email: '', Notes: 'x' }];
	expect((await map(items, columns)).warnings).toEqual([]);
});

it('what may be a value but fits is used, and in no text either', async () => {
	const fields = { 'user@': { last_name: 'x' }, 'full@name': 'x', '@account_id': 1, '@id_1': 'x' };
	for (const more of [
		{},
		{ 'first@name': 'Ann', Forename: 'Bob' },
		{ '@id': 1, 'contact@id': 2 },
	]) {
		const mapping = await map([{ ...fields, ...more }]);
		expect(mapping.columns.length).toBeGreaterThan(0);
		expect(mapping.warnings.length + Number(mapping.stop !== undefined)).toBeGreaterThan(0);
		const { mapping: names, ignored, passedOver, warnings, stop } = mapping;
		const texts = JSON.stringify([names, ignored, passedOver, warnings, stop]);
		expect(texts.replaceAll('{{ $json[\\"', '')).not.toMatch(/@/);
	}
});

it('what may be a value is in no list and no text', async () => {
	const names = ['ann@example.com', '900-12-3456', '1990-01-31'];
	const item = Object.fromEntries(names.map((name) => [name, { firstName: 'zqx' }]));
	for (const more of [
		{},
		{ x: { 'first@name': 1 } },
		{ id: 1 },
		{ id: 1, Email: 'x' },
		{ first_name: 'x', DOB: 'x' },
	]) {
		const text = JSON.stringify(await map([{ ...item, ...more }]));
		for (const name of [...names, 'first@name', 'zqx']) expect(text).not.toContain(name);
	}
});
