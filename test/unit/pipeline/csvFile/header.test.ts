import { readHeader } from '../../../../nodes/Persona/pipeline/csvFile/header';
import {
	UnusableFile,
	type FileProblem,
} from '../../../../nodes/Persona/pipeline/csvFile/problems';
import { ACCOUNT_IMPORT, LIST_ITEM_IMPORTS } from '../../../../nodes/Persona/pipeline/columns';

const ROW = '1,2,3,4\n';
const BY_ITEMS =
	"put an Extract from File node before this one and set 'Import From' to Input Items";

function read(text: string, whole = true, kind = ACCOUNT_IMPORT) {
	const { line, replaces } = readHeader(text, whole, kind);
	return { line: line.toString(), replaces };
}

function problemsOf(text: string, whole = true, kind = ACCOUNT_IMPORT): readonly FileProblem[] {
	try {
		read(text, whole, kind);
		return [];
	} catch (error) {
		if (!(error instanceof UnusableFile)) throw error;
		return error.problems;
	}
}

const codesOf = (...input: Parameters<typeof problemsOf>) =>
	problemsOf(...input).map(({ code, column }) => (column === '' ? code : `${code} ${column}`));

describe('a header with the names of Persona', () => {
	it.each([
		'reference_id,name_first\n',
		'tags\r\n',
		'"reference_id","name_first"\n',
		'name_first,"tags"\r\n',
	])('stays as it is: %j', (line) => {
		const expected = { line, replaces: line.length };
		expect(read(line + ROW)).toEqual(expected);
		expect(read(line + ROW, false)).toEqual(expected);
		expect(read(line)).toEqual(expected);
	});

	it('may be all that there is, without a line end', () => {
		expect(read('name_first,tags')).toEqual({ line: 'name_first,tags', replaces: 15 });
	});
});

describe('a header with other names', () => {
	it.each([
		['Contact ID,First Name\n', 'reference_id,name_first\n'],
		['First Name,tags\r\n', 'name_first,tags\r\n'],
		['"First Name","Labels"\n', 'name_first,tags\n'],
		['"First\r\nName",tags\r\n', 'name_first,tags\r\n'],
		['"First\rName",tags\n', 'name_first,tags\n'],
		['Näme First\n', 'name_first\n'],
	])('%j gets those of Persona in their place', (line, expected) => {
		expect(read(line + ROW)).toEqual({ line: expected, replaces: Buffer.byteLength(line) });
	});
});

describe('a file with another delimiter', () => {
	it.each([
		[';', 'semicolons'],
		['\t', 'tabs'],
		['|', 'vertical bars'],
	])('is known by its first line: %j', (delimiter, name) => {
		const lines = [
			`reference_id${delimiter}name_first\n`,
			`who${delimiter}what\n`,
			`id${delimiter}name_first${delimiter}name, last\n`,
			`"reference_id"${delimiter}"name_first"\n`,
			`"who"${delimiter}"what"\n`,
		];
		for (const line of lines) {
			expect(problemsOf(line)).toEqual([
				{
					column: '',
					code: 'fileDelimiter',
					message: `separates its columns by ${name}, and Persona's columns are separated by commas`,
					help: `Export it with commas, or ${BY_ITEMS}; there, the option Delimiter reads it.`,
				},
			]);
		}
	});

	it('is told from one whose columns fit as well with commas', () => {
		expect(codesOf('name_first;tags,birthdate\n')).toEqual(['fileUnknownColumns']);
		expect(codesOf('reference_id,a;b\n')).toEqual(['fileUnknownColumns']);
	});
});

describe('a first line that is not CSV', () => {
	it.each([
		['an open quote', '"reference_id,name_first\n1,2\n', true],
		['text behind a quote', '"reference_id" x,tags\n', true],
		['no end within what was read', 'reference_id,name_first', false],
	])('%s', (_, text, whole) => {
		expect(codesOf(text, whole)).toEqual(['fileFirstLine']);
	});
});

it('refuses line ends of old Macs, once the line is known for a header', () => {
	expect(codesOf('reference_id,name_first\r1,Ann\r')).toEqual(['fileLineEnds']);
	expect(codesOf('a,b\r1,Ann\r')).toEqual(['fileNoHeader']);
});

it('names the columns to a file that has none of them', () => {
	expect(problemsOf('17,Ann\n', true, LIST_ITEM_IMPORTS.name)).toEqual([
		{
			column: '',
			code: 'fileNoHeader',
			message: 'names none of the columns in its first line',
			help: 'The first line has to be a header with some of these: name_first, name_last.',
		},
	]);
});

