import {
	addAccounts,
	outcomeOf,
	rowItem,
	type Snapshot,
} from '../../../nodes/Persona/pipeline/outcomes';

const account = (id: string, referenceId: unknown, key = 'reference-id') => ({
	type: 'account',
	id,
	attributes: { [key]: referenceId as string },
});

function snapshot(...found: [id: string, referenceId: string][]): Snapshot {
	const result: Snapshot = { accounts: new Map(), complete: true };
	addAccounts(
		result,
		found.map(([id, referenceId]) => account(id, referenceId)),
	);
	return result;
}

describe('a snapshot of accounts', () => {
	it('groups them by reference ID, without regard to case and blanks, each once', () => {
		const seen = snapshot(['act_1', 'A'], ['act_2', ' a '], ['act_3', 'b'], ['act_1', 'a']);
		expect(seen.accounts).toEqual(
			new Map([
				['a', ['act_1', 'act_2']],
				['b', ['act_3']],
			]),
		);
	});

	it.each(['reference-id', 'referenceId', 'reference_id'])('reads %s', (key) => {
		const seen = snapshot();
		expect(addAccounts(seen, [account('act_1', 'x', key)])).toBe(true);
		expect(seen.accounts.get('x')).toEqual(['act_1']);
	});

	it('passes over an account without a reference ID, and says when they are not shown', () => {
		const seen = snapshot();
		expect(addAccounts(seen, [account('act_1', null), account('act_2', 'x')])).toBe(true);
		expect([...seen.accounts.keys()]).toEqual(['x']);
		expect(addAccounts(seen, [{ type: 'account', id: 'act_3' }])).toBe(false);
		expect(addAccounts(seen, [account('act_3', undefined)])).toBe(false);
	});
});

describe('the outcome of a reference ID', () => {
	const none = snapshot();
	const one = snapshot(['act_1', 'x']);
	const two = snapshot(['act_1', 'x'], ['act_2', 'X']);
	const three = snapshot(['act_3', 'x'], ['act_1', 'x'], ['act_2', 'x']);
	const unseen: Snapshot = { accounts: new Map(), complete: false };

	it.each([
		['nothing, one', none, one, 'created', 'act_1'],
		['one, one', one, one, 'alreadyExisted', 'act_1'],
		['one, another beside it', one, two, 'created', 'act_2'],
		['two, two', two, two, 'alreadyExisted', null],
		['two, a third', two, three, 'created', 'act_3'],
		['nothing, two', none, two, 'created', null],
		['one, nothing any more', one, none, 'alreadyExisted', 'act_1'],
		['nothing, nothing', none, none, 'notFound', null],
		['nothing, not asked', none, unseen, 'unverifiable', null],
		['one, not asked', one, unseen, 'alreadyExisted', 'act_1'],
	])('%s', (_, before, after, outcome, accountId) => {
		expect(outcomeOf(' X', before, after, true)).toEqual({ outcome, accountId });
		const open = outcome === 'notFound' ? 'pending' : outcome;
		expect(outcomeOf(' X', before, after, false)).toEqual({ outcome: open, accountId });
	});
});

it('an item holds IDs, and null for none', () => {
	const seen = { outcome: 'notFound', accountId: null } as const;
	expect(rowItem(7, '', seen, 'mprt_1')).toEqual({
		json: { row: 7, referenceId: null, outcome: 'notFound', accountId: null, importerId: 'mprt_1' },
		pairedItem: { item: 7 },
	});
	expect(rowItem(0, 'crm-1', { outcome: 'created', accountId: 'act_1' }, 'mprt_1').json).toEqual({
		row: 0,
		referenceId: 'crm-1',
		outcome: 'created',
		accountId: 'act_1',
		importerId: 'mprt_1',
	});
});
