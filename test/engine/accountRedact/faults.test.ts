import type { Fault, StoredAccount } from '../../../sandbox';
import { CONTINUE, outputOf, personaRun, reasonIn } from '../support/engine';
import { FOR_REAL, outcomes, Redactions, REQUEST_ID, rowsOf } from '../support/redactions';

const redactions = new Redactions();
const MODES = ['continueRegularOutput', 'continueErrorOutput'] as const;
const DOWN: Fault = { kind: 'status', status: 503, times: 50 };
const WRONG: Fault = { kind: 'status', status: 422 };

const receipt = (account: StoredAccount, item: number) => ({
	json: {
		accountId: account.id,
		referenceId: account.referenceId,
		outcome: 'redacted',
		redactedAt: account.redactedAt,
		requestId: REQUEST_ID,
	},
	pairedItem: [{ item }],
});

const MESSAGE = 'Persona did not accept the request (HTTP 422)';

/** Persona's answer to a redaction with a status that is only about this account. */
const failure = (account: StoredAccount, item: number, isRouted: boolean) => ({
	json: {
		// n8n adds the fields of the input item on the way to the error output.
		...(isRouted ? { reference_id: account.referenceId } : {}),
		accountId: account.id,
		referenceId: null,
		outcome: 'failed',
		redactedAt: null,
		requestId: REQUEST_ID,
		error: `Item ${item}: ${MESSAGE}`,
		details: {
			row: item,
			problems: [{ column: '', field: null, code: 'run', message: MESSAGE }],
			help: expect.any(String) as string,
		},
	},
	pairedItem: [{ item }],
});

describe.each(['stopWorkflow', ...MODES] as const)('On Error: %s', (onError) => {
	const isRouted = onError === 'continueErrorOutput';

	it.each([
		['all', []],
		['some', [1]],
		['none', [0, 1, 2]],
	])('%s of the accounts get through', async (_, wrong) => {
		const accounts = redactions.add(3);
		for (const index of wrong) redactions.fault(accounts[index]!, WRONG);
		const result = await redactions.run(rowsOf(accounts), FOR_REAL, { onError });
		const first = wrong[0] ?? accounts.length;
		if (onError === 'stopWorkflow' && wrong.length > 0) {
			expect(personaRun(result)).toMatchObject({
				executionStatus: 'error',
				error: { message: MESSAGE, context: { itemIndex: first } },
			});
			expect(outputOf(result)).toEqual([]);
			expect(redactions.redactedIds()).toEqual(accounts.slice(0, first).map(({ id }) => id));
			return;
		}
		const isWrong = (index: number) => wrong.includes(index);
		const receipts = accounts.flatMap((account, index) =>
			isWrong(index) ? [] : [receipt(account, index)],
		);
		const failures = wrong.map((index) => failure(accounts[index]!, index, isRouted));
		expect(outputOf(result)).toEqual(isRouted ? receipts : [...receipts, ...failures]);
		expect(outputOf(result, 1)).toEqual(isRouted ? failures : []);
		expect(redactions.redactedIds()).toEqual(receipts.map(({ json }) => json.accountId));
	});
});

