import { likeValues, looksLikeValue, quoteNames } from '../fieldNames';
import type { Problem } from '../types';

/** What is wrong with a whole file. `message` continues "the file in 'data' …". */
export interface FileProblem extends Problem {
	/** How to get unstuck. */
	help: string;
}

/** Thrown while a file is read; it holds nothing of the file but names of columns. */
export class UnusableFile extends Error {
	constructor(readonly problems: readonly FileProblem[]) {
		super(problems.map(({ code }) => code).join());
	}
}

const BY_ITEMS =
	"put an Extract from File node before this one and set 'Import From' to Input Items";

/** Text as a sentence begins. */
export function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Places in the first line that one message names. */
const MOST_PLACES = 10;

function numbersOf(positions: readonly number[]): string {
	const more = positions.length - MOST_PLACES;
	return positions.slice(0, MOST_PLACES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** The names that can be shown, of all of them; undefined where they may be no names at all. */
function sayNames(names: readonly string[] | undefined, count: number): string {
	if (names === undefined) return '';
	if (names.length === 0) return `, ${likeValues(count)}`;
	const hidden = count - names.length;
	return `: ${quoteNames(names)}${hidden > 0 ? `, and ${hidden} ${likeValues(hidden)}` : ''}`;
}

const problem = (code: string, message: string, help: string, column = ''): FileProblem => ({
	column,
	code,
	message,
	help,
});

/** Names of fields that hold files; a help may be shown as HTML, so none with markup. */
function fileIn(fields: readonly string[]): string {
	const shown = fields.filter((name) => !looksLikeValue(name) && !name.includes('<'));
	return shown.length > 0 ? quoteNames(shown) : 'another field';
}

/** The sentences about files, each with what to do. Rows are counted as spreadsheets count them: the header is row 1. */
export const FILE_PROBLEMS = {
	missing: (fields: readonly string[]) =>
		problem(
			'fileMissing',
			'is not there',
			fields.length > 0
				? `This item has a file in ${fileIn(fields)}. Set 'Input Data Field Name' to that.`
				: 'This item has no file at all. Put a node that gives one before this one, such as Read/Write Files from Disk or HTTP Request.',
		),
	empty: () => problem('fileEmpty', 'is empty', 'Check the node that reads it.'),
	noRows: () =>
		problem(
			'fileNoRows',
			'has a header line and no row below it',
			'Check the node that reads it, or whether the export was empty.',
		),
	workbook: () =>
		problem(
			'fileType',
			'is an Excel workbook or another ZIP archive, not CSV',
			`For a workbook, ${BY_ITEMS}; a ZIP archive is unpacked by a Compression node.`,
		),
	oldWorkbook: () =>
		problem('fileType', 'is an old Excel workbook, not CSV', `${capital(BY_ITEMS)}.`),
	gzip: () =>
		problem(
			'fileType',
			'is compressed (gzip), not CSV',
			'Put a Compression node before this one to unpack it.',
		),
	pdf: () => problem('fileType', 'is a PDF document, not CSV', 'Check the node that reads it.'),
	json: () => problem('fileType', 'is JSON, not CSV', `${capital(BY_ITEMS)}.`),
	page: () =>
		problem(
			'fileType',
			'is a web page (HTML or XML), not CSV',
			'A download gave a page instead of the file, often one that asks to log in. Check the node that fetched it.',
		),
	utf16: () =>
		problem(
			'fileEncoding',
			'is written in UTF-16, not in UTF-8',
			`Save it as CSV UTF-8, or ${BY_ITEMS}; there, the option Encoding reads it.`,
		),
	notUtf8: (row: number) =>
		problem(
			'fileEncoding',
			`is not UTF-8 in row ${row}; it may be Windows-1252 or Latin-1`,
			`Save it as CSV UTF-8, or ${BY_ITEMS}; there, the option Encoding reads it.`,
		),
	nul: (row: number) =>
		problem(
			'fileControlCharacter',
			`holds a NUL character in row ${row}`,
			'Export the file again: NUL does not occur in text.',
		),
	delimiter: (name: string) =>
		problem(
			'fileDelimiter',
			`separates its columns by ${name}, and Persona's columns are separated by commas`,
			`Export it with commas, or ${BY_ITEMS}; there, the option Delimiter reads it.`,
		),
	lineEnds: () =>
		problem(
			'fileLineEnds',
			'ends its lines with carriage returns alone, as old Mac programs did',
			`Save it as CSV UTF-8, or ${BY_ITEMS}.`,
		),
	firstLine: () =>
		problem(
			'fileFirstLine',
			'has a first line that is not CSV: a quotation mark is in the wrong place, or the line does not end within 64 KB',
			`Open the file in a text editor and fix the first line, or ${BY_ITEMS}.`,
		),
	openQuote: (row: number) =>
		problem(
			'fileOpenQuote',
			`has a quotation mark in row ${row} that is never closed`,
			'The file may have been cut off. Export it again, or write two quotation marks where a cell begins with one.',
		),
	noHeader: (columns: readonly string[]) =>
		problem(
			'fileNoHeader',
			'names none of the columns in its first line',
			`The first line has to be a header with some of these: ${columns.join(', ')}.`,
		),
	unknownColumns: (
		count: number,
		names: readonly string[] | undefined,
		columns: readonly string[],
	) =>
		problem(
			'fileUnknownColumns',
			`has ${count === 1 ? 'a column' : `${count} columns`} that Persona does not take${sayNames(names, count)}`,
			`${names !== undefined ? '' : 'If its first line is a row, the header is missing. '}A file is sent unchanged, so nothing can be left out here. Remove what Persona does not take, or ${BY_ITEMS}: there it is left out. Persona takes: ${columns.join(', ')}.`,
		),
	repeatedColumn: (column: string, names: readonly string[]) =>
		problem(
			'fileRepeatedColumn',
			`gives this column ${names.length} times: ${quoteNames(names)}`,
			'Remove all but one of them from the file.',
			column,
		),
	doubtfulColumn: (column: string, names: readonly string[]) =>
		problem(
			'fileDoubtfulColumn',
			`gives this column as ${quoteNames(names)}, which is likely the ID of something else, such as a company`,
			`If it is the ID of each row, rename it to ${column} in the file; otherwise remove it.`,
			column,
		),
	unnamedColumns: (positions: readonly number[]) =>
		problem(
			'fileUnnamedColumn',
			`has ${positions.length === 1 ? 'a column' : `${positions.length} columns`} without a name in its first line (column ${numbersOf(positions)})`,
			'Give it a name, or remove it from the file; a comma at the end of the first line makes such a column.',
		),
	missingColumn: (column: string) =>
		problem(
			'fileMissingColumn',
			'lacks this column, and Persona needs it',
			`Add a column '${column}' to the file.`,
			column,
		),
	unreadable: (mayHaveArrived = false) =>
		problem(
			'fileUnreadable',
			'could not be read from where n8n keeps it',
			`${mayHaveArrived ? 'An attempt before that may have arrived: look in the Persona dashboard whether it did. ' : ''}Run the workflow again from the node that makes the file. In queue mode, n8n has to keep files in its database or in S3, so that every worker can read them.`,
		),
} as const;
