import type { IDataObject } from 'n8n-workflow';

import { LIST_ITEM_IMPORTS } from '../../../../../nodes/Persona/pipeline/columns';
import { map } from '../support';
import { BY_HAND, NO_COLUMN } from './support';

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
