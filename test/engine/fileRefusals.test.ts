import type { NodeOperationError } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { hintsOf, reasonsIn, outputOf, runWorkflow, type PersonaNode } from './support/engine';
import { fileItem, fileWorkflow, useBinaryMode } from './support/files';

let sandbox: Sandbox;
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	await useBinaryMode('default');
	sandbox = await startSandbox({ processingMilliseconds: 5 });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

async function importOf(contents: (Buffer | string)[], node: PersonaNode = {}) {
	const items = await Promise.all(contents.map(async (content) => await fileItem(content)));
	return await runWorkflow(fileWorkflow(items, node), access());
}

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

const HEADER = 'reference_id,name_first\n';
const BY_ITEMS =
	"put an Extract from File node before this one and set 'Import From' to Input Items";
const UTF8 = `Save it as CSV UTF-8, or ${BY_ITEMS}; there, the option Encoding reads it.`;
const COLUMNS =
	'reference_id, name_first, name_middle, name_last, birthdate, social_security_number, tags';
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
		const run = await importOf([content]);
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe(`Item 0: the file in 'data' ${message}`);
		expect(error.description).toBe(help);
		expect(error.context.itemIndex).toBe(0);
		expect(sandbox.requests).toEqual([]);
	});
});

describe('columns that Persona does not take', () => {
	const messageOf = async (content: string) =>
		((await importOf([content])).data.resultData.error as NodeOperationError).message;
	const unknown = (what: string) => `Item 0: the file in 'data' has ${what}`;

	it.each([
		['reference_id,Email\n1,x\n', "a column that Persona does not take: 'Email'"],
		[
			'ID,First Name,E-mail,Phone\n1,x,y,z\n',
			"2 columns that Persona does not take: 'E-mail', 'Phone'",
		],
	])('%j: are named', async (content, what) => {
		expect(await messageOf(content)).toBe(unknown(what));
	});

	it.each([
		['17,Max,Born,1990-01-31\n', '3 columns that Persona does not take'],
		['id,who@example.com\n1,x\n', 'a column that Persona does not take'],
	])('%j: are not named when the first line may be a row', async (content, what) => {
		expect(await messageOf(`${content}1,2,3,4\n`)).toBe(unknown(what));
	});

	it('come with a way out', async () => {
		const run = await importOf(['reference_id,Email\n1,x\n']);
		expect((run.data.resultData.error as NodeOperationError).description).toBe(
			`A file is sent unchanged, so nothing can be left out here. Remove what Persona does not take, or ${BY_ITEMS}: there it is left out. Persona takes: ${COLUMNS}.`,
		);
		const headerless = await importOf(['17,Max,Born\n18,x,y\n']);
		expect((headerless.data.resultData.error as NodeOperationError).description).toMatch(
			/^If its first line is a row, the header is missing\. A file is sent/,
		);
	});

	it('and all else about the first line is told at once', async () => {
		const run = await importOf(['id,External ID,First Name,first_name,Email,\n1,2,3,4,5,6\n']);
		const { message, description } = run.data.resultData.error as NodeOperationError;
		expect(message).toBe(
			[
				"Item 0: the file in 'data' has a column that Persona does not take: 'Email'",
				"Column 'reference_id': the file in 'data' gives this column 2 times: 'External ID', 'id'",
				"Column 'name_first': the file in 'data' gives this column 2 times: 'First Name', 'first_name'",
				"The file in 'data' has a column without a name in its first line (column 6)",
			].join('. '),
		);
		expect(description).toContain('Remove all but one of them from the file.');
		expect(description).toContain('a comma at the end of the first line makes such a column.');
	});

	it('the same name twice is told too', async () => {
		expect(await messageOf('tags,tags\n1,2\n')).toBe(
			"Item 0, column 'tags': the file in 'data' gives this column 2 times: 'tags', 'tags'",
		);
	});
});

