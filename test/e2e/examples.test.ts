import type { IConnections, IDataObject } from 'n8n-workflow';

import { readExamples } from '../../scripts/start/examples';
import {
	CREDENTIAL_ID,
	newInstance,
	RUN_LIMIT,
	SETUP_LIMIT,
	type Instance,
} from './support/instance';

jest.setTimeout(RUN_LIMIT);

describe('examples in a real n8n, with its own nodes around ours', () => {
	let instance: Instance;

	beforeAll(async () => {
		instance = await newInstance();
	}, SETUP_LIMIT);

	beforeEach(() => instance.sandbox.reset());

	afterAll(() => instance.close());

	/** @param changes parameters that somebody has to fill in first, by node */
	async function run(id: string, changes: Record<string, object> = {}) {
		const workflow = readExamples(CREDENTIAL_ID).all.find((example) => example.id === id);
		if (workflow === undefined) throw new Error(`There is no example ${id}`);
		const nodes = workflow.nodes.map((node) => ({
			...node,
			parameters: { ...node.parameters, ...changes[node.name] },
		}));
		const outputOf = await instance.runAll({ ...workflow, nodes });
		return (node: string) => outputOf(node).map(({ json }) => json);
	}

	it('reports the rows of a spreadsheet that Persona did not get', async () => {
		const outputOf = await run('personaRejectedRows');
		expect(outputOf('Send the result')).toEqual([
			{ message: 'Persona imported 9 people, skipped 0 that it already had, and rejected 0.' },
		]);
		const [{ message } = {}, ...others] = outputOf('Send the message');
		const lines = String(message).split('\n');
		expect(others).toEqual([]);
		expect(lines).toHaveLength(31);
		expect(lines.slice(0, 2)).toEqual([
			'30 rows were not imported:',
			"P-002: Item 1, column 'birthdate' (your field 'DOB'): is not a day that exists in the calendar",
		]);
	});

	/** The import of the main example with the steps of *Undo an import* after it. */
	async function importAndUndo(dryRun: boolean) {
		const { main, all } = readExamples(CREDENTIAL_ID);
		const undo = all.find(({ id }) => id === 'personaUndoImport')!;
		const changes: Record<string, object> = {
			'Import accounts': { output: 'rows', options: { duplicates: 'keepFirst', pollInterval: 1 } },
			'Redact accounts': { dryRun, options: { maximumAccounts: 300 } },
		};
		const steps = ['Only created accounts', 'Redact accounts'];
		const nodes = [...main.nodes, ...undo.nodes.filter(({ name }) => steps.includes(name))].map(
			(node) => ({ ...node, parameters: { ...node.parameters, ...changes[node.name] } }),
		);
		const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
		const connections: IConnections = {
			...main.connections,
			'Import accounts': to('Only created accounts'),
			'Only created accounts': to('Redact accounts'),
		};
		const outputOf = await instance.runAll({ ...main, nodes, connections });
		return (node: string) => outputOf(node).map(({ json }) => json);
	}

	it.each([
		[true, 'wouldRedact'],
		[false, 'redacted'],
	])('undoes an import and nothing else, with Dry Run %s', async (dryRun, outcome) => {
		const { sandbox } = instance;
		const others = [
			sandbox.addAccount({ referenceId: 'C-10001', nameFirst: 'Before' }),
			sandbox.addAccount({ referenceId: 'somebody-else', nameFirst: 'Other' }),
		];
		const outputOf = await importAndUndo(dryRun);
		const idsOf = (items: IDataObject[]) =>
			[...new Set(items.map(({ accountId }) => accountId))].sort();
		const created = outputOf('Import accounts').filter((row) => row.outcome === 'created');
		const receipts = outputOf('Redact accounts');
		expect(created.length).toBeGreaterThan(200);
		expect(idsOf(receipts)).toEqual(idsOf(created));
		expect(new Set(receipts.map((receipt) => receipt.outcome))).toEqual(new Set([outcome]));
		const redacted = sandbox.accounts().filter(({ redactedAt }) => redactedAt !== null);
		expect(redacted.map(({ id }) => id).sort()).toEqual(dryRun ? [] : idsOf(created));
		expect(others.map(({ nameFirst }) => nameFirst)).toEqual(['Before', 'Other']);
	});

	it('puts email addresses and domains on a block list', async () => {
		const { id } = instance.sandbox.addList({ type: 'list/email-address' });
		const listId = { __rl: true, mode: 'list', value: id };
		const outputOf = await run('personaBlockList', { 'Put on the block list': { listId } });
		const entries = outputOf('One item per entry');
		expect(entries).toHaveLength(30);
		expect(outputOf('Done')).toMatchObject([
			{ attributes: { status: 'ready', 'successful-count': 30 }, meta: { rows: 30 } },
		]);
		expect(instance.sandbox.listItems(id).map(({ values }) => values)).toEqual(entries);
	});
});
