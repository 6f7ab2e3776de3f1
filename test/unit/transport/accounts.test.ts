import fc from 'fast-check';

import { canBeLookedUp, lookUpAccounts } from '../../../nodes/Persona/transport/accounts';
import type { ErrorContext } from '../../../nodes/Persona/transport/errors';
import { openClient, type Step } from '../support/context';
import { RUNS } from '../support/property';

/** Looks accounts up: what came, page by page, and what each request asked for. */
async function lookUp(ids: Iterable<string>, steps: Step[], errorContext: ErrorContext = {}) {
	const { client, context } = await openClient(steps);
	const pages = [];
	const headers = { 'Key-Inflection': 'camel', 'Persona-Version': '2025-12-08' };
	for await (const page of lookUpAccounts(client, ids, headers, errorContext)) pages.push(page);
	const lists = context.requests.map(({ qs }) => String(qs?.['filter[reference-id]']));
	return { pages, lists, requests: context.requests };
}

const page = (...ids: string[]): Step => ({
	status: 200,
	body: { data: ids.map((id) => ({ id })) },
});

test.each([
	['a', true],
	['a b', true],
	['a'.repeat(1800), true],
	['山'.repeat(200), true],
	[` ${'a'.repeat(1800)}\t`, true],
	['', false],
	[' \n', false],
	['a,b', false],
	[',', false],
	['a'.repeat(1801), false],
	[`${'山'.repeat(200)}a`, false],
])('%j can be looked up: %p', (referenceId, can) => {
	expect(canBeLookedUp(referenceId)).toBe(can);
});

test('asks for IDs and reference IDs alone, whatever the node is set to', async () => {
	const { pages, requests } = await lookUp(['a', 'b'], [page('act_1', 'act_2')]);
	expect(pages).toEqual([[{ id: 'act_1' }, { id: 'act_2' }]]);
	expect(requests.length).toBe(1);
	expect(requests[0]).toMatchObject({
		method: 'GET',
		url: 'https://api.withpersona.com/api/v1/accounts',
		headers: { 'Key-Inflection': 'kebab', 'Persona-Version': '2025-12-08' },
	});
	expect(requests[0]?.qs).toEqual({
		'filter[reference-id]': 'a,b',
		'fields[account]': 'reference-id',
		'page[size]': '100',
	});
});

test.each([
	['nothing', 0, []],
	['one', 1, [1]],
	['as many as one request takes', 99, [99]],
	['one more', 100, [99, 1]],
	['many', 250, [99, 99, 52]],
])('%s: %i IDs', async (_, count, expected) => {
	const ids = Array.from({ length: count }, (_none, index) => `id-${index}`);
	const { lists } = await lookUp(ids, [page()]);
	expect(lists.map((list) => list.split(',').length)).toEqual(expected);
	expect(lists.flatMap((list) => list.split(',')).slice(0, count)).toEqual(ids);
});

// A comma takes three characters in an address.
test.each([
	[[897, 897], 1],
	[[897, 898], 2],
	[[597, 597, 597], 1],
	[[1800, 1800], 2],
])('IDs of %j characters take %i requests', async (lengths, requests) => {
	const ids = lengths.map((length, index) => String(index).repeat(length));
	expect((await lookUp(ids, [page()])).lists.length).toBe(requests);
});

test('property: each ID is in one request, in order, and no address gets too long', async () => {
	const id = fc
		.string({ unit: fc.constantFrom('a', 'é', '山', '😀', '%', ' '), minLength: 1, maxLength: 150 })
		.filter(canBeLookedUp);
	await fc.assert(
		fc.asyncProperty(fc.array(id, { minLength: 1, maxLength: 30 }), async (ids) => {
			const { lists } = await lookUp(ids, [page()]);
			expect(lists.join()).toBe(ids.join());
			for (const list of lists) expect(encodeURIComponent(list).length).toBeLessThanOrEqual(1800);
		}),
		{ numRuns: RUNS.numRuns / 10 },
	);
});

test('what came before is kept when a later request does not get through', async () => {
	const ids = Array.from({ length: 100 }, (_, index) => `secret-${index}`);
	const details = 'secret-99 is not known, nor is X';
	const refusal: Step = { status: 422, body: { errors: [{ title: 'No', details }] } };
	const { client } = await openClient([page('act_1'), refusal]);
	const found: unknown[] = [];
	const looking = (async () => {
		const about = { itemIndex: 4 };
		for await (const some of lookUpAccounts(client, ids, {}, about)) found.push(...some);
	})();
	await expect(looking).rejects.toMatchObject({
		httpCode: '422',
		context: { itemIndex: 4 },
		description: expect.stringMatching(/^Persona says: No: ••• is not known, nor is X\. /),
	});
	expect(found).toEqual([{ id: 'act_1' }]);
});
