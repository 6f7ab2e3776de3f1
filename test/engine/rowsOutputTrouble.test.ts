import type { IDataObject, INode, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { startSandbox, type Fault, type Sandbox, type StoredImporter } from '../../sandbox';
import { hintsOf, importWorkflow, outputOf, runWorkflow, reasonIn } from './support/engine';
import { VirtualClock } from './support/virtualClock';

let sandbox: Sandbox;
const clock = new VirtualClock();
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	clock.install();
	sandbox = await startSandbox({ processingMilliseconds: Infinity, now: clock.now });
});
beforeEach(() => {
	sandbox.reset();
	clock.forget();
});
afterAll(async () => {
	clock.restore();
	await sandbox.close();
});

const ROWS = ['a', 'b', 'c'].map((id) => ({ reference_id: id }));
const ACCOUNTS = { path: '/accounts' };
const pass: Fault = { kind: 'slow', milliseconds: 0, on: ACCOUNTS };

async function importRows(
	rows: IDataObject[] = ROWS,
	options: INode['parameters'] = {},
	settings: Partial<INode> = {},
) {
	const parameters = { output: 'rows', options };
	return await runWorkflow(importWorkflow(rows, { parameters, settings }), access());
}

/** Lets Persona finish an import, by its place in the run; the rows that it made accounts of are given. */
function finish(
	place: number,
	referenceIds: string[],
	change: Partial<StoredImporter> = {},
	seconds = 1,
) {
	clock.after(seconds, () => {
		for (const referenceId of referenceIds) sandbox.addAccount({ referenceId });
		const counts = { successfulCount: referenceIds.length };
		Object.assign(sandbox.importers()[place]!, { status: 'ready', ...counts, ...change });
	});
}

const outcomes = (run: Awaited<ReturnType<typeof importRows>>) =>
	outputOf(run).map(({ json: { row, outcome, accountId } }) => [row, outcome, accountId]);

const accountOf = (referenceId: string) =>
	sandbox.accounts().find((account) => account.referenceId === referenceId)!.id;

