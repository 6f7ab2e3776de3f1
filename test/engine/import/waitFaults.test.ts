import type { NodeOperationError } from 'n8n-workflow';

import { hintsOf, outputOf, reasonIn, reasonsIn } from '../support/engine';
import { FOUR_ROWS, ImportAndWait } from '../support/importAndWait';
import { importerJson } from '../support/importers';

const imports = new ImportAndWait();

describe('import with Wait for Completion, when an import comes to nothing', () => {
	it('Stop Workflow: names it and the others', async () => {
		imports.finish(4, 0);
		imports.become(4, 1, { status: 'errored' });
		const { run } = await imports.run();
		const [first, second] = imports.sandbox.importers();
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe(`Persona could not process the import ${second!.id}`);
		expect(error.description).toContain("set 'Repeated Runs' to Once per Execution");
		expect(error.description).toContain(
			`Persona accepted other rows of this run: importer ${first!.id}.`,
		);
		expect(error.context.itemIndex).toBe(2);
	});

	it.each([
		['continueRegularOutput', 0],
		['continueErrorOutput', 1],
	] as const)('%s: its rows become items that say why', async (onError, output) => {
		imports.become(4, 0, { status: 'errored' });
		imports.finish(9, 1);
		const rows = [...FOUR_ROWS, { reference_id: 'e', birthdate: '1990-02-31' }];
		const { run } = await imports.run({}, { onError }, rows);
		const [first, second] = imports.sandbox.importers();
		const [result, ...failed] = [...outputOf(run), ...(output === 1 ? outputOf(run, 1) : [])];
		expect(result).toMatchObject({
			json: { id: second!.id, meta: { part: 2, parts: 2, rows: 2, 'rejected-rows': 1 } },
			pairedItem: [{ item: 2 }, { item: 3 }],
		});
		const why = `Persona could not process the import ${first!.id}`;
		expect(
			failed.map((item) => [reasonIn(item)?.message, reasonIn(item)?.problems, item.pairedItem]),
		).toEqual([
			[
				"Item 4, column 'birthdate': is not a day that exists in the calendar",
				[expect.objectContaining({ code: 'impossibleDate' })],
				{ item: 4 },
			],
			[`Item 0: ${why}`, [{ column: '', field: null, code: 'errored', message: why }], { item: 0 }],
			[`Item 1: ${why}`, [{ column: '', field: null, code: 'errored', message: why }], { item: 1 }],
		]);
		expect(hintsOf(run)).toContain(`2 rows sent, 3 not: see ${reasonsIn(onError)} for the reasons`);
	});
});

describe('import with Wait for Completion, when Persona cannot be asked', () => {
	it.each([
		[403, 2, 0, 'Persona does not allow this with this API key (HTTP 403)'],
		[404, 4, 5, 'Persona has nothing at this address (HTTP 404)'],
	])('%i: returns the importers as they were accepted, with a warning', async (...row) => {
		const [status, times, waited, message] = row;
		imports.sandbox.faults.add({ kind: 'status', status, times, on: { method: 'GET' } });
		const { run, seconds } = await imports.run();
		const [first, second] = imports.sandbox.importers();
		expect(outputOf(run).map(({ json }) => [json.id, json.attributes])).toEqual([
			[first!.id, importerJson(first!).attributes],
			[second!.id, importerJson(second!).attributes],
		]);
		const [hint] = hintsOf(run);
		expect(hint).toBe(
			`${message}; they could not be followed to the end: ${first!.id}, ${second!.id}`.slice(
				0,
				119,
			) + '…',
		);
		expect(seconds).toBe(waited);
	});

	it('goes on after an outage at the first look', async () => {
		imports.sandbox.faults.add({ kind: 'status', status: 503, times: 5, on: { method: 'GET' } });
		imports.finish(1, 0);
		imports.finish(1, 1);
		const { run, seconds } = await imports.run();
		expect(outputOf(run).map(({ json }) => json.attributes)).toEqual([
			expect.objectContaining({ status: 'ready' }),
			expect.objectContaining({ status: 'ready' }),
		]);
		expect(hintsOf(run)).toEqual([]);
		expect(seconds).toBe(80);
	});
});
