import type { NodeOperationError } from 'n8n-workflow';

import { hintsOf, outputOf, reasonsIn } from '../support/engine';
import { COLUMNS, FileImports } from '../support/fileImports';

const imports = new FileImports().use({ processingMilliseconds: 5 });

describe('several files', () => {
	const contents = ['tags\n1\n', 'Email\n1\n', 'tags\n2\n', ''];

	it('Stop Workflow: nothing is sent when one cannot go', async () => {
		const run = await imports.importOf(contents);
		const { message, description } = run.data.resultData.error as NodeOperationError;
		expect(message).toBe('2 of 4 files cannot be imported, so nothing was sent');
		expect(description?.split('\n')).toEqual([
			'<ul>',
			`<li>Item 1: the file in 'data' names none of the columns in its first line. The first line has to be a header with some of these: ${COLUMNS}.</li>`,
			"<li>Item 3: the file in 'data' is empty. Check the node that reads it.</li>",
			'</ul>',
			"To import the other files anyway, set 'On Error' in this node's settings to Continue.",
		]);
		expect(imports.sandbox.requests).toEqual([]);
	});

	it('Stop Workflow: ten are named and the others counted', async () => {
		const run = await imports.importOf(Array.from({ length: 12 }, () => ''));
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
		const run = await imports.importOf(contents, { settings });
		expect(imports.sandbox.importers()).toHaveLength(2);
		expect(imports.sandbox.requests).toHaveLength(2);
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
