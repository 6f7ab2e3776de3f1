import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { Fault } from '../../../sandbox';
import { itHolds, linksOf } from '../support/conservation';
import { aboutRows, CONTINUE, outputOf, reasonIn } from '../support/engine';
import { RowsOutput } from '../support/rowsOutput';

const imports = new RowsOutput().use({ processingMilliseconds: 1 });

const on = { path: '/importer/accounts' };

const faults = fc.array(
	fc.constantFrom<Fault>(
		{ kind: 'slow', milliseconds: 0, on },
		{ kind: 'slow', milliseconds: 0, on },
		{ kind: 'rateLimited', resetSeconds: 3, on },
		{ kind: 'status', status: 422, on },
		{ kind: 'status', status: 413, on },
		{ kind: 'status', status: 403, on: { path: /^\/importers\// } },
	),
	{ maxLength: 5 },
);

const row = fc.constantFrom<IDataObject>(
	{ reference_id: 'a' },
	{ reference_id: 'A' },
	{ reference_id: 'b' },
	{ reference_id: ' B' },
	{ reference_id: 'c', tags: 'x' },
	{ reference_id: 'd,e' },
	{ reference_id: '', name_first: 'Ann' },
	{ reference_id: 'f', birthdate: '2023-02-30' },
	{ reference_id: ' ' },
);

const fold = (value: unknown) =>
	String(value ?? '')
		.trim()
		.toLowerCase();

itHolds(
	'property: every row that is not blank has exactly one item, with an account of its own ID',
	fc.asyncProperty(
		fc.array(row, { minLength: 1, maxLength: 10 }),
		faults,
		fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
		fc.record({
			duplicates: fc.constantFrom('reject', 'keepFirst', 'keepLast', 'send'),
			rowsPerImport: fc.integer({ min: 1, max: 4 }),
			waitTimeout: fc.constant(20),
		}),
		async (rows, happenings, existing, options) => {
			imports.sandbox.reset();
			for (const referenceId of existing) imports.sandbox.addAccount({ referenceId });
			for (const fault of happenings) imports.sandbox.faults.add(fault);
			const items = aboutRows(outputOf(await imports.run(rows, options, CONTINUE)));
			const told = items.flatMap(linksOf);
			const filled = rows.flatMap((values, item) =>
				Object.values(values).some((value) => fold(value) !== '') ? [item] : [],
			);
			expect([...told].sort((a, b) => a - b)).toEqual(filled);
			const results = items.filter((item) => reasonIn(item) === undefined);
			expect(items.slice(0, results.length)).toEqual(results);
			for (const item of items) {
				if (reasonIn(item) !== undefined) continue;
				const { json } = item;
				expect(json.referenceId ?? '').toBe(String(rows[json.row as number]!.reference_id).trim());
				const account = imports.sandbox.accounts().find(({ id }) => id === json.accountId);
				if (account) expect(fold(account.referenceId)).toBe(fold(json.referenceId));
				else expect(json.accountId).toBeNull();
			}
		},
	),
);
