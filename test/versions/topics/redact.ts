import type { IDataObject, INode } from 'n8n-workflow';

import type { StoredAccount } from '../../../sandbox';
import type { HostInstance } from '../support/host';

const ON_ERROR = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
const MESSAGE = 'Persona did not accept the request (HTTP 422)';
const REQUEST_ID = expect.stringMatching(/^req_/) as string;

const parametersOf = (parameters: IDataObject) =>
	({ resource: 'account', ...parameters }) as INode['parameters'];

function receipt({ id, referenceId, redactedAt }: StoredAccount, item: number, outcome: string) {
	const json = { accountId: id, referenceId, outcome, redactedAt, requestId: REQUEST_ID };
	return expect.objectContaining({ json, pairedItem: [{ item }] }) as object;
}

/** @param ownFields of the input item, which n8n puts beside the reason on the error output */
function failure({ id }: StoredAccount, item: number, ownFields: IDataObject) {
	const problems = [{ column: '', field: null, code: 'run', message: MESSAGE }];
	const json = {
		...ownFields,
		...{ accountId: id, referenceId: null, outcome: 'failed', redactedAt: null },
		...{ requestId: REQUEST_ID, error: `Item ${item}: ${MESSAGE}` },
		details: { row: item, problems, help: expect.any(String) as string },
	};
	return expect.objectContaining({ json, pairedItem: [{ item }] }) as object;
}

/** Account: Get, Get Many and Redact. */
export function looksUpAndRedacts(host: () => HostInstance): void {
	const add = (count: number) =>
		Array.from({ length: count }, (_, index) =>
			host().sandbox.addAccount({ referenceId: `c-${index}`, nameFirst: 'Amara' }),
		);
	const rowsOf = (accounts: StoredAccount[]) =>
		accounts.map(({ id, referenceId }) => ({ accountId: id, reference_id: referenceId }));
	const run = (accounts: StoredAccount[], parameters: IDataObject, settings: Partial<INode> = {}) =>
		host().run({ rows: rowsOf(accounts) }, { parameters: parametersOf(parameters), ...settings });

	it.each(['get', 'getAll'])('finds accounts: %s', async (operation) => {
		const accounts = add(2);
		const { outputs } = await run(accounts, { operation });
		expect(outputs.map((items) => items.map(({ json }) => json.id).sort())).toEqual([
			accounts.map(({ id }) => id).sort(),
		]);
		expect(outputs[0]![0]!.json).toMatchObject({ fields: { name: { first: 'Amara' } } });
	});

	it('shows what it would redact, and redacts nothing', async () => {
		const accounts = add(2);
		const { outputs, hints } = await run(accounts, { operation: 'redact' });
		expect(outputs).toEqual([accounts.map((one, item) => receipt(one, item, 'wouldRedact'))]);
		expect(hints).toEqual(['Dry run: 2 accounts would be redacted']);
		expect(accounts.map(({ redactedAt }) => redactedAt)).toEqual([null, null]);
	});

	it.each(
		ON_ERROR.flatMap((onError) =>
			[[], [1], [0, 1, 2]].map((wrong) => ({ onError, wrong, count: 3 - wrong.length })),
		),
	)('redacts, $onError, $count of 3 get through', async ({ onError, wrong }) => {
		const accounts = add(3);
		for (const index of wrong) {
			const on = { method: 'DELETE', path: `/accounts/${accounts[index]!.id}` };
			host().sandbox.faults.add({ kind: 'status', status: 422, on });
		}
		const parameters = { operation: 'redact', dryRun: false };
		const { outputs, error } = await run(accounts, parameters, { onError });
		const redacted = accounts.filter(({ redactedAt }) => redactedAt !== null);
		if (onError === 'stopWorkflow' && wrong.length > 0) {
			expect(error?.message).toBe(MESSAGE);
			expect(redacted).toEqual(accounts.slice(0, wrong[0]));
			return;
		}
		const receipts = accounts.flatMap((one, item) =>
			wrong.includes(item) ? [] : [receipt(one, item, 'redacted')],
		);
		const isRouted = onError === 'continueErrorOutput';
		const failures = wrong.map((item) =>
			failure(accounts[item]!, item, isRouted ? rowsOf(accounts)[item]! : {}),
		);
		expect(redacted).toHaveLength(receipts.length);
		expect(outputs).toEqual(isRouted ? [receipts, failures] : [[...receipts, ...failures]]);
	});
}
