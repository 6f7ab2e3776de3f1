import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import {
	hintsOf,
	importWorkflow,
	outputOf,
	personaRun,
	reasonIn,
	runWorkflow,
	type WorkflowFile,
} from './support/engine';
import {
	BY_REFERENCE_ID,
	FOR_REAL,
	outcomes,
	Redactions,
	REQUEST_ID,
	rowsOf,
	SECRET,
} from './support/redactions';

const redactions = new Redactions();
const { run, add, deleted, redactedIds } = {
	run: redactions.run.bind(redactions),
	add: redactions.add.bind(redactions),
	deleted: redactions.deleted.bind(redactions),
	redactedIds: redactions.redactedIds.bind(redactions),
};
const errorOf = (result: Awaited<ReturnType<typeof run>>) => personaRun(result).error;
const EARLIER = '2026-11-01T00:00:00.000Z';
const CONTINUE = { onError: 'continueRegularOutput' } as const;

describe('Dry Run', () => {
	it('is on by default: looks, and redacts nothing', async () => {
		const [one, two] = add(2);
		two!.redactedAt = EARLIER;
		const result = await run([...rowsOf([one!, two!]), { accountId: 'act_unknown' }]);
		const nothing = { redactedAt: null, requestId: REQUEST_ID };
		expect(outputOf(result)).toEqual([
			{
				json: { accountId: one!.id, referenceId: 'r-0', outcome: 'wouldRedact', ...nothing },
				pairedItem: [{ item: 0 }],
			},
			{
				json: {
					accountId: two!.id,
					referenceId: 'r-1',
					outcome: 'alreadyRedacted',
					redactedAt: EARLIER,
					requestId: REQUEST_ID,
				},
				pairedItem: [{ item: 1 }],
			},
			{
				json: { accountId: 'act_unknown', referenceId: null, outcome: 'notFound', ...nothing },
				pairedItem: [{ item: 2 }],
			},
		]);
		expect(deleted()).toEqual([]);
		expect(hintsOf(result)).toEqual([
			'Dry run: 1 account would be redacted, 1 redacted before, 1 not found',
		]);
	});

	it('finds accounts by reference ID with one request', async () => {
		const [one, two] = add(2);
		two!.redactedAt = EARLIER;
		const rows = [...rowsOf([two!, one!]), { reference_id: 'r-unknown' }];
		const items = outputOf(await run(rows, BY_REFERENCE_ID));
		const none = { redactedAt: null, requestId: null };
		expect(items.map(({ json }) => json)).toEqual([
			{
				accountId: two!.id,
				referenceId: 'r-1',
				outcome: 'alreadyRedacted',
				redactedAt: EARLIER,
				requestId: null,
			},
			{ accountId: one!.id, referenceId: 'r-0', outcome: 'wouldRedact', ...none },
			{ accountId: null, referenceId: 'r-unknown', outcome: 'notFound', ...none },
		]);
		const sent = redactions.sandbox.requests;
		expect(sent.map(({ method, path, query }) => ({ method, path, query }))).toEqual([
			{
				method: 'GET',
				path: '/accounts',
				query: {
					'filter[reference-id]': 'r-1,r-0,r-unknown',
					'fields[account]': 'reference-id,redacted-at',
					'page[size]': '100',
				},
			},
		]);
	});

	it('is on for all items if an expression turns it off for only some', async () => {
		const rows = rowsOf(add(2)).map((row, index) => ({ ...row, dry: index === 1 }));
		const items = outputOf(await run(rows, { dryRun: '={{ $json.dry }}' }));
		expect(outcomes(items)).toEqual(['wouldRedact', 'wouldRedact']);
		expect(redactedIds()).toEqual([]);
	});

	it.each(['={{ $json.missing }}', 'false', 0])('is not turned off by %j', async (dryRun) => {
		const error = errorOf(await run(rowsOf(add(1)), { dryRun }));
		expect(error?.message).toBe("Item 0: 'Dry Run' is neither on nor off");
		expect(redactions.sandbox.requests).toEqual([]);
	});
});

