import type { NodeOperationError } from 'n8n-workflow';

import { BY_ITEMS, COLUMNS, FileImports } from '../support/fileImports';

const imports = new FileImports().use({ processingMilliseconds: 5 });

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

const HEADER = 'reference_id,name_first\n';
const UTF8 = `Save it as CSV UTF-8, or ${BY_ITEMS}; there, the option Encoding reads it.`;
const MEND_FIRST_LINE = `Open the file in a text editor and fix the first line, or ${BY_ITEMS}.`;
const NOT_CSV =
	'has a first line that is not CSV: a quotation mark is in the wrong place, or the line does not end within 64 KB';

/** What is wrong, the file, the message, the advice. */
const REFUSALS: [string, Buffer | string, string, string][] = [
	['nothing', '', 'is empty', 'Check the node that reads it.'],
	['only blanks', ' \r\n\n', 'is empty', 'Check the node that reads it.'],
	['only a byte order mark', '\ufeff', 'is empty', 'Check the node that reads it.'],
	...[`${HEADER}\r\n\n`, 'reference_id', '\ufeffreference_id\r\n'].map(
		(content): [string, string, string, string] => [
			'only a header',
			content,
			'has a header line and no row below it',
			'Check the node that reads it, or whether the export was empty.',
		],
	),
	[
		'an Excel file',
		Buffer.from('PK\x03\x04\x14\0\x06\0'),
		'is an Excel workbook or another ZIP archive, not CSV',
		`For a workbook, ${BY_ITEMS}; a ZIP archive is unpacked by a Compression node.`,
	],
	[
		'an old Excel file',
		latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
		'is an old Excel workbook, not CSV',
		`P${BY_ITEMS.slice(1)}.`,
	],
	[
		'gzip',
		latin1('\x1f\x8b\x08\0'),
		'is compressed (gzip), not CSV',
		'Put a Compression node before this one to unpack it.',
	],
	['PDF', '%PDF-1.7\n', 'is a PDF document, not CSV', 'Check the node that reads it.'],
	['JSON', '\ufeff [{"reference_id":1}]', 'is JSON, not CSV', `P${BY_ITEMS.slice(1)}.`],
	[
		'a web page',
		'\n<!DOCTYPE html><title>Log in</title>',
		'is a web page (HTML or XML), not CSV',
		'A download gave a page instead of the file, often one that asks to log in. Check the node that fetched it.',
	],
	[
		'UTF-16',
		Buffer.from(`\ufeff${HEADER}1,x\n`, 'utf16le'),
		'is written in UTF-16, not in UTF-8',
		UTF8,
	],
	[
		'UTF-16 without mark',
		Buffer.from(`${HEADER}1,x\n`, 'utf16le'),
		'is written in UTF-16, not in UTF-8',
		UTF8,
	],
	['UTF-16 BE', utf16be(`\ufeff${HEADER}1,x\n`), 'is written in UTF-16, not in UTF-8', UTF8],
	['UTF-16 BE without mark', utf16be(`${HEADER}1,x\n`), 'is written in UTF-16, not in UTF-8', UTF8],
	[
		'Latin-1',
		latin1(`${HEADER}1,Ann\n2,Zo\xeb\n`),
		'is not UTF-8 in row 3; it may be Windows-1252 or Latin-1',
		UTF8,
	],
	[
		'Windows-1252 at the very end',
		latin1(`${HEADER}${'1,"A\nnn"\n'.repeat(30_000)}2,Zo\xeb`),
		'is not UTF-8 in row 30002; it may be Windows-1252 or Latin-1',
		UTF8,
	],
	[
		'NUL',
		`${HEADER}1,Ann\n2,\0\n`,
		'holds a NUL character in row 3',
		'Export the file again: NUL does not occur in text.',
	],
	...(
		[
			[';', 'semicolons'],
			['\t', 'tabs'],
			['|', 'vertical bars'],
		] as const
	).flatMap(([delimiter, name]): [string, string, string, string][] =>
		[
			`"reference_id"${delimiter}name_first\n1${delimiter}Ann\n`,
			`\ufeffid${delimiter}name_first\r\n1${delimiter}Ann\r\n`,
			`who${delimiter}what\n1${delimiter}Ann\n`,
			`id${delimiter}name_first${delimiter}name, last\n1${delimiter}Ann${delimiter}x\n`,
		].map((content) => [
			name,
			content,
			`separates its columns by ${name}, and Persona's columns are separated by commas`,
			`Export it with commas, or ${BY_ITEMS}; there, the option Delimiter reads it.`,
		]),
	),
	[
		'line ends of old Macs',
		'reference_id,name_first\r1,Ann\r2,Bob\r',
		'ends its lines with carriage returns alone, as old Mac programs did',
		`Save it as CSV UTF-8, or ${BY_ITEMS}.`,
	],
	['an open quote in the header', '"reference_id,name_first\n1,Ann\n', NOT_CSV, MEND_FIRST_LINE],
	['text behind a quoted name', '"reference_id" x,name_first\n1,Ann\n', NOT_CSV, MEND_FIRST_LINE],
	['a line without end', `reference_id,"${'x'.repeat(70_000)}"\n1,2\n`, NOT_CSV, MEND_FIRST_LINE],
	[
		'an open quote',
		`${HEADER}1,Ann\n2,"Bob\n3,Cleo\n`,
		'has a quotation mark in row 3 that is never closed',
		'The file may have been cut off. Export it again, or write two quotation marks where a cell begins with one.',
	],
	[
		'no header',
		'17,Ann,Lovelace,1990-01-31\n18,Bob,Turing,1991-01-31\n',
		'names none of the columns in its first line',
		`The first line has to be a header with some of these: ${COLUMNS}.`,
	],
];

describe('what a user reads about a file that cannot be sent', () => {
	it.each(REFUSALS)('%s', async (_, content, message, help) => {
		const run = await imports.importOf([content]);
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe(`Item 0: the file in 'data' ${message}`);
		expect(error.description).toBe(help);
		expect(error.context.itemIndex).toBe(0);
		expect(imports.sandbox.requests).toEqual([]);
	});
});
