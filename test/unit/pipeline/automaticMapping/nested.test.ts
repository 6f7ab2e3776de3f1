import type { IDataObject } from 'n8n-workflow';

import { expressionFor } from '../../../../nodes/Persona/pipeline/automaticMapping/advice';
import { LIST_ITEM_IMPORTS } from '../../../../nodes/Persona/pipeline/columns';
import { codesIn, map, rowsIn } from './support';

const person = { firstName: 'Ann', lastName: 'Lee' };
const row = { name_first: 'Ann', name_last: 'Lee' };

const webhook = (body: unknown): IDataObject =>
	({ headers: { host: 'x' }, params: {}, query: {}, body }) as IDataObject;

describe('one level below a well-known name is read', () => {
	it.each<[string, IDataObject, IDataObject]>([
		[
			'HubSpot',
			{ id: '101', properties: { firstname: 'Ann', lastname: 'Lee', hs_object_id: '101' } },
			{ reference_id: '101', ...row },
		],
		[
			'HubSpot, old versions',
			{ vid: 5, properties: { firstname: { value: 'Ann' }, lastname: { value: 'Lee' } } },
			{ reference_id: 5, ...row },
		],
		[
			'Airtable',
			{ id: 'rec1', fields: { 'First Name': 'Ann', 'Last Name': 'Lee', DOB: '1990-04-05' } },
			{ reference_id: 'rec1', ...row, birthdate: '1990-04-05' },
		],
		['Okta', { id: '00u1', profile: person }, { reference_id: '00u1', ...row }],
		[
			'JSON:API',
			{ id: '1', type: 'people', attributes: { 'first-name': 'Ann', 'last-name': 'Lee' } },
			{ reference_id: '1', ...row },
		],
		[
			'Mailchimp',
			{ id: 'm', merge_fields: { FNAME: 'Ann', LNAME: 'Lee' } },
			{ reference_id: 'm', ...row },
		],
		[
			'Google Workspace',
			{ id: '1', name: { givenName: 'Ann', familyName: 'Lee', fullName: 'Ann Lee' } },
			{ reference_id: '1', ...row },
		],
		[
			'Google People',
			{
				names: [
					{ givenName: 'Old', familyName: 'Name' },
					{ metadata: { primary: true }, givenName: 'Ann', familyName: 'Lee' },
				],
			},
			row,
		],
		['FHIR', { id: 'p1', name: [{ given: 'Ann', family: 'Lee' }] }, { reference_id: 'p1', ...row }],
		['a Webhook node', webhook({ id: 'b', ...person }), { reference_id: 'b', ...row }],
		[
			'an order with its customer',
			{ id: 9, customer: { id: 'c', ...person } },
			{ reference_id: 'c', ...row },
		],
		['an event', { id: 'evt', data: { id: 'u', ...person } }, { reference_id: 'u', ...row }],
	])('%s', async (_, item, expected) => {
		const mapping = await map([item]);
		expect(rowsIn(mapping, 1)).toEqual([expected]);
		expect(mapping.stop).toBeUndefined();
		expect(codesIn(mapping)).toEqual(['nestedFields']);
	});

	it('with a hint that says so, and a sentence of its own for the Webhook node', async () => {
		const messages = async (item: IDataObject) =>
			(await map([item])).warnings.map(({ message }) => message);
		expect(await messages({ profile: person })).toEqual([
			"The fields inside 'profile' were read as well",
		]);
		expect(await messages(webhook(person))).toEqual([
			"The fields were read from 'body', where a Webhook node puts what it received",
		]);
	});

	it('names the fields as people see them', async () => {
		const item = { id: '1', archived: false, properties: { ...person, createdate: 'x' } };
		expect(await map([item])).toMatchObject({
			mapping: { name_first: ['properties.firstName'], name_last: ['properties.lastName'] },
			ignored: ['archived', 'properties.createdate'],
		});
	});

	it('does not take the ID of an order for that of its customer without a warning', async () => {
		const mapping = await map([{ id: 9, customer: person }]);
		expect(rowsIn(mapping, 1)).toEqual([{ reference_id: 9, ...row }]);
		expect(codesIn(mapping)).toEqual(['nestedFields', 'likelyOtherId']);
	});

	it('leaves people aside who come with the person', async () => {
		const mapping = await map([{ id: 1, ...person, user: { id: 2, first_name: 'Owner' } }]);
		expect(rowsIn(mapping, 1)).toEqual([{ reference_id: 1, ...row }]);
		expect(mapping).toMatchObject({ ignored: ['user'], warnings: [] });
	});

	it('fills what is empty beside the object, in each item by itself', async () => {
		const items = [
			{ first_name: 'Ann', last_name: 'Lee', profile: { first_name: 'x', last_name: 'Lee' } },
			{ first_name: '', last_name: 'Lee', profile: { first_name: 'Ann' } },
			{ id: '3', profile: null },
			{ profile: person },
		];
		expect(rowsIn(await map(items), 4)).toEqual([row, row, { reference_id: '3' }, row]);
	});

	it('also where items differ only inside of it, or only in its name', async () => {
		const items = [
			{ profile: { first_name: 'Ann', last_name: 'Lee' } },
			{ profile: { given_name: 'Ann', family_name: 'Lee' } },
			{ fields: { given_name: 'Ann', family_name: 'Lee' } },
		];
		expect(rowsIn(await map(items), 3)).toEqual([row, row, row]);
	});

	it('for lists too', async () => {
		const { columns } = LIST_ITEM_IMPORTS.phoneNumber;
		const mapping = await map([webhook({ phone: '+1' })], columns);
		expect(mapping.read(0)).toEqual(['+1']);
	});
});