describe('turned off', () => {
	it('redacts the accounts that were asked for, and gives a receipt for each', async () => {
		const accounts = add(4);
		const result = await run(rowsOf(accounts.slice(1, 3)), FOR_REAL);
		expect(outputOf(result)).toEqual(
			[1, 2].map((number, item) => ({
				json: {
					accountId: accounts[number]!.id,
					referenceId: `r-${number}`,
					outcome: 'redacted',
					redactedAt: accounts[number]!.redactedAt,
					requestId: REQUEST_ID,
				},
				pairedItem: [{ item }],
			})),
		);
		expect(redactedIds()).toEqual([accounts[1]!.id, accounts[2]!.id]);
		expect(hintsOf(result)).toEqual(['2 accounts redacted']);
		expect(JSON.stringify(result.data.resultData.runData.Persona)).not.toContain(SECRET);
	});

	it('asks for nothing personal, in the chosen version', async () => {
		await run(rowsOf(add(1)), { ...FOR_REAL, options: { personaVersion: '2020-05-18' } });
		const [sent] = redactions.sandbox.requests;
		expect(sent?.query).toEqual({ 'fields[account]': 'reference-id,redacted-at' });
		expect(sent?.headers).toMatchObject({
			'persona-version': '2020-05-18',
			'key-inflection': 'kebab',
		});
	});

	it('counts a repetition as redacted before, by the state of the account', async () => {
		const accounts = add(3);
		const first = outputOf(await run(rowsOf(accounts), FOR_REAL));
		const again = outputOf(await run(rowsOf(accounts), FOR_REAL));
		expect(outcomes(again)).toEqual(Array(3).fill('alreadyRedacted'));
		expect(again.map(({ json }) => json.redactedAt)).toEqual(
			first.map(({ json }) => json.redactedAt),
		);
	});

	it('does not believe a conflict whose account is not redacted', async () => {
		const [account] = add(1);
		const errors = [{ title: 'Conflict', details: 'Account already redacted' }];
		redactions.fault(account!, { kind: 'status', status: 409, body: { errors } });
		expect(errorOf(await run(rowsOf([account!]), FOR_REAL))?.message).toBe(
			'Item 0: Persona reports a conflict, and the account is not redacted (HTTP 409)',
		);
	});

	it('takes the account in a conflict for what it says, as older versions answer', async () => {
		const [account] = add(1, { redactedAt: EARLIER });
		const attributes = { 'redacted-at': null };
		const body = { data: { type: 'account', id: account!.id, attributes } };
		redactions.fault(account!, { kind: 'status', status: 409, body });
		const [item] = outputOf(await run(rowsOf([account!]), FOR_REAL));
		expect(item?.json).toMatchObject({ outcome: 'alreadyRedacted', redactedAt: EARLIER });
	});

	it('says redacted where the answer to the first attempt was lost', async () => {
		const [account] = add(1);
		redactions.fault(account!, { kind: 'dropConnection', when: 'afterWrite' });
		const [item] = outputOf(await run(rowsOf([account!]), FOR_REAL));
		expect(item?.json).toMatchObject({ outcome: 'redacted', redactedAt: account!.redactedAt });
		expect(deleted()).toHaveLength(2);
	});

	it('says redacted before where an attempt was lost and the account was redacted long ago', async () => {
		const [account] = add(1, { redactedAt: EARLIER });
		redactions.fault(account!, { kind: 'dropConnection', when: 'beforeWrite' });
		const [item] = outputOf(await run(rowsOf([account!]), FOR_REAL));
		expect(item?.json).toMatchObject({ outcome: 'alreadyRedacted', redactedAt: EARLIER });
	});

	it('redacts an account once that several items ask for', async () => {
		const [account] = add(1);
		const rows = [...rowsOf([account!]), { accountId: ` ${account!.id} ` }];
		const items = outputOf(await run(rows, FOR_REAL));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 0 }, { item: 1 }]]);
		expect(deleted()).toHaveLength(1);
	});

	it.each([
		['a page', { kind: 'html', status: 404 }],
		['no body', { kind: 'emptyBody', status: 404 }],
		['JSON', { kind: 'status', status: 404, body: { message: 'no Route matched' } }],
	] as const)(
		'does not take a 404 with %s for an account that does not exist',
		async (_, fault) => {
			for (const parameters of [FOR_REAL, {}]) {
				redactions.sandbox.faults.add(fault);
				const error = errorOf(await run(rowsOf(add(1)), parameters));
				expect(error?.message).toBe('Persona has nothing at this address (HTTP 404)');
			}
			expect(redactedIds()).toEqual([]);
		},
	);

	it('does not take an answer about another account for a receipt', async () => {
		const [account, other] = add(2);
		const data = {
			type: 'account',
			id: other!.id,
			attributes: { 'redacted-at': EARLIER },
		};
		redactions.fault(account!, { kind: 'status', status: 200, body: { data } });
		expect(errorOf(await run(rowsOf([account!]), FOR_REAL))?.message).toBe(
			'The answer did not come from Persona (HTTP 200)',
		);
	});

	it.each([undefined, null, '', ' ', '..', {}, ['act_1']])(
		'sends nothing for the account ID %j',
		async (accountId) => {
			const error = errorOf(await run([{ accountId } as IDataObject], FOR_REAL));
			expect(error?.message).toMatch(/'Account ID' (holds no ID|is not text)$/);
			expect(redactions.sandbox.requests).toEqual([]);
		},
	);

	it.each(['act_1/../act_2', 'act_1?x=1', 'ä', '%2e%2e'])(
		'keeps the account ID %j in its place in the address',
		async (accountId) => {
			add(2);
			await run([{ accountId }], FOR_REAL);
			expect(deleted()).toEqual([`/accounts/${encodeURIComponent(accountId)}`]);
			expect(redactedIds()).toEqual([]);
		},
	);
});

