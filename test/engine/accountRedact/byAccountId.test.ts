import type { IDataObject } from 'n8n-workflow';

import { hintsOf, outputOf } from '../support/engine';
import {
	EARLIER,
	errorOf,
	FOR_REAL,
	outcomes,
	Redactions,
	REQUEST_ID,
	rowsOf,
	SECRET,
} from '../support/redactions';

const redactions = new Redactions();

describe('by account ID', () => {
	it('redacts the accounts that were asked for, and gives a receipt for each', async () => {
		const accounts = redactions.add(4);
		const result = await redactions.run(rowsOf(accounts.slice(1, 3)), FOR_REAL);
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
		expect(redactions.redactedIds()).toEqual([accounts[1]!.id, accounts[2]!.id]);
		expect(hintsOf(result)).toEqual(['2 accounts redacted']);
		expect(JSON.stringify(result.data.resultData.runData.Persona)).not.toContain(SECRET);
	});

	it('asks for nothing personal, in the chosen version', async () => {
		await redactions.run(rowsOf(redactions.add(1)), {
			...FOR_REAL,
			options: { personaVersion: '2020-05-18' },
		});
		const [sent] = redactions.sandbox.requests;
		expect(sent?.query).toEqual({ 'fields[account]': 'reference-id,redacted-at' });
		expect(sent?.headers).toMatchObject({
			'persona-version': '2020-05-18',
			'key-inflection': 'kebab',
		});
	});

	it('counts a repetition as redacted before, by the state of the account', async () => {
		const accounts = redactions.add(3);
		const first = outputOf(await redactions.run(rowsOf(accounts), FOR_REAL));
		const again = outputOf(await redactions.run(rowsOf(accounts), FOR_REAL));
		expect(outcomes(again)).toEqual(Array(3).fill('alreadyRedacted'));
		expect(again.map(({ json }) => json.redactedAt)).toEqual(
			first.map(({ json }) => json.redactedAt),
		);
	});

	it('does not believe a conflict whose account is not redacted', async () => {
		const [account] = redactions.add(1);
		const errors = [{ title: 'Conflict', details: 'Account already redacted' }];
		redactions.fault(account!, { kind: 'status', status: 409, body: { errors } });
		expect(errorOf(await redactions.run(rowsOf([account!]), FOR_REAL))?.message).toBe(
			'Item 0: Persona reports a conflict, and the account is not redacted (HTTP 409)',
		);
	});

	it('takes the account in a conflict for what it says, as older versions answer', async () => {
		const [account] = redactions.add(1, { redactedAt: EARLIER });
		const attributes = { 'redacted-at': null };
		const body = { data: { type: 'account', id: account!.id, attributes } };
		redactions.fault(account!, { kind: 'status', status: 409, body });
		const [item] = outputOf(await redactions.run(rowsOf([account!]), FOR_REAL));
		expect(item?.json).toMatchObject({ outcome: 'alreadyRedacted', redactedAt: EARLIER });
	});

	it('says redacted where the answer to the first attempt was lost', async () => {
		const [account] = redactions.add(1);
		redactions.fault(account!, { kind: 'dropConnection', when: 'afterWrite' });
		const [item] = outputOf(await redactions.run(rowsOf([account!]), FOR_REAL));
		expect(item?.json).toMatchObject({ outcome: 'redacted', redactedAt: account!.redactedAt });
		expect(redactions.deleted()).toHaveLength(2);
	});

	it('says redacted before where an attempt was lost and the account was redacted long ago', async () => {
		const [account] = redactions.add(1, { redactedAt: EARLIER });
		redactions.fault(account!, { kind: 'dropConnection', when: 'beforeWrite' });
		const [item] = outputOf(await redactions.run(rowsOf([account!]), FOR_REAL));
		expect(item?.json).toMatchObject({ outcome: 'alreadyRedacted', redactedAt: EARLIER });
	});

	it('redacts an account once that several items ask for', async () => {
		const [account] = redactions.add(1);
		const rows = [...rowsOf([account!]), { accountId: ` ${account!.id} ` }];
		const items = outputOf(await redactions.run(rows, FOR_REAL));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 0 }, { item: 1 }]]);
		expect(redactions.deleted()).toHaveLength(1);
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
				const error = errorOf(await redactions.run(rowsOf(redactions.add(1)), parameters));
				expect(error?.message).toBe('Persona has nothing at this address (HTTP 404)');
			}
			expect(redactions.redactedIds()).toEqual([]);
		},
	);

	it('does not take an answer about another account for a receipt', async () => {
		const [account, other] = redactions.add(2);
		const data = {
			type: 'account',
			id: other!.id,
			attributes: { 'redacted-at': EARLIER },
		};
		redactions.fault(account!, { kind: 'status', status: 200, body: { data } });
		expect(errorOf(await redactions.run(rowsOf([account!]), FOR_REAL))?.message).toBe(
			'The answer did not come from Persona (HTTP 200)',
		);
	});

	it.each([undefined, null, '', ' ', '..', {}, ['act_1']])(
		'sends nothing for the account ID %j',
		async (accountId) => {
			const error = errorOf(await redactions.run([{ accountId } as IDataObject], FOR_REAL));
			expect(error?.message).toMatch(/'Account ID' (holds no ID|is not text)$/);
			expect(redactions.sandbox.requests).toEqual([]);
		},
	);

	it.each(['act_1/../act_2', 'act_1?x=1', 'ä', '%2e%2e'])(
		'keeps the account ID %j in its place in the address',
		async (accountId) => {
			redactions.add(2);
			await redactions.run([{ accountId }], FOR_REAL);
			expect(redactions.deleted()).toEqual([`/accounts/${encodeURIComponent(accountId)}`]);
			expect(redactions.redactedIds()).toEqual([]);
		},
	);
});