describe('One Item per Row, when rows do not arrive', () => {
	it('says which were not found, with a warning that has the counters', async () => {
		finish(0, ['b'], { errorCount: 2 });
		const run = await importRows();
		const { id } = sandbox.importers()[0]!;
		expect(outcomes(run)).toEqual([
			[0, 'notFound', null],
			[1, 'created', accountOf('b')],
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
		sandbox.addAccount({ referenceId: 'a' });
		finish(0, ['b', 'c'], counts);
		const run = await importRows();
		expect(outcomes(run).map(([, outcome]) => outcome)).toEqual([
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
		sandbox.addAccount({ referenceId: 'a' });
		finish(0, ['b'], { successfulCount: 2, duplicateCount: 2 });
		const rows = [...ROWS.slice(0, 2), { name_first: 'Ann' }, { name_first: 'Ben' }];
		const run = await importRows(rows);
		expect(hintsOf(run)).toEqual([
			'2 rows cannot be looked up by reference ID: the outcome is unverifiable',
		]);
	});

	it('returns what was seen so far when the time is up', async () => {
		clock.after(1, () => void sandbox.addAccount({ referenceId: 'b' }));
		const run = await importRows(ROWS, { waitTimeout: 20 });
		const { id } = sandbox.importers()[0]!;
		expect(outcomes(run)).toEqual([
			[0, 'pending', null],
			[1, 'created', accountOf('b')],
			[2, 'pending', null],
		]);
		expect(hintsOf(run)).toEqual([
			`1 import was still running after 20 s: ${id}`,
			'Not all imports had finished: the outcomes may still change',
		]);
	});

	it('Continue: the rows of an import that came to nothing are items that say why', async () => {
		finish(0, [], { status: 'errored' });
		finish(1, ['c']);
		const settings = { onError: 'continueErrorOutput' } as const;
		const run = await importRows(ROWS, { rowsPerImport: 2 }, settings);
		const [first, second] = sandbox.importers();
		expect(outputOf(run)).toEqual([
			{
				json: {
					row: 2,
					referenceId: 'c',
					outcome: 'created',
					accountId: accountOf('c'),
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
		finish(0, [], { status: 'errored' });
		const run = await importRows();
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe(
			`Persona could not process the import ${sandbox.importers()[0]!.id}`,
		);
	});
});

describe('One Item per Row, when accounts cannot be looked up', () => {
	const many = Array.from({ length: 250 }, (_, row) => ({ reference_id: `c-${row}` }));
	const all = many.map(({ reference_id: id }) => id);

	it('waits out a rate limit in the middle, before and after the import', async () => {
		const limited: Fault = { kind: 'rateLimited', resetSeconds: 17, on: ACCOUNTS };
		for (const fault of [pass, limited, pass, pass, pass, limited]) sandbox.faults.add(fault);
		finish(0, all, {}, 18);
		const before = clock.waited;
		const run = await importRows(many);
		expect(outcomes(run)).toEqual(all.map((id, row) => [row, 'created', accountOf(id)]));
		expect(clock.waited - before).toBe(17_000 + 5_000 + 17_000);
		expect(hintsOf(run)).toEqual([]);
	});

	it('slows down before its own requests use up the rate limit', async () => {
		const tight = await startSandbox({ rateLimit: 8, now: clock.now, processingMilliseconds: 0 });
		const where = { apiKey: tight.apiKey, baseUrl: tight.url };
		const run = await runWorkflow(importWorkflow(many, { parameters: { output: 'rows' } }), where);
		expect(new Set(outcomes(run).map(([, outcome]) => outcome))).toEqual(new Set(['created']));
		expect(tight.requests.filter(({ status }) => status === 429)).toEqual([]);
		await tight.close();
	});

	it('before the import, Stop Workflow: sends nothing and says what to do', async () => {
		sandbox.faults.add({ kind: 'status', status: 403, on: ACCOUNTS });
		const run = await importRows();
		const error = run.data.resultData.error as NodeApiError;
		expect(error.message).toBe('Persona does not let this API key look up accounts (HTTP 403)');
		expect(error.description).toContain("or set 'Output' to One Item per Import.");
		expect(error.description).toContain('Nothing was sent.');
		expect(error).toMatchObject({ httpCode: '403', failure: { cause: 'configuration-invalid' } });
		expect(sandbox.importers()).toEqual([]);
	});

	it('before the import, Continue: each row is an item that says why', async () => {
		sandbox.faults.add({ kind: 'status', status: 401, on: ACCOUNTS });
		const run = await importRows(ROWS, {}, { onError: 'continueRegularOutput' });
		expect(outputOf(run).map((item) => [reasonIn(item)?.message, item.pairedItem])).toEqual(
			ROWS.map((_, item) => [
				`Item ${item}: Persona does not accept the API key (HTTP 401)`,
				{ item },
			]),
		);
		expect(sandbox.importers()).toEqual([]);
	});

	it('after the import: keeps what is known, and never ends the run', async () => {
		sandbox.addAccount({ referenceId: 'c-200' });
		const existing = accountOf('c-200');
		for (const fault of [pass, pass, pass, pass]) sandbox.faults.add(fault);
		sandbox.faults.add({ kind: 'status', status: 403, on: ACCOUNTS });
		finish(
			0,
			all.filter((id) => id !== 'c-200' && id !== 'c-7'),
		);
		const run = await importRows(many);
		expect(outcomes(run)).toEqual(
			all.map((id, row) => {
				if (id === 'c-200') return [row, 'alreadyExisted', existing];
				return row < 99 && row !== 7
					? [row, 'created', accountOf(id)]
					: [row, 'unverifiable', null];
			}),
		);
		expect(hintsOf(run)).toEqual([
			'Persona does not let this API key look up accounts (HTTP 403); the outcomes of imported rows are incomplete',
		]);
	});

	const hidden = { data: [{ type: 'account', id: 'act_1', attributes: {} }], links: {} };

	it('before the import, with a key that hides reference IDs: sends nothing', async () => {
		sandbox.faults.add({ kind: 'status', status: 200, body: hidden, on: ACCOUNTS });
		const run = await importRows();
		const error = run.data.resultData.error as NodeOperationError;
		expect(error.message).toBe('Persona shows accounts without their reference IDs');
		expect(error.description).toBe(
			"The API key hides that attribute. Change that in the Persona dashboard, or set 'Output' to One Item per Import. Nothing was sent.",
		);
		expect(sandbox.importers()).toEqual([]);
	});

	it('after the import, with a key that hides reference IDs: says so', async () => {
		sandbox.faults.add(pass);
		sandbox.faults.add({ kind: 'status', status: 200, body: hidden, on: ACCOUNTS });
		finish(0, ['a', 'b', 'c']);
		const run = await importRows();
		expect(outcomes(run)).toEqual(ROWS.map((_, row) => [row, 'unverifiable', null]));
		expect(hintsOf(run)).toEqual([
			'Persona shows accounts without their reference IDs; the outcomes of imported rows are incomplete',
		]);
	});

	it('an answer that repeats reference IDs: they are masked', async () => {
		const details = 'filter holds crm-4711-secret twice';
		const body = { errors: [{ title: 'Bad Request', details }] };
		sandbox.faults.add({ kind: 'status', status: 400, body, on: ACCOUNTS });
		const run = await importRows([{ reference_id: 'CRM-4711-secret' }]);
		const error = run.data.resultData.error as NodeApiError;
		expect(error.description).toContain('Persona says: Bad Request: filter holds ••• twice.');
		expect(JSON.stringify(error)).not.toContain('4711');
	});

	it('with a CSV file as the source: there are no rows to tell about, so the import is', async () => {
		const csv = Buffer.from('reference_id\r\na\r\n');
		const data = { data: csv.toString('base64'), mimeType: 'text/csv', fileName: 'a.csv' };
		const file = importWorkflow([], { parameters: { output: 'rows', source: 'file' } });
		file.pinData = { CRM: [{ json: {}, binary: { data } }] };
		const run = await runWorkflow(file, access());
		expect(outputOf(run).map(({ json }) => json.id)).toEqual([sandbox.importers()[0]!.id]);
		expect(sandbox.requests).toHaveLength(1);
	});

	it('an unknown output: sends nothing', async () => {
		const run = await runWorkflow(
			importWorkflow(ROWS, { parameters: { output: 'columns' } }),
			access(),
		);
		expect(run.data.resultData.error?.message).toBe(
			"'Output' is set to something that it does not offer",
		);
		expect(sandbox.requests).toEqual([]);
	});
});

describe('the node behind One Item per Row', () => {
	it('finds the contact of each row, and writes its account ID back', async () => {
		const contacts = [
			{ ContactId: 'c-1', FirstName: 'Ann', DateOfBirth: '1990-02-31' },
			{ ContactId: 'c-2', FirstName: 'Ben' },
			{ ContactId: '', FirstName: '' },
			{ ContactId: 'c-3', FirstName: 'Cleo' },
		];
		finish(0, ['c-3', 'c-2']);
		const file = importWorkflow(contacts, {
			parameters: { output: 'rows' },
			settings: { onError: 'continueErrorOutput' },
		});
		const fields = [
			{ id: '1', name: 'contact', value: "={{ $('CRM').item.json.FirstName }}", type: 'string' },
			{ id: '2', name: 'account', value: '={{ $json.accountId }}', type: 'string' },
		];
		file.nodes.push({
			id: '3',
			name: 'Write back',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [400, 0],
			parameters: { assignments: { assignments: fields }, options: {} },
		});
		file.connections.Persona = { main: [[{ node: 'Write back', type: 'main', index: 0 }]] };
		const run = await runWorkflow(file, access());
		const written = run.data.resultData.runData['Write back']![0]!.data!.main![0]!;
		expect(written.map(({ json }) => json)).toEqual([
			{ contact: 'Ben', account: accountOf('c-2') },
			{ contact: 'Cleo', account: accountOf('c-3') },
		]);
	});
});