describe('a field without a file', () => {
	const NOT_THERE = "Item 0: the file in 'data' is not there";

	it('names the fields that have one', async () => {
		const item = await fileItem('tags\n1\n', { field: 'attachment_0' });
		item.binary!.invoice = item.binary!.attachment_0!;
		const run = await runWorkflow(fileWorkflow([item]), access());
		const { message, description } = run.data.resultData.error as NodeOperationError;
		expect(message).toBe(NOT_THERE);
		expect(description).toBe(
			"This item has a file in 'attachment_0', 'invoice'. Set 'Input Data Field Name' to that.",
		);
	});

	it('says that there is none at all', async () => {
		const run = await runWorkflow(fileWorkflow([{ json: { data: 'tags' } }]), access());
		const { message, description } = run.data.resultData.error as NodeOperationError;
		expect(message).toBe(NOT_THERE);
		expect(description).toBe(
			'This item has no file at all. Put a node that gives one before this one, such as Read/Write Files from Disk or HTTP Request.',
		);
	});

	it('is found by its path where n8n keeps files among the JSON', async () => {
		const { binary } = await fileItem('tags\n1\n');
		const workflow = fileWorkflow([{ json: { file: binary!.data as never } }]);
		const settings = { binaryMode: 'combined' } as const;
		const wrong = await runWorkflow({ ...workflow, settings }, access());
		expect((wrong.data.resultData.error as NodeOperationError).description).toContain("in 'file'");
		workflow.nodes[1]!.parameters.binaryPropertyName = 'file';
		await runWorkflow({ ...workflow, settings }, access());
		expect(sandbox.importers()).toHaveLength(1);
	});
});

describe('several files', () => {
	const contents = ['tags\n1\n', 'Email\n1\n', 'tags\n2\n', ''];

	it('Stop Workflow: nothing is sent when one cannot go', async () => {
		const run = await importOf(contents);
		const { message, description } = run.data.resultData.error as NodeOperationError;
		expect(message).toBe('2 of 4 files cannot be imported, so nothing was sent');
		expect(description?.split('\n')).toEqual([
			'<ul>',
			`<li>Item 1: the file in 'data' names none of the columns in its first line. The first line has to be a header with some of these: ${COLUMNS}.</li>`,
			"<li>Item 3: the file in 'data' is empty. Check the node that reads it.</li>",
			'</ul>',
			"To import the other files anyway, set 'On Error' in this node's settings to Continue.",
		]);
		expect(sandbox.requests).toEqual([]);
	});

	it('Stop Workflow: ten are named and the others counted', async () => {
		const run = await importOf(Array.from({ length: 12 }, () => ''));
		const { description } = run.data.resultData.error as NodeOperationError;
		const lines = description?.split('\n') ?? [];
		expect(lines).toHaveLength(14);
		expect(lines[10]).toMatch(/^<li>Item 9: /);
		expect(lines[11]).toBe('<li>And 2 more files.</li>');
	});

	it.each([
		['continueRegularOutput', 0, 2],
		['continueErrorOutput', 1, 0],
	] as const)('%s: the others are imported, one item for each', async (onError, output, after) => {
		const settings = { onError, retryOnFail: true, waitBetweenTries: 1 };
		const run = await importOf(contents, { settings });
		expect(sandbox.importers()).toHaveLength(2);
		expect(sandbox.requests).toHaveLength(2);
		expect(outputOf(run).slice(0, 2)).toMatchObject([
			{ json: { type: 'importer/account', meta: { rows: 1 } }, pairedItem: [{ item: 0 }] },
			{ json: { type: 'importer/account', meta: { rows: 1 } }, pairedItem: [{ item: 2 }] },
		]);
		const failed = outputOf(run, output).slice(after);
		expect(failed.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			["Item 1: the file in 'data' names none of the columns in its first line", { item: 1 }],
			["Item 3: the file in 'data' is empty", { item: 3 }],
		]);
		expect(failed[1]!.json.details).toEqual({
			row: 3,
			problems: [
				{ column: '', field: null, code: 'fileEmpty', message: "the file in 'data' is empty" },
			],
			help: 'Check the node that reads it.',
		});
		expect(hintsOf(run)).toEqual([
			`2 files sent, 2 not: see ${reasonsIn(onError)} for the reasons`,
		]);
	});
});
