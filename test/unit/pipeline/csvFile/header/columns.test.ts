import { LIST_ITEM_IMPORTS } from '../../../../../nodes/Persona/pipeline/columns';
import { BY_ITEMS, codesOf, problemsOf } from './support';

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
