import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { CONTINUES, NOTHING, nothingItem, runAnswered } from './support/answered';
import { TYPE } from './support/batchJobs';
import {
	hintsOf,
	importWorkflow,
	outputOf,
	type PersonaNode,
	type WorkflowFile,
} from './support/engine';
import { fileItem, fileWorkflow } from './support/files';
import { listWorkflow } from './support/listItems';

let sandbox: Sandbox;
const access = () => ({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });

beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: 5 });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

async function run(file: WorkflowFile) {
	const ran = await runAnswered(file, access());
	// The account type may be looked up.
	expect(sandbox.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
	return ran;
}

const BLANK: IDataObject[] = [
	{ reference_id: ' ', name_first: '' },
	{ reference_id: null, name_first: '' },
];
const WEBHOOK = { headers: { host: 'example.com' }, params: {}, query: {}, body: {} };
const BY_HAND = {
	columns: { mappingMode: 'defineBelow', value: { reference_id: '={{ $json.body.id }}' } },
};

type FileOf = (node: PersonaNode) => Promise<WorkflowFile> | WorkflowFile;

const withParameters = (node: PersonaNode, parameters: IDataObject): PersonaNode => ({
	...node,
	parameters,
});

const NO_ROW: [string, FileOf, IDataObject[]][] = [
	['blank rows', (node) => importWorkflow(BLANK, node), BLANK],
	[
		'blank rows, One Item per Row',
		(node) => importWorkflow(BLANK, withParameters(node, { output: 'rows' })),
		BLANK,
	],
	[
		'blank rows, One Summary per Import, with a wait',
		(node) =>
			importWorkflow(BLANK, withParameters(node, { output: 'summary', waitForCompletion: true })),
		BLANK,
	],
	[
		'a blank row for a list',
		(node) => listWorkflow('name', 'lst_1', [{ name_last: '' }], node),
		[{ name_last: '' }],
	],
	...['update', 'upsert'].flatMap((operation) =>
		['jobs', 'rows'].map((output): [string, FileOf, IDataObject[]] => [
			`blank rows, ${operation} with ${output}`,
			(node) =>
				importWorkflow(BLANK, withParameters(node, { operation, output, accountTypeId: TYPE })),
			BLANK,
		]),
	),
];

describe.each(NO_ROW)('%s', (_what, fileOf, rows) => {
	it('Stop Workflow: nothing, and a hint that says so', async () => {
		const { done, hasAnswered } = await run(await fileOf({}));
		expect(done.data.resultData.error).toBeUndefined();
		expect(outputOf(done)).toEqual([]);
		expect(hasAnswered).toBe(false);
		expect(hintsOf(done)).toContain(NOTHING);
	});

	it.each(CONTINUES)('%s: one item, so that the workflow can answer', async (onError, output) => {
		const { done, hasAnswered } = await run(await fileOf({ settings: { onError } }));
		expect(outputOf(done, output)).toEqual([nothingItem(rows, output)]);
		expect(outputOf(done, 1 - output)).toEqual([]);
		expect(hasAnswered).toBe(true);
		expect(hintsOf(done)).toContain(NOTHING);
	});
});

it('Retry On Fail: sends nothing, and ends with the item', async () => {
	const settings = {
		onError: 'continueRegularOutput',
		retryOnFail: true,
		maxTries: 2,
		waitBetweenTries: 0,
	} as const;
	const { done, hasAnswered } = await run(importWorkflow(BLANK, { settings }));
	expect(outputOf(done).map(({ json }) => json.error)).toEqual([NOTHING]);
	expect(hasAnswered).toBe(true);
});

const UNUSABLE: [string, FileOf, string][] = [
	[
		'an empty webhook body',
		(node) => importWorkflow([WEBHOOK], node),
		'No input field fits any column, so nothing was sent',
	],
	[
		'an empty webhook body, mapped by hand',
		(node) => importWorkflow([WEBHOOK], withParameters(node, BY_HAND)),
		"Nothing under 'Values to Send' gives a value in 1 row, so nothing was sent",
	],
	[
		'an item without fields',
		(node) => importWorkflow([{}], node),
		'No input field fits any column, so nothing was sent',
	],
	[
		'an item without the file',
		(node) => fileWorkflow([{ json: {} }], node),
		"Item 0: the file in 'data' is not there",
	],
	[
		'an empty file',
		async (node) => fileWorkflow([await fileItem('')], node),
		"Item 0: the file in 'data' is empty",
	],
];

describe.each(UNUSABLE)('%s', (_what, fileOf, said) => {
	it('Stop Workflow: an error', async () => {
		const { done, hasAnswered } = await run(await fileOf({}));
		expect(done.data.resultData.error?.message).toBe(said);
		expect(hasAnswered).toBe(false);
	});

	it.each(CONTINUES)('%s: one item, so that the workflow can answer', async (onError, output) => {
		const { done, hasAnswered } = await run(await fileOf({ settings: { onError } }));
		const items = outputOf(done, output);
		expect(items).toMatchObject([{ json: { details: { row: 0 } }, pairedItem: { item: 0 } }]);
		expect(String(items[0]!.json.error).replace(/^Item 0: (?!the|there)/, '')).toBe(said);
		expect(outputOf(done, 1 - output)).toEqual([]);
		expect(hasAnswered).toBe(true);
	});
});
