import type { IDataObject } from 'n8n-workflow';

import { LIST_ITEM_IMPORTS } from '../../../../nodes/Persona/pipeline/columns';
import { map } from './support';

const codeFor = async (item: IDataObject) => (await map([item])).stop?.code;

describe('another delimiter', () => {
	it.each<[IDataObject, string]>([
		[{ 'First Name;DOB': 'x;y', __EMPTY: '' }, 'delimiter'],
		[{ 'Ort|Land': 'x', Email: 'y' }, 'noColumn'],
	])('is told of several names only where the parts of one fit: %j', async (item, code) => {
		expect(await codeFor(item)).toBe(code);
	});
});

describe('a header below a title', () => {
	it.each<[string, IDataObject, string]>([
		[
			'has empty cells',
			{ T: 'Customer ID', A: '"DOB"', B: '', C: ' ', D: ' ', E: ' ' },
			'headerBelow',
		],
		['has a half of other names', { T: 'Customer ID', A: 'DOB', B: 'x', C: 'y' }, 'headerBelow'],
		[
			'has no more other names than that',
			{ T: 'ID', A: 'DOB', B: 'x', C: 'y', D: 'z' },
			'noColumn',
		],
		['has two names', { T: 'Customer ID', A: 'x' }, 'noColumn'],
	])('%s', async (_, item, code) => {
		expect(await codeFor(item)).toBe(code);
	});
});

it('all required columns of a list that no field fits are named', async () => {
	const { columns } = LIST_ITEM_IMPORTS.geolocation;
	expect((await map([{ lat: '1' }], columns)).stop!.message).toBe(
		"No input field fits the required column 'longitude', 'radius_meters'",
	);
});

it('an empty list holds no fields', async () => {
	const { stop } = await map([{ Email: 'x', results: [] }]);
	expect(stop).toMatchObject({ code: 'noColumn' });
	expect(stop!.description).toMatch(/^The fields are: Email, results\./);
});

it('of a list, the first entry is looked at', async () => {
	const people = [{ x: 1 }, { first_name: 'Ann', last_name: 'Lee' }];
	expect((await map([{ Email: 'x', people }])).stop).toMatchObject({ code: 'noColumn' });
	const { stop } = await map([{ Email: 'x', people: people.reverse() }]);
	expect(stop).toMatchObject({ code: 'nestedFields' });
});
