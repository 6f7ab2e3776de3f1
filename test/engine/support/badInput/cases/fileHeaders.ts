import type { IDataObject } from 'n8n-workflow';

import { taken } from '../builders';
import type { Topic } from '../types';
import {
	CANNOT_LEAVE,
	HEAD,
	HEADER,
	NO_FILE,
	ROWS,
	no,
	noColumn,
	wideHeader,
	yes,
} from './fileTexts';

export const FILE_HEADERS: Topic = {
	name: 'CSV files: their headers, and where they are',
	cases: [
		no(
			'no column that fits',
			'Email,Phone\nzqx@example.com,zqx-555\n',
			'names none of the columns in its first line',
			HEADER,
		),
		no(
			'no header',
			'zqx-reference-0,Zqxfirst,1990-01-31\nzqx-reference-1,Zqxsecond,1991-01-31\n',
			'names none of the columns in its first line',
			HEADER,
		),
		no(
			'a title above the header',
			`zqx-export of November\n${ROWS}`,
			'names none of the columns in its first line',
			HEADER,
		),
		no(
			'one column too many',
			'reference_id,Email\nzqx-reference,zqx@example.com\n',
			"has a column that Persona does not take: 'Email'",
			CANNOT_LEAVE,
		),
		no(
			'500 columns too many',
			`reference_id,${wideHeader.join()}\nzqx-reference\n`,
			`has 500 columns that Persona does not take: ${wideHeader
				.slice(0, 20)
				.map((name) => `'${name}'`)
				.join(', ')} and 480 more`,
			CANNOT_LEAVE,
		),
		no(
			'a name of 10,000 characters',
			`reference_id,${'Long '.repeat(2_000)}\nzqx-reference,zqx\n`,
			"has a column that Persona does not take: 'Long Long Long Long Long Long Long Long…'",
			CANNOT_LEAVE,
		),
		no(
			'a name that n8n takes for a code of the system',
			'reference_id,Keepermail\nzqx-reference,zqx-mail\n',
			"has a column that Persona does not take: 'Keepermail'",
			CANNOT_LEAVE,
		),
		no(
			'a row in place of a header that fits by chance',
			'Born,Zqxfirst,900-12-3456\nzqx-born,Zqxsecond,900-12-3457\n',
			'has 2 columns that Persona does not take',
			`If its first line is a row, the header is missing. ${CANNOT_LEAVE}`,
		),
		no(
			'a column named by an email address',
			'reference_id,name_first,zqx@example.com\nzqx-reference,Zqxfirst,zqx-yes\n',
			'has a column that Persona does not take, whose name looks like a value',
			CANNOT_LEAVE,
		),
		no(
			'a comma at the end of the header',
			'reference_id,name_first,\nzqx-reference,Zqxfirst,\n',
			'has a column without a name in its first line (column 3)',
			'Give it a name, or remove it from the file; a comma at the end of the first line makes such a column.',
		),
		no(
			'100 commas at the end of the header',
			`reference_id${','.repeat(100)}\nzqx-reference\n`,
			'has 100 columns without a name in its first line (column 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 90 more)',
			'Give it a name, or remove it from the file; a comma at the end of the first line makes such a column.',
		),
		noColumn(
			'the same column twice',
			'reference_id,Contact ID,id\nzqx-a,zqx-b,zqx-c\n',
			"column 'reference_id': the file in 'data' gives this column 3 times: 'reference_id', 'id', 'Contact ID'",
			'Remove all but one of them from the file.',
		),
		noColumn(
			'a list without a column that it needs',
			'Email\nzqx@example.com\n',
			"column 'match_type': the file in 'data' lacks this column, and Persona needs it",
			"Add a column 'match_type' to the file.",
			{ listType: 'emailAddress' },
		),
		no(
			'people for a list of IP addresses',
			HEAD + ROWS,
			'names none of the columns in its first line',
			'The first line has to be a header with some of these: value.',
			{ listType: 'ipAddress' },
		),
		yes(
			'other names for the columns',
			'Contact ID,First Name,DOB\nzqx-reference,Zqxfirst,1990-01-31\n',
		),
		yes('a header in quotes', `"reference_id","name_first"\n${ROWS}`),
		no('no file', '', 'is not there', NO_FILE, {
			files: undefined,
			items: [{ json: { name_first: 'Zqxfirst' } }],
			parameters: { source: 'file' } as IDataObject,
		}),
		no(
			'the file in another field',
			'',
			'is not there',
			"This item has a file in 'attachment'. Set 'Input Data Field Name' to that.",
			{ files: [{ content: HEAD + ROWS, field: 'attachment' }] },
		),
		no('an item without JSON and without a file', '', 'is not there', NO_FILE, {
			files: undefined,
			items: [{} as never],
			parameters: { source: 'file' } as IDataObject,
		}),
		taken(
			'a name with a path and quotes',
			{ files: [{ content: HEAD + ROWS, fileName: '../zqx"\u0000.xlsx' }] },
			{ accepted: 1 },
		),
		taken(
			'two files that are the same',
			{ files: [{ content: HEAD + ROWS }, { content: HEAD + ROWS }] },
			{ accepted: 2 },
		),
	],
};
