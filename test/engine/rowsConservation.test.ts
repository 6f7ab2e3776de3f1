import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Fault, type Sandbox } from '../../sandbox';
import { importWorkflow, outputOf, runWorkflow, reasonIn } from './support/engine';
import { VirtualClock } from './support/virtualClock';

let sandbox: Sandbox;
const clock = new VirtualClock();

beforeAll(async () => {
	clock.install();
	sandbox = await startSandbox({ processingMilliseconds: 1, now: clock.now });
});
afterAll(async () => {
	clock.restore();
	await sandbox.close();
});

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

test('property: every row that is not blank has exactly one item, with an account of its own ID', async () => {
	const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
	await fc.assert(
		fc.asyncProperty(
			fc.array(row, { minLength: 1, maxLength: 10 }),
			faults,
			fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
			fc.record({
				duplicates: fc.constantFrom('reject', 'keepFirst', 'keepLast', 'send'),
				rowsPerImport: fc.integer({ min: 1, max: 4 }),
				waitTimeout: fc.constant(20),
			}),
			async (rows, script, existing, options) => {
				sandbox.reset();
				for (const referenceId of existing) sandbox.addAccount({ referenceId });
				for (const fault of script) sandbox.faults.add(fault);
				const file = importWorkflow(rows, {
					parameters: { output: 'rows', options },
					settings: { onError: 'continueRegularOutput' },
				});
				const items = outputOf(await runWorkflow(file, access));
				const told = items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
				const filled = rows.flatMap((values, item) =>
					Object.values(values).some((value) => fold(value) !== '') ? [item] : [],
				);
				expect([...told].sort((a, b) => a - b)).toEqual(filled);
				const results = items.filter((item) => reasonIn(item) === undefined);
				expect(items.slice(0, results.length)).toEqual(results);
				for (const item of items) {
					if (reasonIn(item) !== undefined) continue;
					const { json } = item;
					expect(json.referenceId ?? '').toBe(
						String(rows[json.row as number]!.reference_id).trim(),
					);
					const account = sandbox.accounts().find(({ id }) => id === json.accountId);
					if (account) expect(fold(account.referenceId)).toBe(fold(json.referenceId));
					else expect(json.accountId).toBeNull();
				}
			},
		),
		{ numRuns: process.env.CI === undefined ? 100 : 1000 },
	);
}, 180_000);
