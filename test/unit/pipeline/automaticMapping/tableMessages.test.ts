import { map } from './support';

const SEPARATED =
	"The columns are separated by semicolons. In the Extract from File node, set the option 'Delimiter' to ';'.";
const BELOW =
	"The names of the columns are in a row further down: there may be a title above them. In the Extract from File node, set the option 'Range' (for CSV: 'Starting Line') so that it begins with the names.";

// Where no field fits at all, that is said first.
it.each([
	[
		'several columns in one field',
		[{ Email: 'ann@example.com', 'First Name;DOB': 'Ann;1990-04-05', tags: 'vip' }],
		'Several columns are in one field, so nothing was sent',
		SEPARATED,
	],
	[
		'all columns in one field',
		[{ 'First Name;DOB': 'Ann;1990-04-05' }],
		'No input field fits any column, so nothing was sent',
		SEPARATED,
	],
	[
		'a title that fits a column above the names',
		[
			{ Tags: 'Contact ID', __EMPTY: 'First Name', __EMPTY_1: 'DOB' },
			{ Tags: 'crm-1', __EMPTY: 'Ann', __EMPTY_1: '1990-04-05' },
		],
		'The names of the columns are not in the first row, so nothing was sent',
		BELOW,
	],
	[
		'another title above the names',
		[
			{ 'Report of May': 'Contact ID', __EMPTY: 'First Name', __EMPTY_1: 'DOB' },
			{ 'Report of May': 'crm-1', __EMPTY: 'Ann', __EMPTY_1: '1990-04-05' },
		],
		'No input field fits any column, so nothing was sent',
		BELOW,
	],
])('%s', async (_, items, message, description) => {
	expect((await map(items)).stop).toMatchObject({ message, description });
});
