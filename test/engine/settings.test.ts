import type { IDataObject, NodeOperationError } from 'n8n-workflow';

import { clock } from '../../nodes/Persona/transport/clock';
import { startSandbox, type Sandbox } from '../../sandbox';
import {
	importWorkflow,
	outputOf,
	personaRun,
	runWorkflow,
	startWorkflow,
	type PersonaNode,
} from './support/engine';

let sandbox: Sandbox;
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: 5 });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const ROWS = [
	{ reference_id: 'a', name_first: 'Ann' },
	{ reference_id: 'b', name_first: 'Bo' },
];

async function hintsOf(rows: IDataObject[], node: PersonaNode = {}): Promise<string[]> {
	const run = await runWorkflow(importWorkflow(rows, node), access());
	return personaRun(run).hints?.map(({ message }) => message) ?? [];
}

async function stopOf(rows: IDataObject[], parameters: IDataObject): Promise<NodeOperationError> {
	const run = await runWorkflow(importWorkflow(rows, { parameters }), access());
	expect(sandbox.requests).toEqual([]);
	return run.data.resultData.error as NodeOperationError;
}

describe('hints', () => {
	it('names ignored fields and what was passed over, not their values', async () => {
		const rows = [{ 'External ID': 'x', id: 'y', FirstName: 'A', Email: 'a@example.com' }];
		expect(await hintsOf(rows)).toEqual([
			'1 field was ignored: Email',
			"Column 'reference_id' was filled from 'External ID', not from 'id'",
		]);
	});

	it('counts blank rows and merged duplicates', async () => {
		const rows = [{ reference_id: 'a' }, { reference_id: ' ' }, { reference_id: 'A ' }];
		const parameters = { options: { duplicates: 'keepFirst' } };
		expect(await hintsOf(rows, { parameters })).toEqual([
			'1 blank row was left out',
			'1 row with a repeated reference ID was left out',
		]);
	});

	it('says that Execute Once cuts the input', async () => {
		const hints = await hintsOf(ROWS, { settings: { executeOnce: true } });
		expect(hints).toEqual([
			"Only the first item was processed: 'Execute Once' is on in this node's settings",
		]);
	});

	it('is never longer than 120 characters', async () => {
		const wide = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`Custom field ${i}`, i]));
		const hints = await hintsOf([{ reference_id: 'a', ...wide }]);
		expect(hints).toHaveLength(1);
		expect(hints[0]).toHaveLength(120);
		expect(hints[0]).toMatch(/^60 fields were ignored: .*…$/);
	});
});

describe('settings that cannot be used, before anything is sent', () => {
	it.each<[string, IDataObject, string]>([
		['an unknown policy', { duplicates: 'merge' }, "'Duplicate Reference IDs' is set to something"],
		['an unknown inflection', { keyInflection: 'upper' }, "'Key Inflection' is set to something"],
		['a version that is none', { personaVersion: 'latest' }, "'API Version' is not a date"],
		['no rows per import', { rowsPerImport: 0 }, "'Rows per Import' is not a whole number"],
		['a file name with a path', { fileName: '../x' }, "'File Name' holds a character"],
		['no tag separator', { tagSeparator: '' }, "'Tag Separator' is empty"],
		['an empty custom key', { idempotency: 'custom' }, "'Idempotency Key' is empty"],
		[
			'a custom key with a line break',
			{ idempotency: 'custom', idempotencyKey: 'a\nb' },
			"'Idempotency Key' is empty or holds",
		],
		[
			'a custom date format without a year',
			{ birthdateFormat: 'custom', birthdateCustomFormat: 'd MMM yy' },
			"'Birthdate Custom Format' does not name a day, a month and a year with four digits",
		],
		[
			'fields without a type',
			{ fields: { values: [{ type: '', attributes: 'status' }] } },
			"An entry of 'Fields' has no usable type",
		],
	])('%s', async (_, options, message) => {
		const error = await stopOf(ROWS, { options });
		expect(error.message).toContain(message);
		expect(error.description).toBeTruthy();
		expect(error.failure).toEqual({ cause: 'configuration-invalid' });
	});

	it('no field fits any column: lists the fields that were there', async () => {
		const error = await stopOf([{ Email: 'a', Phone: 'b' }], {});
		expect(error.message).toBe('No input field fits any column, so nothing was sent');
		expect(error.description).toContain('The fields are: Email, Phone.');
	});

	it('unmatched fields, when the user wants none', async () => {
		const error = await stopOf([{ reference_id: 'a', Email: 'x', Phone: 'y' }], {
			options: { unmatchedFields: 'reject' },
		});
		expect(error.message).toBe('2 input fields fit no column, so nothing was sent');
		expect(error.description).toContain('No column for: Email, Phone.');
	});

	it('nothing mapped by hand', async () => {
		const columns = { mappingMode: 'defineBelow', value: { reference_id: null } };
		const error = await stopOf(ROWS, { columns });
		expect(error.message).toBe("No column under 'Values to Send' is mapped");
	});
});

describe('cancel', () => {
	it('ends a wait within a second', async () => {
		const fault = { kind: 'rateLimited', resetSeconds: 60 } as const;
		sandbox.faults.add({ ...fault, on: { method: 'POST' } });
		const sleeps = jest.spyOn(clock, 'sleep');
		const execution = startWorkflow(importWorkflow(ROWS), access());
		while (sleeps.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
		execution.cancel();
		await execution;
		await new Promise((resolve) => setTimeout(resolve, 1000));
		const afterASecond = sleeps.mock.calls.length;
		await new Promise((resolve) => setTimeout(resolve, 1000));
		expect(sleeps.mock.calls).toHaveLength(afterASecond);
		sleeps.mockRestore();
		expect(sandbox.requests).toHaveLength(1);
		expect(sandbox.importers()).toEqual([]);
	});
});

describe('two executions at once with the same rows', () => {
	it('end at the same importer', async () => {
		const runs = await Promise.all(
			[1, 2].map(async () => await runWorkflow(importWorkflow(ROWS), access())),
		);
		const ids = runs.map((run) => outputOf(run)[0]?.json.id);
		expect(ids[0]).toBe(ids[1]);
		expect(sandbox.importers()).toHaveLength(1);
	});
});
