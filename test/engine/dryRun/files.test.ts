import type { INodeExecutionData } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../../sandbox';
import { outputOf, personaRun, runWorkflow, type PersonaNode } from '../support/engine';
import { BINARY_MODES, fileItem, fileWorkflow, useBinaryMode } from '../support/files';

let sandbox: Sandbox;
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(() => expect(sandbox.requests).toEqual([]));
afterAll(async () => await sandbox.close());

async function dryRun(items: INodeExecutionData[], node: PersonaNode = {}, options = {}) {
	const parameters = { ...node.parameters, options: { dryRun: true, ...options } };
	return await runWorkflow(fileWorkflow(items, { ...node, parameters }), access());
}

const GOOD = 'Contact ID,"FirstName"\r\nc-1,Zoë\r\nc-2,Ann\r\n';
const SENT = 'reference_id,name_first\r\nc-1,Zoë\r\nc-2,Ann\r\n';
const BAD = 'Email\nann@example.com\n';
const REJECTED = {
	item: 1,
	problems: [
		{ column: '', code: 'fileNoHeader', message: expect.stringContaining("the file in 'data'") },
	],
};

describe.each(BINARY_MODES)('a dry run of CSV files, binary mode %s', (mode) => {
	beforeAll(async () => await useBinaryMode(mode));

	it('reports on each file and sends nothing', async () => {
		const items = [
			await fileItem(GOOD, { fileName: 'a.csv' }),
			await fileItem('tags,"dob"\nvip,1990-02-28', { fileName: '' }),
		];
		const run = await dryRun(items);
		expect(outputOf(run)).toEqual([
			{
				json: {
					'dry-run': true,
					rows: 2,
					'file-name': 'a.csv',
					bytes: Buffer.byteLength(SENT),
					columns: ['reference_id', 'name_first'],
					'rejected-files': 0,
					rejected: [],
				},
				pairedItem: [{ item: 0 }],
			},
			{
				json: {
					'dry-run': true,
					rows: 1,
					'file-name': 'accounts.csv',
					bytes: 'tags,birthdate\nvip,1990-02-28'.length,
					columns: ['tags', 'birthdate'],
					'rejected-files': 0,
					rejected: [],
				},
				pairedItem: [{ item: 1 }],
			},
		]);
		expect(personaRun(run).hints!.map(({ message }) => message)).toEqual([
			'Dry run: nothing was sent to Persona',
		]);
	});

	it('reports files that cannot go without stopping the workflow', async () => {
		const items = [await fileItem(GOOD), await fileItem(BAD)];
		const run = await dryRun(items, {}, { keyInflection: 'snake', fileName: 'chosen' });
		expect(outputOf(run)).toMatchObject([
			{
				json: { dry_run: true, file_name: 'chosen.csv', rejected_files: 1, rejected: [REJECTED] },
				pairedItem: [{ item: 0 }],
			},
		]);
		expect(personaRun(run).hints!.map(({ message }) => message)).toEqual([
			'Dry run: nothing was sent to Persona',
			"1 file would not be sent: see 'rejected' in the output",
		]);
	});

	it('makes items of them as well where the node may continue', async () => {
		const settings = { onError: 'continueRegularOutput' } as const;
		const items = outputOf(await dryRun([await fileItem(GOOD), await fileItem(BAD)], { settings }));
		expect(items).toMatchObject([
			{ json: { 'rejected-files': 1 } },
			{ json: { error: expect.stringContaining('Item 1') }, pairedItem: { item: 1 } },
		]);
	});

	it('still reports when no file can go', async () => {
		const run = await dryRun([await fileItem(BAD), await fileItem('')]);
		expect(outputOf(run)).toMatchObject([
			{
				json: {
					rows: 0,
					bytes: 0,
					columns: [],
					'rejected-files': 2,
					rejected: [{ item: 0 }, { item: 1, problems: [{ code: 'fileEmpty' }] }],
				},
				pairedItem: [{ item: 0 }, { item: 1 }],
			},
		]);
	});
});
