import fc from 'fast-check';
import type { IDataObject, IRun } from 'n8n-workflow';

import type { Fault } from '../../../sandbox';
import { BatchJobs } from '../support/batchJobs';
import { linksOf, RUNS, script } from '../support/conservation';
import { aboutRows, outputOf, reasonIn } from '../support/engine';

const jobs = new BatchJobs().use();

/** `refused` rows are those that Persona itself does not write. */
type RowKind = 'good' | 'bad' | 'blank' | 'repeat' | 'refused';

const rowKinds = fc.array(
	fc.oneof(
		{ weight: 5, arbitrary: fc.constant<RowKind>('good') },
		{ weight: 4, arbitrary: fc.constantFrom<RowKind>('bad', 'blank', 'repeat', 'refused') },
	),
	{ minLength: 1, maxLength: 12 },
);

const on = { method: 'POST', path: '/batch-jobs' };
const look = { path: /mprtpr_\w+$/ };
const fault = fc.constantFrom<Fault>(
	{ kind: 'rateLimited', resetSeconds: 3, on },
	{ kind: 'dropConnection', when: 'beforeWrite', on },
	{ kind: 'dropConnection', when: 'afterWrite', on },
	{ kind: 'status', status: 502, saved: false, on },
	{ kind: 'status', status: 422, on },
	{ kind: 'status', status: 413, on },
	{ kind: 'status', status: 500, when: 'afterWrite', on },
	{ kind: 'status', status: 502, on: look },
	{ kind: 'status', status: 403, on: look },
	{ kind: 'status', status: 403, on: { path: /errors$/ } },
);

const run = fc.record({
	kinds: rowKinds,
	faults: script(fault),
	operation: fc.constantFrom('upsert', 'update'),
	output: fc.constantFrom('jobs', 'rows'),
	onError: fc.constantFrom('continueRegularOutput', 'continueErrorOutput'),
	options: fc.record({
		duplicates: fc.constantFrom('reject', 'keepFirst', 'keepLast', 'send'),
		rowsPerJob: fc.integer({ min: 1, max: 5 }),
		idempotency: fc.constantFrom('content', 'execution', 'none'),
	}),
});

function toRow(kind: RowKind, index: number, kinds: readonly RowKind[]): IDataObject {
	if (kind === 'blank') return { reference_id: ' ', nickname: null };
	const first = kinds.indexOf('good');
	const reference_id = kind === 'repeat' && first >= 0 ? ` R${first}` : `r${index}`;
	if (kind === 'bad') return { reference_id, seats: 'many' };
	if (kind === 'refused') return { reference_id, signup_source: 'another' };
	return { reference_id, nickname: `n${index}` };
}

/** What the output says of each item. */
function tell(result: IRun, output: string) {
	const told = { written: [] as number[], open: [] as number[], failed: [] as number[], left: 0 };
	const items = aboutRows([...outputOf(result, 0), ...outputOf(result, 1)]);
	const failed = new Set(items.filter((item) => reasonIn(item) !== undefined).flatMap(linksOf));
	for (const item of items) {
		const links = linksOf(item);
		if (reasonIn(item) !== undefined) told.failed.push(...links);
		else if (output === 'rows') {
			told[item.json.outcome === 'written' ? 'written' : 'open'].push(...links);
		} else {
			const meta = item.json.meta as Record<string, number>;
			const { status } = item.json.attributes as IDataObject;
			const named = links.filter((link) => failed.has(link)).length;
			const isTold = status === 'completed' && meta['failed-rows'] === named;
			told[isTold ? 'written' : 'open'].push(...links);
			told.left += meta['blank-rows']! + meta['merged-duplicates']!;
		}
	}
	// In one item per job, a job names all of its rows, also those that it did not write.
	for (const list of ['written', 'open'] as const) {
		told[list] = told[list].filter((item) => !told.failed.includes(item));
	}
	return told;
}

describe('the law of conservation, for batch jobs', () => {
	it('holds for random rows, faults and settings', async () => {
		let written = 0;
		let failed = 0;
		await fc.assert(
			fc.asyncProperty(run, async ({ kinds, faults, options, onError, ...parameters }) => {
				const { sandbox } = jobs;
				sandbox.reset();
				for (const [index, kind] of kinds.entries()) {
					const exists = kind === 'refused' || parameters.operation === 'update';
					const fields = { signup_source: 'set' };
					if (exists && kind !== 'repeat') sandbox.addAccount({ referenceId: `r${index}`, fields });
				}
				// The look at the access passes.
				sandbox.faults.add({ kind: 'slow', milliseconds: 0, on });
				for (const one of faults) {
					sandbox.faults.add(one ?? { kind: 'slow', milliseconds: 0, on });
				}
				const rows = kinds.map(toRow);
				const result = await jobs.run(
					rows,
					{ ...parameters, options } as IDataObject,
					{ onError } as object,
				);
				expect(result.data.resultData.error).toBeUndefined();
				const told = tell(result, parameters.output);
				const all = [...told.written, ...told.open, ...told.failed];
				expect(new Set(all).size).toBe(all.length);
				const blank = kinds.filter((kind) => kind === 'blank').length;
				if (parameters.output === 'rows') expect(all.length).toBe(kinds.length - blank);
				else if (sandbox.batchJobs().length > 0 && told.written.length + told.open.length > 0)
					expect(all.length + told.left).toBe(kinds.length);
				const held = sandbox.accounts().filter(({ fields }) => fields?.nickname !== undefined);
				const names = held.map(({ referenceId }) => String(referenceId).trim().toLowerCase());
				for (const item of told.written) {
					if (parameters.output === 'jobs' && kinds[item] === 'refused') continue;
					expect(names).toContain(String(rows[item]!.reference_id).trim().toLowerCase());
				}
				written += told.written.length;
				failed += told.failed.length;
			}),
			RUNS,
		);
		expect(written).toBeGreaterThan(RUNS.numRuns);
		expect(failed).toBeGreaterThan(RUNS.numRuns / 2);
	}, 180_000);
});
