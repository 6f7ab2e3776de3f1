import { CONTINUE, outputOf, reasonIn } from '../support/engine';
import {
	BY_REFERENCE_ID,
	EARLIER,
	errorOf,
	FOR_REAL,
	outcomes,
	Redactions,
	rowsOf,
} from '../support/redactions';

const redactions = new Redactions();

describe('by reference ID', () => {
	const parameters = { ...FOR_REAL, ...BY_REFERENCE_ID };
	const asked = [{ reference_id: 'r-0' }];

	it('redacts exactly the accounts that have one of them', async () => {
		const accounts = redactions.add(250);
		const wanted = accounts.filter((_, index) => index % 2 === 0);
		const options = { maximumAccounts: 200 };
		const items = outputOf(await redactions.run(rowsOf(wanted), { ...parameters, options }));
		expect(outcomes(items)).toEqual(Array(125).fill('redacted'));
		expect(redactions.redactedIds()).toEqual(wanted.map(({ id }) => id));
	});

	it('never redacts what Persona returns beyond what was asked for', async () => {
		const [one, other] = redactions.add(2);
		const data = [one!, other!].map(({ id, referenceId }) => {
			return { type: 'account', id, attributes: { 'reference-id': referenceId } };
		});
		const body = { data, links: { prev: null, next: null } };
		redactions.sandbox.faults.add({ kind: 'status', status: 200, body });
		await redactions.run(asked, parameters);
		expect(redactions.redactedIds()).toEqual([one!.id]);
	});

	it('redacts nothing when the key hides reference IDs', async () => {
		const [one] = redactions.add(1);
		const data = [{ type: 'account', id: one!.id, attributes: { 'redacted-at': null } }];
		const body = { data, links: { prev: null, next: null } };
		redactions.sandbox.faults.add({ kind: 'status', status: 200, body });
		const error = errorOf(await redactions.run(asked, parameters));
		expect(error?.message).toBe('Persona shows accounts without their reference IDs');
		expect(redactions.deleted()).toEqual([]);
	});

	it('refuses one with several accounts, and goes on with the others under Continue', async () => {
		const single = redactions.add(2)[1]!;
		redactions.add(1, { accountTypeName: 'Business' });
		const rows = [...asked, { reference_id: 'r-1' }];
		const items = outputOf(await redactions.run(rows, parameters, CONTINUE));
		expect(outcomes(items)).toEqual(['redacted', 'failed']);
		expect(reasonIn(items[1]!)).toMatchObject({
			message: 'Item 0: 2 accounts have this reference ID',
			description: "Use the account ID, or turn on 'Redact All With Same Reference ID'.",
		});
		expect(redactions.redactedIds()).toEqual([single.id]);
	});

	it('redacts none under Stop Workflow when one has several accounts', async () => {
		redactions.add(2);
		redactions.add(1, { accountTypeName: 'Business' });
		const error = errorOf(await redactions.run([{ reference_id: 'r-1' }, ...asked], parameters));
		expect(error?.message).toBe('Item 1: 2 accounts have this reference ID');
		expect(error?.description).toContain('Nothing was redacted.');
		expect(redactions.deleted()).toEqual([]);
	});

	it('takes all of them with the option', async () => {
		redactions.add(1);
		redactions.add(1, { accountTypeName: 'Business' });
		const items = outputOf(
			await redactions.run(asked, { ...parameters, options: { allAccounts: true } }),
		);
		expect(outcomes(items)).toEqual(['redacted', 'redacted']);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 0 }], [{ item: 0 }]]);
	});

	it('refuses one that differs in upper and lower case', async () => {
		redactions.add(1, { referenceId: 'R-0' });
		const error = errorOf(await redactions.run(asked, parameters));
		expect(error?.message).toBe(
			'Item 0: The reference ID of the account differs in upper and lower case',
		);
		expect(redactions.deleted()).toEqual([]);
	});

	it('says that one was redacted before, without asking again', async () => {
		redactions.add(1, { redactedAt: EARLIER });
		const [item] = outputOf(await redactions.run(asked, parameters));
		expect(item?.json).toMatchObject({ outcome: 'alreadyRedacted', redactedAt: EARLIER });
		expect(redactions.deleted()).toEqual([]);
	});

	it.each([undefined, '', 'a,b', 'x'.repeat(2000)])('sends nothing for %j', async (id) => {
		const error = errorOf(await redactions.run([{ reference_id: id }], parameters));
		expect(error?.message).toBe(
			"Item 0: 'Reference ID' is empty, or accounts can't be looked up by it",
		);
		expect(redactions.sandbox.requests).toEqual([]);
	});

	it('redacts nothing when not all accounts could be looked up', async () => {
		const on = { path: '/accounts' };
		const accounts = redactions.add(150);
		redactions.sandbox.faults.add({ kind: 'slow', milliseconds: 1, on });
		redactions.sandbox.faults.add({ kind: 'status', status: 403, on });
		const options = { maximumAccounts: 150 };
		const items = outputOf(
			await redactions.run(rowsOf(accounts), { ...parameters, options }, CONTINUE),
		);
		expect(outcomes(items)).toEqual(Array(150).fill('failed'));
		expect(items.map(({ json }) => json.referenceId)).toEqual(
			accounts.map(({ referenceId }) => referenceId),
		);
		expect(items.map((item) => reasonIn(item)?.message)).toEqual(
			accounts.map(
				(_, index) => `Item ${index}: Persona does not allow this with this API key (HTTP 403)`,
			),
		);
		expect(redactions.deleted()).toEqual([]);
	});
});
