import { CONTINUE, hintsOf, outputOf, reasonIn } from '../support/engine';
import { BY_REFERENCE_ID, errorOf, FOR_REAL, Redactions, rowsOf } from '../support/redactions';

const redactions = new Redactions();

describe('Maximum Accounts', () => {
	it.each([undefined, 3])('stops before the first request when exceeded (%j)', async (most) => {
		const rows = rowsOf(redactions.add((most ?? 100) + 1));
		const options = most === undefined ? {} : { maximumAccounts: most };
		for (const by of [{}, BY_REFERENCE_ID]) {
			const error = errorOf(await redactions.run(rows, { ...FOR_REAL, ...by, options }));
			expect(error?.message).toBe(
				`There are ${rows.length} accounts, more than 'Maximum Accounts' allows`,
			);
		}
		expect(redactions.sandbox.requests).toEqual([]);
	});

	it('fails every account under Continue when exceeded, and redacts none', async () => {
		const accounts = redactions.add(3);
		const rows = [...rowsOf(accounts), ...rowsOf(accounts.slice(0, 1)), { accountId: '' }];
		const parameters = { ...FOR_REAL, options: { maximumAccounts: 2 } };
		for (const by of [{}, BY_REFERENCE_ID]) {
			const result = await redactions.run(rows, { ...parameters, ...by }, CONTINUE);
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
		const rows = rowsOf(redactions.add(3));
		const parameters = { ...FOR_REAL, options: { maximumAccounts: 3 } };
		expect(outputOf(await redactions.run([...rows, ...rows], parameters))).toHaveLength(3);
	});

	it('counts the accounts of reference IDs with several', async () => {
		redactions.add(1);
		redactions.add(1, { accountTypeName: 'Business' });
		const options = { maximumAccounts: 1, allAccounts: true };
		const parameters = { ...FOR_REAL, ...BY_REFERENCE_ID, options };
		const error = errorOf(await redactions.run([{ reference_id: 'r-0' }], parameters));
		expect(error?.message).toBe("There are 2 accounts, more than 'Maximum Accounts' allows");
		expect(redactions.deleted()).toEqual([]);
	});

	it.each([0, 1.5, 'many'])('has to be a whole number: %j', async (maximumAccounts) => {
		const error = errorOf(
			await redactions.run(rowsOf(redactions.add(1)), { options: { maximumAccounts } }),
		);
		expect(error?.message).toBe("'Maximum Accounts' is not a whole number from 1");
	});
});
