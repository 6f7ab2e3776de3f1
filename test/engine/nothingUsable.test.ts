import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { CONTINUES, runAnswered } from './support/answered';
import { TYPE } from './support/batchJobs';
import { importWorkflow, outputOf, type PersonaNode } from './support/engine';
import { byId } from './support/importers';
import { PARAMETERS } from '../unit/support/nodeNames';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

/** Two items, each of which gives its operation nothing that it could use. */
const ITEMS: IDataObject[] = [
	{ reference_id: 'N/A', name_first: '#REF!' },
	{ reference_id: 'undefined', name_first: '#REF!' },
];
const NO_ID = "={{ '' }}";
const BATCH = { accountTypeId: TYPE };

const OPERATIONS: Readonly<Record<string, IDataObject[]>> = {
	'account:get': [{ accountId: NO_ID }],
	'account:getAll': [{ referenceId: NO_ID }, { findBy: 'all', limit: NO_ID }],
	'account:import': [{}, { output: 'rows' }, { source: 'file' }],
	'account:redact': [{ accountId: NO_ID }, { identifyBy: 'referenceId', referenceId: NO_ID }],
	'account:update': [BATCH, { ...BATCH, output: 'rows' }],
	'account:upsert': [BATCH, { ...BATCH, output: 'rows' }],
	'batchJob:get': [{ batchJobId: NO_ID }],
	'batchJob:getErrors': [{ batchJobId: NO_ID }],
	'batchJob:wait': [{ batchJobId: NO_ID }],
	'importer:get': [{ importerId: byId(NO_ID) }],
	'importer:getAll': [{ limit: NO_ID }],
	'importer:wait': [{ importerId: byId(NO_ID) }],
	'listItem:import': [{ listType: 'name', listId: byId('lst_1') }],
};
const CASES = Object.entries(OPERATIONS).flatMap(([operation, all]) =>
	all.map((parameters): [string, IDataObject] => [operation, parameters]),
);

async function run(operation: string, parameters: IDataObject, rows: IDataObject[], node = {}) {
	const [resource, name] = operation.split(':');
	const all = { resource, operation: name, ...parameters };
	const file = importWorkflow(rows, { parameters: all, ...node } as PersonaNode);
	return await runAnswered(file, { apiKey: sandbox.apiKey, baseUrl: sandbox.url });
}

test('every operation is in the table', () => {
	const names = PARAMETERS.filter(({ name }) => name === 'operation').flatMap(
		({ options = [], displayOptions }) =>
			options.map((one) => {
				return `${String(displayOptions?.show?.resource?.[0])}:${String('value' in one && one.value)}`;
			}),
	);
	expect(Object.keys(OPERATIONS).sort()).toEqual(names.sort());
});

describe.each(CASES)('%s %j, with nothing usable in any item', (operation, parameters) => {
	it('Stop Workflow: an error', async () => {
		const { done, hasAnswered } = await run(operation, parameters, ITEMS);
		expect(done.data.resultData.error?.message).toMatch(/\w/);
		expect(hasAnswered).toBe(false);
	});

	it.each(CONTINUES)(
		'%s: an item for each, so that the workflow can answer',
		async (onError, output) => {
			const { done, hasAnswered } = await run(operation, parameters, ITEMS, {
				settings: { onError },
			});
			const items = outputOf(done, output);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
			for (const { json, error } of items) expect(json.error ?? error?.message).toMatch(/\w/);
			expect(outputOf(done, 1 - output)).toEqual([]);
			expect(hasAnswered).toBe(true);
		},
	);

	it('no item at all: n8n does not run the node', async () => {
		const settings = { onError: 'continueRegularOutput' };
		const { done, hasAnswered } = await run(operation, parameters, [], { settings });
		expect(done.data.resultData.error).toBeUndefined();
		expect(done.data.resultData.runData.Persona).toBeUndefined();
		expect(hasAnswered).toBe(false);
	});
});
