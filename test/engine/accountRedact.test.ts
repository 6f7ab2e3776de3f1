import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INode } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { importWorkflow, outputOf, runWorkflow, type WorkflowFile } from './support/engine';
import { VirtualClock } from './support/virtualClock';

let sandbox: Sandbox;
const clock = new VirtualClock();
beforeAll(async () => {
	clock.install();
	sandbox = await startSandbox({ now: clock.now });
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	clock.restore();
	await sandbox.close();
});

type Row = Record<string, string | null>;

async function start(parameters: INode['parameters'], rows: Row[], settings: Partial<INode> = {}) {
	const all = { resource: 'account', operation: 'redact', ...parameters };
	const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
	return await runWorkflow(importWorkflow(rows, { parameters: all, settings }), access);
}

const FOR_REAL = { dryRun: false };
const BY_REFERENCE = { identifyBy: 'referenceId' };
const CONTINUE = { onError: 'continueRegularOutput' } as const;

const add = (referenceId: string, accountTypeName = 'User') =>
	sandbox.addAccount({ referenceId, accountTypeName, nameFirst: 'Jane' });
const redactedIds = () =>
	sandbox.accounts().flatMap(({ id, redactedAt }) => (redactedAt === null ? [] : [id]));
const deletions = () => sandbox.requests.filter(({ method }) => method === 'DELETE').length;
const rowsOf = (accounts: { id: string }[]) => accounts.map(({ id }) => ({ accountId: id }));
const outcomes = (items: ReturnType<typeof outputOf>) => items.map(({ json }) => json.outcome);

