import type { NodeOperationError } from 'n8n-workflow';

import { hintsOf, outputOf, reasonIn } from '../support/engine';
import { rowOutcomes, RowsOutput, THREE_ROWS } from '../support/rowsOutput';

const imports = new RowsOutput().use({ processingMilliseconds: Infinity });

describe('One Item per Row, when rows do not arrive', () => {
	it('says which were not found, with a warning that has the counters', async () => {
		imports.finish(0, ['b'], { errorCount: 2 });
		const run = await imports.run();
		const { id } = imports.sandbox.importers()[0]!;
		expect(rowOutcomes(run)).toEqual([
			[0, 'notFound', null],
			[1, 'created', imports.accountOf('b')],
			[2, 'notFound', null],
		]);
		expect(hintsOf(run)).toEqual([
			`Persona did not take 2 rows (1 successful, 0 duplicates): ${id}`,
		]);
	});

	it.each([
		[{ successfulCount: 3 }, '3 successful, 0 duplicates'],
		[{ successfulCount: 1, duplicateCount: 1 }, '1 successful, 1 duplicate'],
		[{ duplicateCount: 2 }, '2 successful, 2 duplicates'],
	])('warns when Persona counts something else: %j', async (counts, said) => {
		imports.sandbox.addAccount({ referenceId: 'a' });
		imports.finish(0, ['b', 'c'], counts);
		const run = await imports.run();
		expect(rowOutcomes(run).map(([, outcome]) => outcome)).toEqual([
			'alreadyExisted',
			'created',
			'created',
		]);
		expect(hintsOf(run)).toEqual([
			`Persona's counts (${said}) differ from what was seen (2 created, 1 already there)`,
		]);
		expect(hintsOf(run)[0]!.length).toBeLessThanOrEqual(120);
	});

	it('is content with counts that rows without a reference ID can explain', async () => {
		imports.sandbox.addAccount({ referenceId: 'a' });
		imports.finish(0, ['b'], { successfulCount: 2, duplicateCount: 2 });
		const rows = [...THREE_ROWS.slice(0, 2), { name_first: 'Ann' }, { name_first: 'Ben' }];
		const run = await imports.run(rows);
		expect(hintsOf(run)).toEqual([
			'2 rows cannot be looked up by reference ID: the outcome is unverifiable',
		]);
	});

	it('returns what was seen so far when the time is up', async () => {
		imports.clock.after(1, () => void imports.sandbox.addAccount({ referenceId: 'b' }));
		const run = await imports.run(THREE_ROWS, { waitTimeout: 20 });
		const { id } = imports.sandbox.importers()[0]!;
		expect(rowOutcomes(run)).toEqual([
			[0, 'pending', null],
			[1, 'created', imports.accountOf('b')],
			[2, 'pending', null],
		]);
		expect(hintsOf(run)).toEqual([
			`1 import was still running after 20 s: ${id}`,
			'Not all imports had finished: the outcomes may still change',
		]);
	});

	it('Continue: the rows of an import that came to nothing are items that say why', async () => {
		imports.finish(0, [], { status: 'errored' });
		imports.finish(1, ['c']);
		const settings = { onError: 'continueErrorOutput' } as const;
		const run = await imports.run(THREE_ROWS, { rowsPerImport: 2 }, settings);
		const [first, second] = imports.sandbox.importers();
		expect(outputOf(run)).toEqual([
			{
				json: {
					row: 2,
					referenceId: 'c',
					outcome: 'created',
					accountId: imports.accountOf('c'),
					importerId: second!.id,
				},
				pairedItem: { item: 2 },
			},
		]);
		const why = `Persona could not process the import ${first!.id}`;
		expect(outputOf(run, 1).map((item) => [reasonIn(item)?.message, item.pairedItem])).toEqual([
			[`Item 0: ${why}`, { item: 0 }],
			[`Item 1: ${why}`, { item: 1 }],
		]);
	});

	it('Stop Workflow: an import that came to nothing is named', async () => {
		imports.finish(0, [], { status: 'errored' });
		const run = await imports.run();
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe(
			`Persona could not process the import ${imports.sandbox.importers()[0]!.id}`,
		);
	});
});
