import type { NodeApiError } from 'n8n-workflow';

import { hintsOf, outputOf, reasonIn, reasonsIn } from '../support/engine';
import { FileImports } from '../support/fileImports';
import { useBinaryMode } from '../support/files';
import { soonNoOpenFiles } from '../support/openFiles';

const imports = new FileImports().use({ processingMilliseconds: 5 });
const on = { method: 'POST', path: '/importer/accounts' };

describe('what Persona does not take', () => {
	beforeAll(async () => await useBinaryMode('filesystem'));

	it('Stop Workflow: names the imports that went before', async () => {
		imports.sandbox.faults.add({ kind: 'slow', milliseconds: 1, on });
		imports.sandbox.faults.add({ kind: 'status', status: 422, on });
		const run = await imports.importOf(['tags\n1\n', 'tags\n2\n', 'tags\n3\n']);
		const error = run.data.resultData.error as NodeApiError;
		expect(error.message).toBe('Persona did not accept the file (HTTP 422)');
		expect(error.description).toContain(
			`Persona accepted other rows of this run: importer ${imports.sandbox.importers()[0]!.id}.`,
		);
		expect(error.context.itemIndex).toBe(1);
		expect(imports.sandbox.requests).toHaveLength(2);
		await soonNoOpenFiles();
	});

	it.each([
		['continueRegularOutput', 0, 2],
		['continueErrorOutput', 1, 0],
	] as const)('%s: the other files go on', async (onError, output, after) => {
		imports.sandbox.faults.add({ kind: 'slow', milliseconds: 1, on });
		imports.sandbox.faults.add({ kind: 'status', status: 422, on });
		const settings = { onError };
		const run = await imports.importOf(['tags\n1\n', 'tags\n2\n', 'tags\n3\n'], { settings });
		expect(outputOf(run).slice(0, 2)).toMatchObject([
			{ json: { id: imports.sandbox.importers()[0]!.id }, pairedItem: [{ item: 0 }] },
			{ json: { id: imports.sandbox.importers()[1]!.id }, pairedItem: [{ item: 2 }] },
		]);
		const [failed, ...more] = outputOf(run, output).slice(after);
		expect(more).toEqual([]);
		expect(failed).toMatchObject({
			json: { error: 'Item 1: Persona did not accept the file (HTTP 422)' },
			pairedItem: { item: 1 },
		});
		expect(hintsOf(run)).toEqual([
			`2 files sent, 1 not: see ${reasonsIn(onError)} for the reasons`,
		]);
	});

	it('a refused key: the other files are not sent, and say so', async () => {
		const settings = { onError: 'continueRegularOutput' } as const;
		const apiKey = 'persona_production_unknown';
		const run = await imports.importOf(
			['tags\n1\n', 'tags\n2\n', 'tags\n3\n'],
			{ settings },
			{ apiKey },
		);
		expect(imports.sandbox.requests).toHaveLength(1);
		expect(outputOf(run).map(({ json }) => json.error)).toEqual(
			[0, 1, 2].map((item) => `Item ${item}: Persona does not accept the API key (HTTP 401)`),
		);
		expect(reasonIn(outputOf(run)[1]!)?.description).toContain('These rows were not sent');
		expect(hintsOf(run)).toEqual(['0 files sent, 3 not: see the last items for the reasons']);
	});

	it('of what Persona says about a file, only fixed titles are shown, and the file is read once', async () => {
		const details = 'Row 3 of Müller-Ælfric, Björk: see name_last';
		const body = { errors: [{ title: 'Record invalid', details }] };
		imports.sandbox.faults.add({ kind: 'status', status: 422, body, on });
		const file = `reference_id,name_last\n1,Müller\n2,x\n${',\n'.repeat(100_000)}ælfric BJÖRK,y\n`;
		const run = await imports.importOf([file]);
		const { description } = run.data.resultData.error as NodeApiError;
		expect(description).toMatch(/^Persona says: Record invalid\. Fix the rows /);
		expect(description).not.toMatch(/Ælfric|Björk|name_last/);
		await soonNoOpenFiles();
	});

	it('an import that Persona could not process: one item for its file', async () => {
		const parameters = { waitForCompletion: true };
		const settings = { onError: 'continueRegularOutput' } as const;
		const run = await imports.importOf(['tags\n1\n', 'tags,name_last\n1\n'], {
			parameters,
			settings,
		});
		const [good, bad] = imports.sandbox.importers();
		expect(outputOf(run)).toMatchObject([
			{ json: { id: good!.id, attributes: { status: 'ready', 'successful-count': 1 } } },
			{
				json: { error: `Item 1: Persona could not process the import ${bad!.id}` },
				pairedItem: { item: 1 },
			},
		]);
	});
});
