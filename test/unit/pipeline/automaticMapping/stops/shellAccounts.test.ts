import { LIST_ITEM_IMPORTS } from '../../../../../nodes/Persona/pipeline/columns';
import { itemsOf, map } from '../support';
import { BY_HAND, stopOf } from './support';

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
		['ID,SSN,Email\n1,2,a', ['No field gives First Name or Last Name, so no row has one']],
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

it('rows of lists have no ID that could be all', async () => {
	const { columns } = LIST_ITEM_IMPORTS.emailAddress;
	const items = [{ match_type: 'domain', email: '', Notes: 'x' }];
	expect((await map(items, columns)).warnings).toEqual([]);
});
