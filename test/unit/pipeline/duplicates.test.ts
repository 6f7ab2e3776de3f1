import fc from 'fast-check';

import { settleDuplicates, type DuplicatePolicy } from '../../../nodes/Persona/pipeline/duplicates';
import { checkRows, problemOf } from '../../../nodes/Persona/pipeline/checkRows';
import { duplicateSentence } from '../../../nodes/Persona/pipeline/rules';
import type { CheckedRows } from '../../../nodes/Persona/pipeline/types';
import { RUNS } from '../support/property';
import { checkedOf, columnOf, manyRows, rowsOf, sourceOf } from '../support/rows';
import { ruleContext } from '../support/rules';
import { abortedSignal } from '../support/signals';

const columns = [columnOf('name'), columnOf('reference_id')];

function checkedIds(...ids: readonly string[]): CheckedRows {
	return checkedOf(columns, rowsOf(...ids.map((id, index) => [`name ${index}`, id])));
}

async function settle(policy: DuplicatePolicy, ...ids: readonly string[]) {
	const settled = await settleDuplicates(checkedIds(...ids), 'reference_id', policy);
	return {
		rows: settled.rows.map(({ itemIndex }) => itemIndex),
		rejected: settled.rejected.map(({ itemIndex }) => itemIndex),
		merged: settled.merged.map(({ itemIndex, keptItemIndex }) => [itemIndex, keptItemIndex]),
	};
}

const ids = ['a', 'b', ' A ', '', 'c', 'B', '', 'a\t'];

test.each<[DuplicatePolicy, Awaited<ReturnType<typeof settle>>]>([
	['reject', { rows: [3, 4, 6], rejected: [0, 1, 2, 5, 7], merged: [] }],
	[
		'keepFirst',
		{
			rows: [0, 1, 3, 4, 6],
			rejected: [],
			merged: [
				[2, 0],
				[5, 1],
				[7, 0],
			],
		},
	],
	[
		'keepLast',
		{
			rows: [3, 4, 5, 6, 7],
			rejected: [],
			merged: [
				[0, 7],
				[1, 5],
				[2, 7],
			],
		},
	],
	['send', { rows: [0, 1, 2, 3, 4, 5, 6, 7], rejected: [], merged: [] }],
])('%s', async (policy, result) => {
	expect(await settle(policy, ...ids)).toEqual(result);
});

test('each of the rejected has one problem, that of the unique column', async () => {
	const ids = checkedIds('x', 'X', 'x', 'y');
	const { rejected } = await settleDuplicates(ids, 'reference_id', 'reject');
	const problem = (code: 'duplicate' | 'duplicateExceptCase', item: number) => [
		problemOf('reference_id', code, duplicateSentence(code, item)),
	];
	expect(rejected).toEqual([
		{ itemIndex: 0, problems: problem('duplicateExceptCase', 1) },
		{ itemIndex: 1, problems: problem('duplicateExceptCase', 0) },
		{ itemIndex: 2, problems: problem('duplicate', 0) },
	]);
	expect(rejected[2]?.problems[0]?.message).toMatch(/^is the same ID as that of item 0;/);
});

test('the ID of a row that is rejected for something else is taken all the same', async () => {
	const columns = [columnOf('name'), columnOf('reference_id', 'referenceId')];
	const items = [
		{ name: {}, reference_id: 'a' },
		{ name: 'Ann', reference_id: 'A' },
		{ name: 'Bob', reference_id: 'b' },
		{ name: true, reference_id: 'c' },
	];
	const checked = await checkRows(sourceOf(columns, items), items.length, ruleContext());
	const settled = await settleDuplicates(checked, 'reference_id', 'reject');
	const codes = settled.rejected.map(({ itemIndex, problems }) => [
		itemIndex,
		...problems.map(({ code }) => code),
	]);
	expect(codes).toEqual([
		[0, 'notText', 'duplicateExceptCase'],
		[1, 'duplicateExceptCase'],
		[3, 'booleanValue'],
	]);
	expect(settled.rows.map(({ itemIndex }) => itemIndex)).toEqual([2]);
	const kept = await settleDuplicates(checked, 'reference_id', 'keepFirst');
	expect(kept.rows.map(({ itemIndex }) => itemIndex)).toEqual([1, 2]);
});

test('those that were rejected before stay, all in the order of the items', async () => {
	const before = { itemIndex: 1, problems: [problemOf('name', 'notText')] };
	const rows = rowsOf(['', 'x'], ['', 'gone'], ['', 'x']).filter((row) => row.itemIndex !== 1);
	const checked = { ...checkedOf(columns, rows), rejected: [before], blankRows: 4 };
	const settled = await settleDuplicates(checked, 'reference_id', 'reject');
	expect(settled.rejected.map(({ itemIndex }) => itemIndex)).toEqual([0, 1, 2]);
	expect(settled.rejected[1]).toBe(before);
	expect(settled.blankRows).toBe(4);
});

test.each(['reject', 'keepFirst', 'keepLast', 'send'] as const)(
	'%s changes nothing without a unique column, or without repeats',
	async (policy) => {
		const twice = checkedIds('x', 'x');
		expect(await settleDuplicates(twice, undefined, policy)).toEqual(twice);
		expect(await settleDuplicates(twice, 'not in use', policy)).toEqual(twice);
		const once = checkedIds('x', 'y', '', '');
		expect(await settleDuplicates(once, 'reference_id', policy)).toEqual(once);
	},
);

test('property: what is kept is unique, and something of each repeated ID is kept', async () => {
	const id = fc.constantFrom('a', 'A', ' a', 'b', 'B ', 'c', '');
	const fold = (text: string) => text.trim().toLowerCase();
	await fc.assert(
		fc.asyncProperty(
			fc.array(id),
			fc.constantFrom('keepFirst', 'keepLast'),
			async (texts, policy) => {
				const settled = await settleDuplicates(
					checkedIds(...texts),
					'reference_id',
					policy as DuplicatePolicy,
				);
				const kept = settled.rows.map(({ cells }) => fold(cells[1] ?? '')).filter((text) => text);
				expect(new Set(kept).size).toBe(kept.length);
				expect(new Set(kept)).toEqual(new Set(texts.map(fold).filter((text) => text)));
			},
		),
		RUNS,
	);
});

test('can be stopped', async () => {
	const many = checkedOf([columnOf('reference_id')], manyRows(200_000));
	await expect(settleDuplicates(many, 'reference_id', 'reject', abortedSignal())).rejects.toThrow(
		'cancelled',
	);
});