describe('Maximum Accounts', () => {
	it.each([undefined, 3])('stops before the first request when exceeded (%j)', async (most) => {
		const rows = rowsOf(add((most ?? 100) + 1));
		const options = most === undefined ? {} : { maximumAccounts: most };
		for (const by of [{}, BY_REFERENCE_ID]) {
			const error = errorOf(await run(rows, { ...FOR_REAL, ...by, options }));
			expect(error?.message).toBe(
				`There are ${rows.length} accounts, more than 'Maximum Accounts' allows`,
			);
		}
		expect(redactions.sandbox.requests).toEqual([]);
	});

	it('fails every account under Continue when exceeded, and redacts none', async () => {
		const accounts = add(3);
		const rows = [...rowsOf(accounts), ...rowsOf(accounts.slice(0, 1)), { accountId: '' }];
		const parameters = { ...FOR_REAL, options: { maximumAccounts: 2 } };
		for (const by of [{}, BY_REFERENCE_ID]) {
			const result = await run(rows, { ...parameters, ...by }, CONTINUE);
			const items = outputOf(result);
			const message = "There are 3 accounts, more than 'Maximum Accounts' allows";
			expect(items.map((item) => [item.json.outcome, reasonIn(item)?.message])).toEqual([
				['failed', expect.stringMatching(/^Item 4: /)],
				...[0, 1, 2].map((index) => ['failed', `Item ${index}: ${message}`]),
			]);
			expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
				{ item: 4 },
				[{ item: 0 }, { item: 3 }],
				[{ item: 1 }],
				[{ item: 2 }],
			]);
			expect(hintsOf(result)).toEqual(['0 accounts redacted, 4 not possible: see the last items']);
		}
		expect(redactions.sandbox.requests).toEqual([]);
	});

	it('counts accounts, not items', async () => {
		const rows = rowsOf(add(3));
		const parameters = { ...FOR_REAL, options: { maximumAccounts: 3 } };
		expect(outputOf(await run([...rows, ...rows], parameters))).toHaveLength(3);
	});

	it('counts the accounts of reference IDs with several', async () => {
		add(1);
		add(1, { accountTypeName: 'Business' });
		const options = { maximumAccounts: 1, allAccounts: true };
		const parameters = { ...FOR_REAL, ...BY_REFERENCE_ID, options };
		const error = errorOf(await run([{ reference_id: 'r-0' }], parameters));
		expect(error?.message).toBe("There are 2 accounts, more than 'Maximum Accounts' allows");
		expect(deleted()).toEqual([]);
	});

	it.each([0, 1.5, 'many'])('has to be a whole number: %j', async (maximumAccounts) => {
		const error = errorOf(await run(rowsOf(add(1)), { options: { maximumAccounts } }));
		expect(error?.message).toBe("'Maximum Accounts' is not a whole number from 1");
	});
});

