import { LIST_ITEM_IMPORTS } from '../../../../../nodes/Persona/pipeline/columns';
import { itemsOf, map } from '../support';
import { NO_COLUMN, stopOf } from './support';

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
