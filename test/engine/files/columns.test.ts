import type { NodeOperationError } from 'n8n-workflow';

import { BY_ITEMS, COLUMNS, FileImports } from '../support/fileImports';

const imports = new FileImports().use({ processingMilliseconds: 5 });

describe('columns that Persona does not take', () => {
	const messageOf = async (content: string) =>
		((await imports.importOf([content])).data.resultData.error as NodeOperationError).message;
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
		const run = await imports.importOf(['reference_id,Email\n1,x\n']);
		expect((run.data.resultData.error as NodeOperationError).description).toBe(
			`A file is sent unchanged, so nothing can be left out here. Remove what Persona does not take, or ${BY_ITEMS}: there it is left out. Persona takes: ${COLUMNS}.`,
		);
		const headerless = await imports.importOf(['17,Max,Born\n18,x,y\n']);
		expect((headerless.data.resultData.error as NodeOperationError).description).toMatch(
			/^If its first line is a row, the header is missing\. A file is sent/,
		);
	});

	it('and all else about the first line is told at once', async () => {
		const run = await imports.importOf([
			'id,External ID,First Name,first_name,Email,\n1,2,3,4,5,6\n',
		]);
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