describe('when something does not get through', () => {
	it('Stop Workflow names what was redacted, and stops there', async () => {
		const accounts = redactions.add(5);
		redactions.fault(accounts[2]!, DOWN);
		const { error } = personaRun(await redactions.run(rowsOf(accounts), FOR_REAL));
		const [one, two] = accounts;
		expect(error?.message).toBe('Persona is not available right now (HTTP 503)');
		expect(error?.description).toContain('It is not known whether this account was redacted');
		expect(error?.description).toContain(
			`Before that, 2 accounts were redacted: ${one!.id}, ${two!.id}. You can run this node again`,
		);
		expect(redactions.redactedIds()).toEqual([one!.id, two!.id]);
	});

	it('does not leave open what was certainly not carried out', async () => {
		const accounts = redactions.add(1);
		redactions.fault(accounts[0]!, WRONG);
		const { error } = personaRun(await redactions.run(rowsOf(accounts), FOR_REAL));
		expect(error?.description).toContain('Nothing was redacted.');
		expect(error?.description).not.toContain('not known');
	});

	it.each<[string, Fault]>([
		['429 with the time until the limit starts anew', { kind: 'rateLimited', resetSeconds: 20 }],
		[
			'429 with Retry-After',
			{ kind: 'status', status: 429, headers: { 'retry-after': '40' }, times: 1 },
		],
		['a 500', { kind: 'status', status: 500 }],
		['a 503 after the work', { kind: 'status', status: 503, when: 'afterWrite' }],
		['a connection that was reset before', { kind: 'dropConnection', when: 'beforeWrite' }],
		['a connection that was reset after the work', { kind: 'dropConnection', when: 'afterWrite' }],
	])('goes on after %s', async (_, fault) => {
		const accounts = redactions.add(3);
		redactions.fault(accounts[1]!, fault);
		const before = redactions.clock.now();
		const items = outputOf(await redactions.run(rowsOf(accounts), FOR_REAL));
		expect(items).toEqual(accounts.map(receipt));
		expect(redactions.deleted()).toHaveLength(4);
		const waited = redactions.clock.now() - before;
		const asked = fault.kind === 'rateLimited' ? 20_000 : 'headers' in fault ? 40_000 : 5_000;
		expect(waited).toBeGreaterThanOrEqual(asked);
	});

	it('gives up after three in a row without an answer, and says which were not tried', async () => {
		const accounts = redactions.add(6);
		for (const account of accounts.slice(1)) redactions.fault(account, DOWN);
		const before = redactions.clock.now();
		const items = outputOf(await redactions.run(rowsOf(accounts), FOR_REAL, CONTINUE));
		expect(outcomes(items)).toEqual(['redacted', ...Array<string>(5).fill('failed')]);
		expect(items.slice(1).map((item) => reasonIn(item)?.message)).toEqual([
			'Item 1: Persona is not available right now (HTTP 503)',
			'Item 2: Persona is not available right now (HTTP 503)',
			'Item 3: Persona is not available right now (HTTP 503)',
			'Item 4: The account was not tried',
			'Item 5: The account was not tried',
		]);
		const tried = accounts.slice(4).map(({ id }) => `/accounts/${id}`);
		expect(redactions.deleted().filter((path) => tried.includes(path))).toEqual([]);
		// n8n Cloud ends an execution after 300 seconds.
		expect(redactions.clock.now() - before).toBeLessThan(200_000);
	});

	it('tries further accounts after a few that did not get through', async () => {
		const accounts = redactions.add(9);
		for (const index of [0, 1, 3, 4, 6, 7]) redactions.fault(accounts[index]!, DOWN);
		redactions.fault(accounts[5]!, WRONG);
		const items = outputOf(await redactions.run(rowsOf(accounts), FOR_REAL, CONTINUE));
		expect(items.slice(0, 2)).toEqual([receipt(accounts[2]!, 2), receipt(accounts[8]!, 8)]);
		expect(outcomes(items.slice(2))).toEqual(Array(7).fill('failed'));
	});

	it.each([401, 403])('sends nothing more after a %d', async (status) => {
		const accounts = redactions.add(3);
		redactions.fault(accounts[0]!, { kind: 'status', status });
		const items = outputOf(await redactions.run(rowsOf(accounts), FOR_REAL, CONTINUE));
		expect(items.map((item) => reasonIn(item)?.message)).toEqual([
			expect.stringContaining(`(HTTP ${status})`),
			'Item 1: The account was not tried',
			'Item 2: The account was not tried',
		]);
		expect(redactions.deleted()).toHaveLength(1);
	});

	it('links an account that failed to all items that ask for it', async () => {
		const [account] = redactions.add(1);
		redactions.fault(account!, WRONG);
		const rows = rowsOf([account!, account!]);
		const items = outputOf(await redactions.run(rows, FOR_REAL, CONTINUE));
		const { json } = failure(account!, 0, false);
		expect(items).toEqual([{ json, pairedItem: [{ item: 0 }, { item: 1 }] }]);
	});

	it('shows nothing of what Persona repeats', async () => {
		const [account] = redactions.add(1);
		const errors = [{ title: 'Record invalid', details: '"Wilhelmina" 666-12-3456' }];
		redactions.fault(account!, { ...WRONG, body: { errors } } as Fault);
		const { data } = await redactions.run(rowsOf([account!]), FOR_REAL);
		expect(JSON.stringify(data.resultData)).not.toMatch(/Wilhelmina|666-12/);
	});
});