describe('what is not certain is named with the expression to paste', () => {
	it.each<[string, IDataObject, string]>([
		[
			'a name that is not well known',
			{ id: 1, 'the "data"': { firstName: 'Ann', 'Last Name': 'Lee' } },
			`There are fitting fields inside 'the "data"'. Set 'Mapping Column Mode' to Map Each Column Manually and paste {{ $json["the \\"data\\""].firstName }} into First Name, {{ $json["the \\"data\\""]["Last Name"] }} into Last Name.`,
		],
		[
			'two levels',
			{ id: 1, data: { attributes: { ssn: '900-12-3456' } } },
			"There are fitting fields inside 'data'. Set 'Mapping Column Mode' to Map Each Column Manually and paste {{ $json.data.attributes.ssn }} into Social Security Number.",
		],
		[
			'a Webhook node with an object in its body',
			{ ...webhook({ form: person }), id: 1 },
			"These items come from a Webhook node, which puts what it received into 'body'. Set 'Mapping Column Mode' to Map Each Column Manually and paste {{ $json.body.form.firstName }} into First Name, {{ $json.body.form.lastName }} into Last Name.",
		],
		[
			'a list',
			{ id: 1, results: { people: [person] } },
			'There are fitting fields in the list $json.results.people: put a Split Out node before this one, so that each person is an item.',
		],
	])('%s', async (_, item, help) => {
		const { stop } = await map([item]);
		expect(stop).toMatchObject({
			code: 'shellAccounts',
			message: 'Only Reference ID would be sent, so nothing was sent',
		});
		expect(stop!.description).toContain(help);
		delete item.id;
		expect((await map([item])).stop).toEqual({
			code: 'nestedFields',
			message: 'No input field fits any column, so nothing was sent',
			description: help,
		});
	});

	it('two people in one item', async () => {
		const { stop } = await map([{ id: 1, customer: person, user: { first_name: 'Bob' } }]);
		expect(stop).toEqual({
			code: 'severalPeople',
			message:
				"The fields of several people are in one item ('customer', 'user'), so nothing was sent",
			description:
				"Only you know which of them to import. Set 'Mapping Column Mode' to Map Each Column Manually and paste {{ $json.customer.firstName }} into First Name, {{ $json.customer.lastName }} into Last Name.",
		});
	});
});

it.each([
	[['a'], '{{ $json.a }}'],
	[['fields', 'First Name'], '{{ $json.fields["First Name"] }}'],
	[['fields', 0, 'a-b'], '{{ $json.fields[0]["a-b"] }}'],
	[['a"b\\c'], '{{ $json["a\\"b\\\\c"] }}'],
	[['}} x {{'], '{{ $json["\\u007d\\u007d x \\u007b\\u007b"] }}'],
	[['<b>&\u2028\n'], '{{ $json["\\u003cb\\u003e\\u0026\\u2028\\n"] }}'],
	[['1st'], '{{ $json["1st"] }}'],
])('%j is read by %s', (path, expression) => {
	expect(expressionFor(path)).toBe(expression);
});

it('an expression reads the field that it names', () => {
	const names = ['First Name', '}} x {{', '<b>&\u2028\n', 'a"b\\c', "it's", 'é'];
	for (const name of names) {
		const inner = expressionFor(['fields', name]).slice('{{ '.length, -' }}'.length);
		expect(inner).not.toMatch(/\{\{|\}\}/);
		const key = /^\$json\.fields(?:\.(\w+)|\[(".*")\])$/.exec(inner)!;
		expect(key[1] ?? (JSON.parse(key[2]!) as string)).toBe(name);
	}
});
