import type { NodeOperationError } from 'n8n-workflow';

import { startSandbox } from '../../../sandbox';
import { CONTINUE, importWorkflow, outputOf, reasonIn, runWorkflow } from '../support/engine';
import { PersonaStandIn } from '../support/personaStandIn';

const persona = new PersonaStandIn().use({ processingMilliseconds: 5 });

describe('a part that Persona refuses', () => {
	const rows = Array.from({ length: 6 }, (_, index) => ({ reference_id: `r${index}` }));
	const parameters = { options: { rowsPerImport: 2 } };
	const refuseSecond = () => {
		persona.sandbox.faults.add({ kind: 'slow', milliseconds: 1, on: { method: 'POST' } });
		persona.sandbox.faults.add({ kind: 'status', status: 422, on: { method: 'POST' } });
	};

	it('Stop Workflow: ends there and names what was accepted', async () => {
		refuseSecond();
		const run = await runWorkflow(importWorkflow(rows, { parameters }), persona.access);
		const error = run.data.resultData.error as NodeOperationError;
		expect(persona.sandbox.requests).toHaveLength(2);
		expect(error.message).toBe('Persona did not accept the file (HTTP 422)');
		expect(error.description).toContain(
			`Persona accepted other rows of this run: importer ${persona.sandbox.importers()[0]?.id}. Another run with the same rows does not import them again within 24 hours.`,
		);
		expect(error.context.itemIndex).toBe(2);
	});

	it('Continue: the other parts go on, each row of this one is an item', async () => {
		refuseSecond();
		const settings = { onError: 'continueRegularOutput' } as const;
		const run = await runWorkflow(importWorkflow(rows, { parameters, settings }), persona.access);
		const items = outputOf(run);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }, { item: 1 }],
			[{ item: 4 }, { item: 5 }],
			{ item: 2 },
			{ item: 3 },
		]);
		expect(items.slice(0, 2).map(({ json }) => json.meta)).toEqual([
			expect.objectContaining({ rows: 2, part: 1, parts: 3 }),
			expect.objectContaining({ rows: 2, part: 3, parts: 3 }),
		]);
		expect(reasonIn(items[2]!)?.message).toBe('Item 2: Persona did not accept the file (HTTP 422)');
		expect(reasonIn(items[2]!)?.description).toContain('Fix the rows');
	});

	it('413: halves it until it fits', async () => {
		const small = await startSandbox({ processingMilliseconds: 5, maximumBodyBytes: 330 });
		const wide = rows.map((row) => ({ ...row, name_first: 'x'.repeat(40) }));
		const run = await runWorkflow(importWorkflow(wide), {
			apiKey: small.apiKey,
			baseUrl: small.url,
		});
		await small.close();
		const items = outputOf(run);
		expect(items.length).toBeGreaterThan(1);
		expect(items.flatMap(({ pairedItem }) => pairedItem)).toEqual(
			rows.map((_, item) => ({ item })),
		);
		expect(new Set(items.map(({ json }) => (json.meta as { parts: number }).parts))).toEqual(
			new Set([items.length]),
		);
	});
});

describe('a file that is too large', () => {
	const on = { method: 'POST', path: '/importer/accounts' };
	const rows = Array.from({ length: 16 }, (_, row) => ({ reference_id: `row-${row}` }));

	it('is not sent in halves when an attempt before may have got through', async () => {
		persona.sandbox.faults.add({ kind: 'dropConnection', when: 'afterWrite', on });
		persona.sandbox.faults.add({ kind: 'status', status: 413, saved: false, on });
		const run = await runWorkflow(importWorkflow(rows, { settings: CONTINUE }), persona.access);
		await persona.sandbox.settle();
		expect(persona.sandbox.requests).toHaveLength(2);
		expect(persona.sandbox.accounts()).toHaveLength(rows.length);
		const [first] = outputOf(run);
		expect(reasonIn(first!)?.message).toBe('Item 0: The file is too large for Persona (HTTP 413)');
		expect(reasonIn(first!)?.description).toContain('It is not known whether Persona');
	});

	it('is halved no further when a single row is too large', async () => {
		persona.sandbox.faults.add({ kind: 'status', status: 413, saved: false, times: 1000, on });
		const run = await runWorkflow(importWorkflow(rows, { settings: CONTINUE }), persona.access);
		// 16, 8, 4, 2 and 1 rows, then what is left: 1, 2, 4 and 8.
		expect(persona.sandbox.requests).toHaveLength(9);
		expect(outputOf(run).map(({ pairedItem }) => pairedItem)).toEqual(
			rows.map((_, item) => ({ item })),
		);
	});
});
