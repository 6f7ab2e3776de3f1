import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { cannotBeImported, listOfRows, refusedRun, taken } from '../builders';
import type { Topic } from '../types';

const NO_COLUMN = 'No input field fits any column, so nothing was sent';
const NO_FIELDS = 'The items have no fields. Check what the node before this one gives.';
const NOTHING = 'There was no row to import, so nothing was sent';
const NO_TEXT = "Item 1, column 'name_first': holds an object or a list where text belongs";

const NO_LAST_NAME = 'No field gives Last Name, so no row has one';

const good: INodeExecutionData = { json: { name_first: 'Zqxfirst' } };
const cycle: IDataObject = { name_first: 'Zqxcycle' };
cycle.self = cycle;
const file = { data: { data: 'enF4', mimeType: 'text/csv', fileName: 'zqx.csv' } };

export const ITEMS: Topic = {
	name: 'Whole items',
	cases: [
		refusedRun('an item without fields', { items: [{ json: {} }] }, NO_COLUMN, NO_FIELDS),
		refusedRun('an item without JSON', { items: [{} as never] }, NO_COLUMN, NO_FIELDS),
		refusedRun(
			'an item that is only a file',
			{ items: [{ json: {}, binary: file }] },
			NO_COLUMN,
			"The items hold a file. Put an Extract from File node before this one, which makes an item of each row, or set 'Import From' to CSV File.",
		),
		taken(
			'an item without JSON beside a good one',
			{ items: [good, {} as never] },
			{ accepted: 1, blank: 1, hints: ['1 blank row was left out'] },
		),
		taken(
			'a file beside the fields',
			{ items: [{ ...good, binary: file }] },
			{ accepted: 1, hints: [] },
		),
		taken(
			'an item that holds itself',
			{ items: [{ json: cycle }] },
			{ accepted: 1, hints: [NO_LAST_NAME, '1 field was ignored: self'] },
		),
		taken(
			'an item with what an item before it could not do',
			{ items: [good, { json: { error: 'zqx-before', name_first: 'Zqxsecond' } }] },
			{
				accepted: 2,
				hints: [NO_LAST_NAME, '1 field was ignored: error'],
				cells: { name_first: 'Zqxsecond' },
			},
		),
		taken(
			'a blank row between two',
			{
				rows: [{ name_first: 'Zqxfirst' }, { name_first: ' \t\u00a0' }, { name_first: 'Zqxthird' }],
			},
			{
				accepted: 2,
				blank: 1,
				hints: ['1 blank row was left out'],
				cells: { name_first: 'Zqxthird' },
			},
		),
		taken(
			'blank rows alone',
			{ rows: [{ name_first: '' }, { name_first: null }, { name_first: '\u3000' }] },
			{ blank: 3, hints: ['3 blank rows were left out', NOTHING] },
		),
		taken(
			'Execute Once',
			{
				rows: [{ name_first: 'Zqxfirst' }, { name_first: 'Zqxsecond' }],
				settings: { executeOnce: true },
			},
			{
				accepted: 1,
				hints: ["Only the first item was processed: 'Execute Once' is on in this node's settings"],
			},
		),
		{
			name: 'a bad, a blank, a merged and a good row at once',
			input: {
				rows: [
					{ reference_id: 'zqx-same', name_first: 'Zqxfirst' },
					{ name_first: ['Zqxsecond', 'Zqxthird'] },
					{ reference_id: '', name_first: '' },
					{ reference_id: 'ZQX-same', name_first: 'Zqxfourth' },
				],
				parameters: { options: { duplicates: 'keepFirst' } },
			},
			expected: {
				stop: { message: cannotBeImported(1, 4), description: listOfRows([NO_TEXT]) },
				messages: [NO_TEXT],
				...{ accepted: 1, rejected: 1, blank: 1, merged: 1 },
				hints: ['1 blank row was left out', '1 row with a repeated reference ID was left out'],
			},
		},
		{
			name: 'twelve bad rows, of which three are named',
			input: {
				rows: Array.from({ length: 12 }, (_, row) => ({
					name_first: [`Zqxfirst${row}`, 'Zqxsecond'],
				})),
			},
			expected: {
				stop: {
					message: cannotBeImported(12, 12),
					description: listOfRows([
						NO_TEXT.replace(
							"Item 1, column 'name_first'",
							"Column 'name_first', 12 rows (items 0, 1, 2 …)",
						),
					]),
				},
				messages: Array.from({ length: 12 }, (_, row) => NO_TEXT.replace('1', String(row))),
				...{ accepted: 0, rejected: 12, blank: 0, merged: 0 },
			},
		},
	],
};
