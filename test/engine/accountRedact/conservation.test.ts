import type { INodeExecutionData } from 'n8n-workflow';

import type { Fault } from '../../../sandbox';
import { hintsOf, outputOf, reasonsIn } from '../support/engine';
import { EARLIER, FOR_REAL, Redactions, rowsOf } from '../support/redactions';

const redactions = new Redactions();
const WRONG: Fault = { kind: 'status', status: 422 };

/** 1,000 accounts, of which one in a hundred is lost on the way, one wrong, and one was redacted before. */
function prepare() {
	const accounts = redactions.add(1000);
	const every = (rest: number) => accounts.filter((_, index) => index % 100 === rest);
	const [lost, wrong, before] = [every(50), every(60), every(70)];
	for (const account of before) account.redactedAt = EARLIER;
	for (const account of lost) {
		redactions.fault(account, { kind: 'dropConnection', when: 'afterWrite' });
	}
	for (const account of wrong) redactions.fault(account, WRONG);
	redactions.fault(accounts[300]!, { kind: 'dropConnection', when: 'beforeWrite' });
	redactions.fault(accounts[400]!, { kind: 'status', status: 500 });
	redactions.fault(accounts[500]!, { kind: 'rateLimited', resetSeconds: 20 });
	return { accounts, wrong, before };
}

const itemsOf = ({ pairedItem }: INodeExecutionData) =>
	[pairedItem].flat().map((paired) => (paired as { item: number }).item);

it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
	'keeps a receipt for every account of 1,000, %s',
	async (onError) => {
		const { accounts, wrong, before } = prepare();
		const bystanders = redactions.add(10, { referenceId: null });
		const unknown = Array.from({ length: 5 }, (_, index) => ({ accountId: `act_unknown${index}` }));
		const rows = [...rowsOf(accounts), ...unknown, { accountId: '' }];
		const parameters = { ...FOR_REAL, options: { maximumAccounts: 2000 } };
		const result = await redactions.run(rows, parameters, { onError });
		const items = [...outputOf(result), ...outputOf(result, 1)];

		const linked = items.flatMap(itemsOf).sort((one, two) => one - two);
		expect(linked).toEqual(rows.map((_, index) => index));
		const ids = (outcome: string) =>
			items.filter(({ json }) => json.outcome === outcome).map(({ json }) => json.accountId);
		const others = new Set([...wrong, ...before]);
		const redacted = accounts.filter((account) => !others.has(account)).map(({ id }) => id);
		expect(ids('redacted')).toEqual(redacted);
		expect(ids('alreadyRedacted')).toEqual(before.map(({ id }) => id));
		expect(ids('notFound')).toEqual(unknown.map(({ accountId }) => accountId));
		const failed = ids('failed').filter((id) => id !== '' && id !== null);
		expect(failed.sort()).toEqual(wrong.map(({ id }) => id).sort());
		expect(outputOf(result, 1)).toHaveLength(onError === 'continueErrorOutput' ? 11 : 0);
		expect(bystanders.map(({ redactedAt }) => redactedAt)).toEqual(Array(10).fill(null));
		const asked = new Set([...redacted, ...before.map(({ id }) => id)]);
		expect(redactions.redactedIds().filter((id) => !asked.has(id))).toEqual([]);
		expect(hintsOf(result)).toEqual([
			`980 accounts redacted, 10 redacted before, 5 not found, 11 not possible: see ${reasonsIn(onError)}`,
		]);
		// Paced: never sent into a used-up limit but where a fault said so.
		const limited = redactions.sandbox.requests.filter(({ status }) => status === 429);
		expect(limited).toHaveLength(1);
	},
	120_000,
);
