import type { IDataObject } from 'n8n-workflow';

import { NO_COLUMN, stopOf } from './support';

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