describe('columns that Persona does not take', () => {
	const out = `A file is sent unchanged, so nothing can be left out here. Remove what Persona does not take, or ${BY_ITEMS}: there it is left out. Persona takes: name_first, name_last.`;
	const aRow = `If its first line is a row, the header is missing. ${out}`;

	it.each([
		['name_first,Mail\n', "a column that Persona does not take: 'Mail'", out],
		['First Name,Last Name,Mail\n', "a column that Persona does not take: 'Mail'", out],
		['NAME-FIRST,Mail,Fax\n', "2 columns that Persona does not take: 'Mail', 'Fax'", out],
		['Ann,Last\n', 'a column that Persona does not take', aRow],
		['Ann,Last,1990\n', '2 columns that Persona does not take', aRow],
	])('%j are named where the line is surely a header', (line, what, help) => {
		expect(problemsOf(line, true, LIST_ITEM_IMPORTS.name)).toEqual([
			{ column: '', code: 'fileUnknownColumns', message: `has ${what}`, help },
		]);
	});
});

it.each([
	['name_first,a@b\n', 'a column that Persona does not take, whose name looks like a value'],
	['name_first,a@b,c@d\n', '2 columns that Persona does not take, whose names look like values'],
	[
		'name_first,a@b,Mail\n',
		"2 columns that Persona does not take: 'Mail', and 1 whose name looks like a value",
	],
	[
		'name_first,a@b,Mail,123456\n',
		"3 columns that Persona does not take: 'Mail', and 2 whose names look like values",
	],
])('%j: what looks like a value is not shown', (line, what) => {
	const [problem] = problemsOf(line, true, LIST_ITEM_IMPORTS.name);
	expect(problem?.message).toBe(`has ${what}`);
});

it.each([
	[10, '2, 3, 4, 5, 6, 7, 8, 9, 10, 11'],
	[11, '2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 1 more'],
])('%i columns without a name: not more than ten places are told', (count, places) => {
	expect(problemsOf(`tags${','.repeat(count)}\n`).map(({ message }) => message)).toEqual([
		`has ${count} columns without a name in its first line (column ${places})`,
	]);
});

describe('IDs that are likely of something else', () => {
	it('are not taken beside a better one', () => {
		expect(problemsOf('Id,AccountId,First Name\n')).toMatchObject([
			{
				code: 'fileUnknownColumns',
				message: "has a column that Persona does not take: 'AccountId'",
			},
		]);
	});

	it('are for the user to decide where there is no better one', () => {
		expect(problemsOf('AccountId,First Name\n')).toEqual([
			{
				column: 'reference_id',
				code: 'fileDoubtfulColumn',
				message:
					"gives this column as 'AccountId', which is likely the ID of something else, such as a company",
				help: 'If it is the ID of each row, rename it to reference_id in the file; otherwise remove it.',
			},
		]);
		expect(codesOf('OwnerId,AccountId,First Name\n')).toEqual(['fileDoubtfulColumn reference_id']);
	});
});

describe('columns that are there too often, or not at all', () => {
	it('are told with the names that they have', () => {
		expect(problemsOf('id,External ID,tags,Tags,labels\n')).toMatchObject([
			{
				column: 'reference_id',
				message: "gives this column 2 times: 'External ID', 'id'",
			},
			{ column: 'tags', message: "gives this column 3 times: 'tags', 'Tags', 'labels'" },
		]);
	});

	it('are told by their place where they have no name', () => {
		expect(problemsOf('tags, ,name_first,\n')).toMatchObject([
			{ code: 'fileUnnamedColumn', message: expect.stringContaining('(column 2, 4)') },
		]);
	});

	it('are told where Persona needs them', () => {
		const { emailAddress } = LIST_ITEM_IMPORTS;
		expect(codesOf('value\n', true, emailAddress)).toEqual(['fileMissingColumn match_type']);
		expect(codesOf('kind\n', true, emailAddress)).toEqual(['fileMissingColumn value']);
		expect(codesOf('kind,Email\n', true, emailAddress)).toEqual([]);
	});

	it('are told all at once', () => {
		expect(codesOf('value,Email,x,\n', true, LIST_ITEM_IMPORTS.emailAddress)).toEqual([
			'fileUnknownColumns',
			'fileRepeatedColumn value',
			'fileUnnamedColumn',
			'fileMissingColumn match_type',
		]);
	});
});