describe('by reference ID', () => {
	const parameters = { ...FOR_REAL, ...BY_REFERENCE_ID };
	const asked = [{ reference_id: 'r-0' }];

	it('redacts exactly the accounts that have one of them', async () => {
		const accounts = add(250);
		const wanted = accounts.filter((_, index) => index % 2 === 0);
		const options = { maximumAccounts: 200 };
		const items = outputOf(await run(rowsOf(wanted), { ...parameters, options }));
		expect(outcomes(items)).toEqual(Array(125).fill('redacted'));
		expect(redactedIds()).toEqual(wanted.map(({ id }) => id));
	});

	it('never redacts what Persona returns beyond what was asked for', async () => {
		const [one, other] = add(2);
		const data = [one!, other!].map(({ id, referenceId }) => {
			return { type: 'account', id, attributes: { 'reference-id': referenceId } };
		});
		const body = { data, links: { prev: null, next: null } };
		redactions.sandbox.faults.add({ kind: 'status', status: 200, body });
		await run(asked, parameters);
		expect(redactedIds()).toEqual([one!.id]);
	});

	it('redacts nothing when the key hides reference IDs', async () => {
		const [one] = add(1);
		const data = [{ type: 'account', id: one!.id, attributes: { 'redacted-at': null } }];
		const body = { data, links: { prev: null, next: null } };
		redactions.sandbox.faults.add({ kind: 'status', status: 200, body });
		const error = errorOf(await run(asked, parameters));
		expect(error?.message).toBe('Persona shows accounts without their reference IDs');
		expect(deleted()).toEqual([]);
	});

	it('refuses one with several accounts, and goes on with the others under Continue', async () => {
		const single = add(2)[1]!;
		add(1, { accountTypeName: 'Business' });
		const rows = [...asked, { reference_id: 'r-1' }];
		const items = outputOf(await run(rows, parameters, CONTINUE));
		expect(outcomes(items)).toEqual(['redacted', 'failed']);
		expect(reasonIn(items[1]!)).toMatchObject({
			message: 'Item 0: 2 accounts have this reference ID',
			description: "Use the account ID, or turn on 'Redact All With Same Reference ID'.",
		});
		expect(redactedIds()).toEqual([single.id]);
	});

	it('redacts none under Stop Workflow when one has several accounts', async () => {
		add(2);
		add(1, { accountTypeName: 'Business' });
		const error = errorOf(await run([{ reference_id: 'r-1' }, ...asked], parameters));
		expect(error?.message).toBe('Item 1: 2 accounts have this reference ID');
		expect(error?.description).toContain('Nothing was redacted.');
		expect(deleted()).toEqual([]);
	});

	it('takes all of them with the option', async () => {
		add(1);
		add(1, { accountTypeName: 'Business' });
		const items = outputOf(await run(asked, { ...parameters, options: { allAccounts: true } }));
		expect(outcomes(items)).toEqual(['redacted', 'redacted']);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 0 }], [{ item: 0 }]]);
	});

	it('refuses one that differs in upper and lower case', async () => {
		add(1, { referenceId: 'R-0' });
		const error = errorOf(await run(asked, parameters));
		expect(error?.message).toBe(
			'Item 0: The reference ID of the account differs in upper and lower case',
		);
		expect(deleted()).toEqual([]);
	});

	it('says that one was redacted before, without asking again', async () => {
		add(1, { redactedAt: EARLIER });
		const [item] = outputOf(await run(asked, parameters));
		expect(item?.json).toMatchObject({ outcome: 'alreadyRedacted', redactedAt: EARLIER });
		expect(deleted()).toEqual([]);
	});

	it.each([undefined, '', 'a,b', 'x'.repeat(2000)])('sends nothing for %j', async (id) => {
		const error = errorOf(await run([{ reference_id: id }], parameters));
		expect(error?.message).toBe(
			"Item 0: 'Reference ID' is empty, or accounts can't be looked up by it",
		);
		expect(redactions.sandbox.requests).toEqual([]);
	});

	it('redacts nothing when not all accounts could be looked up', async () => {
		const on = { path: '/accounts' };
		const accounts = add(150);
		redactions.sandbox.faults.add({ kind: 'slow', milliseconds: 1, on });
		redactions.sandbox.faults.add({ kind: 'status', status: 403, on });
		const options = { maximumAccounts: 150 };
		const items = outputOf(await run(rowsOf(accounts), { ...parameters, options }, CONTINUE));
		expect(outcomes(items)).toEqual(Array(150).fill('failed'));
		expect(items.map(({ json }) => json.referenceId)).toEqual(
			accounts.map(({ referenceId }) => referenceId),
		);
		expect(items.map((item) => reasonIn(item)?.message)).toEqual(
			accounts.map(
				(_, index) => `Item ${index}: Persona does not allow this with this API key (HTTP 403)`,
			),
		);
		expect(deleted()).toEqual([]);
	});
});

it('undoes an import with the example: only what it created is redacted', async () => {
	const file = JSON.parse(
		readFileSync(join(__dirname, '../../examples/undo-an-import.json'), 'utf8'),
	) as WorkflowFile;
	const [existing] = add(1);
	const { access } = redactions;
	const rows = ['r-0', 'r-1', 'r-2'].map((reference_id) => ({ reference_id, name_first: 'Ann' }));
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
	expect(existing).toMatchObject({ redactedAt: null, nameFirst: SECRET });
});