describe('Account: Redact', () => {
	it.each([{}, BY_REFERENCE])('shows what would be redacted, and sends nothing: %j', async (by) => {
		const account = add('c-1');
		const rows = [{ accountId: account.id, reference_id: 'c-1' }];
		expect(outputOf(await start(by, rows))).toEqual([
			{
				json: {
					accountId: account.id,
					referenceId: 'c-1',
					outcome: 'wouldRedact',
					redactedAt: null,
					requestId: 'identifyBy' in by ? null : expect.stringMatching(/^req_/),
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(deletions()).toBe(0);
		expect(redactedIds()).toEqual([]);
	});

	it('redacts what was asked for, and says the same when it runs again', async () => {
		const [one, other] = [add('c-1'), add('c-2')];
		const rows = [...rowsOf([one]), { accountId: 'act_unknown' }, ...rowsOf([one])];
		const first = outputOf(await start(FOR_REAL, rows));
		expect(outcomes(first)).toEqual(['redacted', 'notFound', 'redacted']);
		expect(first[0]).toEqual({
			json: {
				accountId: one.id,
				referenceId: 'c-1',
				outcome: 'redacted',
				redactedAt: expect.stringMatching(/^\d{4}-/),
				requestId: expect.stringMatching(/^req_/),
			},
			pairedItem: { item: 0 },
		});
		expect(deletions()).toBe(2);
		const second = outputOf(await start(FOR_REAL, rows));
		expect(outcomes(second)).toEqual(['alreadyRedacted', 'notFound', 'alreadyRedacted']);
		expect(redactedIds()).toEqual([one.id]);
		expect(other.nameFirst).toBe('Jane');
	});

	it('rejects a reference ID that several accounts have, unless all are meant', async () => {
		const [one, two, single] = [add('c-1'), add('c-1', 'Business'), add('c-2')];
		const other = add('C-1');
		const rows = [{ reference_id: 'c-1' }, { reference_id: 'c-2' }, { reference_id: 'c-3' }];
		const parameters = { ...BY_REFERENCE, ...FOR_REAL };
		expect((await start(parameters, rows)).data.resultData.error?.message).toBe(
			'Item 0: several accounts have this reference ID',
		);
		expect(redactedIds()).toEqual([]);
		const items = outputOf(await start(parameters, rows, CONTINUE));
		expect(outcomes(items)).toEqual(['redacted', 'notFound', undefined]);
		expect(items[2]!.pairedItem).toEqual({ item: 0 });
		expect(redactedIds()).toEqual([single.id]);
		await start({ ...parameters, options: { allAccounts: true } }, rows);
		expect(redactedIds()).toEqual([one.id, two.id, single.id]);
		expect(other.nameFirst).toBe('Jane');
	});

	it('stops before the first request when there are more than Maximum Accounts', async () => {
		const rows = rowsOf(Array.from({ length: 101 }, (_, index) => add(`c-${index}`)));
		const { error } = (await start(FOR_REAL, rows)).data.resultData;
		expect(error?.message).toBe("There are 101 accounts, more than 'Maximum Accounts' allows");
		expect(sandbox.requests).toEqual([]);
	});

	it('stops sending when the key may not redact', async () => {
		const rows = rowsOf([add('c-1'), add('c-2')]);
		sandbox.faults.add({ kind: 'status', status: 403, times: 1 });
		const items = outputOf(await start(FOR_REAL, rows, CONTINUE));
		expect(outcomes(items)).toEqual(['failed', 'failed']);
		expect(deletions()).toBe(1);
		expect(redactedIds()).toEqual([]);
	});

	it('redacts 1,000 accounts with faults in the middle, and no other', async () => {
		const accounts = Array.from({ length: 1_010 }, (_, index) => add(`c-${index}`));
		const asked = accounts.slice(0, 1_000);
		const on = (index: number) => ({
			on: { method: 'DELETE', path: `/accounts/${asked[index]!.id}` },
		});
		sandbox.faults.add({ kind: 'dropConnection', when: 'afterWrite', ...on(300) });
		sandbox.faults.add({ kind: 'dropConnection', when: 'beforeWrite', ...on(400) });
		sandbox.faults.add({ kind: 'status', status: 500, ...on(500) });
		sandbox.faults.add({ kind: 'rateLimited', resetSeconds: 30, ...on(600) });
		sandbox.faults.add({ kind: 'status', status: 409, ...on(700) });
		sandbox.faults.add({ kind: 'status', status: 422, ...on(800) });
		const parameters = { ...FOR_REAL, options: { maximumAccounts: 1_000 } };
		const items = outputOf(await start(parameters, rowsOf(asked), CONTINUE));
		const items0 = items.map(({ pairedItem }) => (pairedItem as { item: number }).item);
		expect(items0.slice(-2)).toEqual([700, 800]);
		expect(items0.sort((one, two) => one - two)).toEqual(asked.map((_, index) => index));
		expect(outcomes(items).filter((outcome) => outcome === 'redacted')).toHaveLength(998);
		expect(outcomes(items).slice(-2)).toEqual(['failed', 'failed']);
		expect(redactedIds()).toEqual(
			asked.flatMap(({ id }, index) => (index === 700 || index === 800 ? [] : [id])),
		);
	}, 120_000);

	it('undoes an import with the example: only what it created is redacted', async () => {
		const file = JSON.parse(
			readFileSync(join(__dirname, '../../examples/undo-an-import.json'), 'utf8'),
		) as WorkflowFile;
		const existing = add('c-0');
		const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
		const rows = ['c-0', 'c-1', 'c-2'].map((reference_id) => ({
			reference_id,
			name_first: 'Ann',
		}));
		const imported = await runWorkflow(
			importWorkflow(rows, { parameters: { output: 'rows' } }),
			access,
		);
		const pinData = { 'Rows of the import': outputOf(imported) };
		const receipts = async () => {
			const { runData } = (await runWorkflow({ ...file, pinData }, access)).data.resultData;
			return outcomes(runData['Redact accounts']?.at(-1)?.data?.main?.[0] ?? []);
		};
		expect(await receipts()).toEqual(['wouldRedact', 'wouldRedact']);
		expect(redactedIds()).toEqual([]);
		file.nodes.find(({ name }) => name === 'Redact accounts')!.parameters.dryRun = false;
		expect(await receipts()).toEqual(['redacted', 'redacted']);
		expect(redactedIds()).toHaveLength(2);
		expect(existing).toMatchObject({ redactedAt: null, nameFirst: 'Jane' });
	});
});
