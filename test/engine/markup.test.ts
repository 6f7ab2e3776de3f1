import type { IDataObject, NodeOperationError } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { importWorkflow, outputOf, personaRun, reasonIn, runWorkflow } from './support/engine';
import { fileItem, fileWorkflow } from './support/files';

const MARKUP = '<img src=x onerror=alert(1)>';
const SHOWN = '&lt;img src=x onerror=alert(1)&gt;';
const named = (text: string) => `${MARKUP} ${text}`;

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: 5 });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const SETTINGS = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
const byHand = (value: IDataObject) => ({ columns: { mappingMode: 'defineBelow', value } });

/** Everything that n8n's editor shows as HTML: hints, and descriptions of what went wrong. */
async function shownAsHtml(workflow: ReturnType<typeof importWorkflow>): Promise<string[]> {
	const run = await runWorkflow(workflow, { apiKey: sandbox.apiKey, baseUrl: sandbox.url });
	const errors = [
		run.data.resultData.error,
		...[0, 1].flatMap((output) => outputOf(run, output)).map(reasonIn),
	];
	return [
		...(personaRun(run).hints ?? []).map(({ message }) => message),
		...errors.flatMap((error) => (error as NodeOperationError | undefined)?.description ?? []),
	];
}

interface Place {
	name: string;
	rows: IDataObject[];
	parameters?: IDataObject;
}

const PLACES: Place[] = [
	{ name: 'ignored fields', rows: [{ name_first: 'Ann', name_last: 'Lee', [MARKUP]: 'x' }] },
	{
		name: 'ignored fields that stop the run',
		rows: [{ name_first: 'Ann', name_last: 'Lee', [MARKUP]: 'x' }],
		parameters: { options: { unmatchedFields: 'reject' } },
	},
	{ name: 'fields that fit nothing', rows: [{ Email: 'x', [MARKUP]: 'x' }] },
	{ name: 'fields left over beside an ID', rows: [{ id: '1', Email: 'x', [MARKUP]: 'x' }] },
	{
		name: 'objects that hold what fits',
		rows: [{ id: '1', [MARKUP]: { first_name: 'Ann', last_name: 'Lee' } }],
	},
	{
		name: 'a field of a rejected row',
		rows: [{ id: '1', name: MARKUP, [MARKUP]: { a: [] } }],
		parameters: byHand({
			reference_id: '={{ $json.id }}',
			name_first: `={{ $json[${JSON.stringify(MARKUP)}] }}`,
		}),
	},
];

describe.each(SETTINGS)('with %s', (onError) => {
	it.each(PLACES)('$name: markup in a name is text', async ({ rows, parameters }) => {
		const shown = await shownAsHtml(importWorkflow(rows, { settings: { onError }, parameters }));
		expect(shown.join('\n')).not.toContain('<img');
		if (onError === 'stopWorkflow') expect(shown.join('\n')).toContain(SHOWN.slice(0, 20));
	});

	it('names of files and of what is in their header', async () => {
		const item = await fileItem(`reference_id,${named('a')}\n1,x\n`, { fileName: `${MARKUP}.csv` });
		const shown = await shownAsHtml(fileWorkflow([item], { settings: { onError } }));
		expect(shown.join('\n')).not.toContain('<img');
	});

	it('the name of the field that should hold a file', async () => {
		const item = await fileItem('reference_id\n1\n');
		const inputs = [
			{ ...item, binary: { [MARKUP]: item.binary!.data! } },
			{ ...item, binary: undefined },
		];
		for (const input of inputs) {
			const shown = await shownAsHtml(fileWorkflow([input], { settings: { onError } }));
			expect(shown.join('\n')).not.toContain('<img');
		}
	});
});
