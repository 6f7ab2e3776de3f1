import type { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { type Fault, startSandbox } from '../../../sandbox';
import { hintsOf, importWorkflow, outputOf, reasonIn, runWorkflow } from '../support/engine';
import { rowOutcomes, RowsOutput, THREE_ROWS } from '../support/rowsOutput';

const imports = new RowsOutput().use({ processingMilliseconds: Infinity });
const ACCOUNTS = { path: '/accounts' };
const pass: Fault = { kind: 'slow', milliseconds: 0, on: ACCOUNTS };

describe('One Item per Row, when accounts cannot be looked up', () => {
	const many = Array.from({ length: 250 }, (_, row) => ({ reference_id: `c-${row}` }));
	const all = many.map(({ reference_id: id }) => id);

	it('waits out a rate limit in the middle, before and after the import', async () => {
		const limited: Fault = { kind: 'rateLimited', resetSeconds: 17, on: ACCOUNTS };
		for (const fault of [pass, limited, pass, pass, pass, limited])
			imports.sandbox.faults.add(fault);
		imports.finish(0, all, {}, 18);
		const before = imports.clock.waited;
		const run = await imports.run(many);
		expect(rowOutcomes(run)).toEqual(all.map((id, row) => [row, 'created', imports.accountOf(id)]));
		expect(imports.clock.waited - before).toBe(17_000 + 5_000 + 17_000);
		expect(hintsOf(run)).toEqual([]);
	});

	it('slows down before its own requests use up the rate limit', async () => {
		const tight = await startSandbox({
			rateLimit: 8,
			now: imports.clock.now,
			processingMilliseconds: 0,
		});
		const where = { apiKey: tight.apiKey, baseUrl: tight.url };
		const run = await runWorkflow(importWorkflow(many, { parameters: { output: 'rows' } }), where);
		expect(new Set(rowOutcomes(run).map(([, outcome]) => outcome))).toEqual(new Set(['created']));
		expect(tight.requests.filter(({ status }) => status === 429)).toEqual([]);
		await tight.close();
	});

	it('before the import, Stop Workflow: sends nothing and says what to do', async () => {
		imports.sandbox.faults.add({ kind: 'status', status: 403, on: ACCOUNTS });
		const run = await imports.run();
		const error = run.data.resultData.error as NodeApiError;
		expect(error.message).toBe('Persona does not let this API key look up accounts (HTTP 403)');
		expect(error.description).toContain("or set 'Output' to One Item per Import.");
		expect(error.description).toContain('Nothing was sent.');
		expect(error).toMatchObject({ httpCode: '403', failure: { cause: 'configuration-invalid' } });
		expect(imports.sandbox.importers()).toEqual([]);
	});

	it('before the import, Continue: each row is an item that says why', async () => {
		imports.sandbox.faults.add({ kind: 'status', status: 401, on: ACCOUNTS });
		const run = await imports.run(THREE_ROWS, {}, { onError: 'continueRegularOutput' });
		expect(outputOf(run).map((item) => [reasonIn(item)?.message, item.pairedItem])).toEqual(
			THREE_ROWS.map((_, item) => [
				`Item ${item}: Persona does not accept the API key (HTTP 401)`,
				{ item },
			]),
		);
		expect(imports.sandbox.importers()).toEqual([]);
	});

	it('after the import: keeps what is known, and never ends the run', async () => {
		imports.sandbox.addAccount({ referenceId: 'c-200' });
		const existing = imports.accountOf('c-200');
		for (const fault of [pass, pass, pass, pass]) imports.sandbox.faults.add(fault);
		imports.sandbox.faults.add({ kind: 'status', status: 403, on: ACCOUNTS });
		imports.finish(
			0,
			all.filter((id) => id !== 'c-200' && id !== 'c-7'),
		);
		const run = await imports.run(many);
		expect(rowOutcomes(run)).toEqual(
			all.map((id, row) => {
				if (id === 'c-200') return [row, 'alreadyExisted', existing];
				return row < 99 && row !== 7
					? [row, 'created', imports.accountOf(id)]
					: [row, 'unverifiable', null];
			}),
		);
		expect(hintsOf(run)).toEqual([
			'Persona does not let this API key look up accounts (HTTP 403); the outcomes of imported rows are incomplete',
		]);
	});

	const hidden = { data: [{ type: 'account', id: 'act_1', attributes: {} }], links: {} };

	it('before the import, with a key that hides reference IDs: sends nothing', async () => {
		imports.sandbox.faults.add({ kind: 'status', status: 200, body: hidden, on: ACCOUNTS });
		const run = await imports.run();
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe('Persona shows accounts without their reference IDs');
		expect(error.description).toBe(
			"The API key hides that attribute. Change that in the Persona dashboard, or set 'Output' to One Item per Import. Nothing was sent.",
		);
		expect(imports.sandbox.importers()).toEqual([]);
	});

	it('after the import, with a key that hides reference IDs: says so', async () => {
		imports.sandbox.faults.add(pass);
		imports.sandbox.faults.add({ kind: 'status', status: 200, body: hidden, on: ACCOUNTS });
		imports.finish(0, ['a', 'b', 'c']);
		const run = await imports.run();
		expect(rowOutcomes(run)).toEqual(THREE_ROWS.map((_, row) => [row, 'unverifiable', null]));
		expect(hintsOf(run)).toEqual([
			'Persona shows accounts without their reference IDs; the outcomes of imported rows are incomplete',
		]);
	});

	it('an answer that repeats reference IDs: they are masked', async () => {
		const details = 'filter holds crm-4711-secret twice';
		const body = { errors: [{ title: 'Bad Request', details }] };
		imports.sandbox.faults.add({ kind: 'status', status: 400, body, on: ACCOUNTS });
		const run = await imports.run([{ reference_id: 'CRM-4711-secret' }]);
		const error = run.data.resultData.error as NodeApiError;
		expect(error.description).toContain('Persona says: Bad Request: filter holds ••• twice.');
		expect(JSON.stringify(error)).not.toContain('4711');
	});
});
