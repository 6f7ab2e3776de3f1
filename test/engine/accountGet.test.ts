import type { INode } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox';
import { hintsOf, importWorkflow, outputOf, personaRun, runWorkflow } from './support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

type Row = Record<string, string>;

async function start(parameters: INode['parameters'], rows: Row[], settings: Partial<INode> = {}) {
	const all = { resource: 'account', ...parameters };
	const access = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
	return await runWorkflow(importWorkflow(rows, { parameters: all, settings }), access);
}

const run = async (parameters: INode['parameters'], rows: Row[]) =>
	outputOf(await start(parameters, rows));

const JANE = {
	nameFirst: 'Jane',
	nameLast: 'Doe',
	birthdate: '1994-12-30',
	socialSecurityNumber: '000-45-6789',
	tags: 'a,b',
};

/** What the node returns with Simplify. */
function simple({ id, createdAt, referenceId }: ReturnType<Sandbox['addAccount']>) {
	return {
		id,
		referenceId,
		accountType: 'User',
		status: 'active',
		tags: ['a', 'b'],
		createdAt,
		updatedAt: createdAt,
		redactedAt: null,
		fields: {
			name: { first: 'Jane', middle: null, last: 'Doe' },
			birthdate: '1994-12-30',
			social_security_number: '000-45-6789',
		},
	};
}

describe('Account: Get', () => {
	it('returns the account of each item, simplified', async () => {
		const one = sandbox.addAccount({ ...JANE, referenceId: 'c-1' });
		const other = sandbox.addAccount({ ...JANE, referenceId: 'c-2' });
		const rows = [{ accountId: other.id }, { accountId: one.id }];
		expect(await run({ operation: 'get' }, rows)).toEqual([
			{ json: simple(other), pairedItem: { item: 0 } },
			{ json: simple(one), pairedItem: { item: 1 } },
		]);
	});

	it('returns what Persona returned without Simplify', async () => {
		const { id } = sandbox.addAccount(JANE);
		const [item] = await run({ operation: 'get', simplify: false }, [{ accountId: id }]);
		expect(item!.json).toMatchObject({
			type: 'account',
			id,
			attributes: { fields: { birthdate: { type: 'date', value: '1994-12-30' } } },
		});
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'has an item for each account and for each that is missing, with %s',
		async (onError) => {
			const account = sandbox.addAccount(JANE);
			const rows = [{ accountId: 'act_unknown' }, { accountId: account.id }, { accountId: '' }];
			const result = await start({ operation: 'get' }, rows, { onError });
			const [first, ...failed] = [...outputOf(result), ...outputOf(result, 1)];
			expect(first).toEqual({ json: simple(account), pairedItem: { item: 1 } });
			expect(outputOf(result, 1)).toHaveLength(onError === 'continueErrorOutput' ? 2 : 0);
			expect(failed.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
				['Item 0: Persona has no account with this ID (HTTP 404)', { item: 0 }],
				["Item 2: 'Account ID' holds no ID", { item: 2 }],
			]);
		},
	);
});

describe('Account: Get Many', () => {
	it('looks up 250 reference IDs in 3 requests and links each account to its item', async () => {
		const rows = Array.from({ length: 250 }, (_, index) => ({ reference_id: `C-${index}` }));
		const accounts = rows.map((_, index) =>
			sandbox.addAccount({ ...JANE, referenceId: `c-${index}` }),
		);
		sandbox.addAccount({ ...JANE, referenceId: 'other' });
		const items = await run({ operation: 'getAll' }, rows);
		expect(sandbox.requests).toHaveLength(3);
		const byItem = (item: (typeof items)[number]) =>
			(item.pairedItem as { item: number }[])[0]!.item;
		expect(items.sort((one, two) => byItem(one) - byItem(two))).toEqual(
			accounts.map((account, item) => ({ json: simple(account), pairedItem: [{ item }] })),
		);
	});

	it('finds reference IDs in any casing, links an account to all items, and says how many have none', async () => {
		const account = sandbox.addAccount({ ...JANE, referenceId: 'c-1' });
		const rows = ['C-1', 'c-2', 'c-1', 'c-3'].map((reference_id) => ({ reference_id }));
		const result = await start({ operation: 'getAll' }, rows);
		expect(outputOf(result)).toEqual([
			{ json: simple(account), pairedItem: [{ item: 0 }, { item: 2 }] },
		]);
		expect(hintsOf(result)).toEqual(['2 reference IDs have no account']);
		expect(sandbox.requests[0]!.query['filter[reference-id]']).toBe('C-1,c-2,c-1,c-3');
	});

	it('does not pass over accounts whose reference IDs the API key hides', async () => {
		const { id } = sandbox.addAccount({ ...JANE, referenceId: 'c-1' });
		const body = { data: [{ type: 'account', id, attributes: {} }], links: { next: null } };
		sandbox.faults.add({ kind: 'status', status: 200, body });
		const { error } = personaRun(await start({ operation: 'getAll' }, [{ reference_id: 'c-1' }]));
		expect(error?.message).toBe('Persona shows accounts without their reference IDs');
	});

	it('lists all accounts, page by page', async () => {
		const accounts = Array.from({ length: 101 }, () => sandbox.addAccount(JANE)).reverse();
		const items = await run({ operation: 'getAll', findBy: 'all', returnAll: true }, [{}]);
		expect(items).toEqual(
			accounts.map((account) => ({ json: simple(account), pairedItem: { item: 0 } })),
		);
	});
});
