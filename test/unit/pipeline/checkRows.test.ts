import fc from 'fast-check';

import { settleDuplicates, type DuplicatePolicy } from '../../../nodes/Persona/pipeline/duplicates';
import { ACCOUNT_IMPORT } from '../../../nodes/Persona/pipeline/columns';
import { checkRows, problemOf, UNRESOLVED } from '../../../nodes/Persona/pipeline/checkRows';
import {
	PROBLEM_SENTENCES,
	problemSentence,
	type ProblemCode,
} from '../../../nodes/Persona/pipeline/rules';
import { deepFreeze } from '../support/freeze';
import { expectEqual, RUNS } from '../support/property';
import { columnOf, sourceOf } from '../support/rows';
import { ruleContext } from '../support/rules';
import { abortedSignal } from '../support/signals';

const { columns: accountColumns, uniqueColumn } = ACCOUNT_IMPORT;
const columns = [
	columnOf('reference_id', 'referenceId'),
	columnOf('born', 'birthdate'),
	columnOf('tags', 'tags'),
];

async function check(items: readonly Readonly<Record<string, unknown>>[], inColumns = columns) {
	return await checkRows(sourceOf(inColumns, items), items.length, ruleContext());
}

describe('where an item goes', () => {
	test('to the rows, with its cells in the order of the columns', async () => {
		const checked = await check([{ tags: ['a', 'b'], born: '1990-03-01', reference_id: 7 }]);
		expect(checked).toEqual({
			columns,
			rows: [{ itemIndex: 0, cells: ['7', '1990-03-01', 'a,b'] }],
			rejected: [],
			blankRows: 0,
			merged: [],
			warnings: [],
			rejectedIds: new Map(),
		});
	});

	test('to the blank rows, when no column has a value', async () => {
		const blanks = [
			{},
			{ reference_id: '' },
			{ reference_id: ' \t', born: null, tags: [''] },
			{ reference_id: '\u200b' },
		];
		const { rows, rejected, blankRows } = await check(blanks);
		expect({ rows, rejected, blankRows }).toEqual({ rows: [], rejected: [], blankRows: 4 });
	});

	test('to the rejected, with all that stands against it', async () => {
		const { rejected } = await check([
			{ reference_id: 'ok' },
			{ reference_id: true, born: 'x', tags: [{}] },
		]);
		expect(rejected).toEqual([
			{
				itemIndex: 1,
				problems: [
					problemOf('reference_id', 'booleanValue'),
					problemOf('born', 'dateFormat', problemSentence('dateFormat', ruleContext())),
					problemOf('tags', 'tagNotText'),
				],
			},
		]);
	});

	test('to the rejected, even if the value that cannot go is its only one', async () => {
		const { rejected, blankRows } = await check([{ born: 'x' }]);
		expect({ rejected: rejected.length, blankRows }).toEqual({ rejected: 1, blankRows: 0 });
	});

	test('an expression without a result is told from an empty value', async () => {
		const { rejected } = await check([{ reference_id: UNRESOLVED, born: '' }]);
		expect(rejected[0]?.problems).toEqual([problemOf('reference_id', 'expression')]);
	});
});

describe('required columns', () => {
	const needed = [
		columnOf('value', 'text', true),
		columnOf('note'),
		columnOf('other', 'text', true),
	];

	test.each([
		[{ value: 'a', other: 'b' }, []],
		[{ value: 'a' }, ['other']],
		[{ note: 'x' }, ['value', 'other']],
		[{ value: '  ', other: 'b' }, ['value']],
	])('%p lacks %p', async (item, missing) => {
		const { rejected } = await check([item], needed);
		const problems = rejected.flatMap((row) => row.problems);
		expect(problems).toEqual(missing.map((name) => problemOf(name, 'missing')));
	});

	test('a blank row lacks nothing', async () => {
		const { blankRows, rejected } = await check([{ value: ' ' }], needed);
		expect({ blankRows, rejected }).toEqual({ blankRows: 1, rejected: [] });
	});
});

test('a column sees the column that it depends on, wherever that stands', async () => {
	const value = { ...columnOf('value', 'emailAddressOrDomain'), dependsOn: 'kind' };
	const item = { value: 'example.com', kind: 'email_address' };
	for (const order of [
		[value, columnOf('kind')],
		[columnOf('kind'), value],
	]) {
		const { rejected } = await check([item], order);
		expect(rejected[0]?.problems).toEqual([problemOf('value', 'emailAddress')]);
	}
});

test('stops when it is cancelled', async () => {
	const read = () => {
		const end = performance.now() + 20;
		while (performance.now() < end);
		return ['a'];
	};
	const source = { columns: [columnOf('value')], read };
	await expect(checkRows(source, 50, ruleContext(), abortedSignal())).rejects.toThrow('cancelled');
});

const someValue = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom('', ' ', null, undefined) },
	{ weight: 4, arbitrary: fc.constantFrom('A-1', 'a-1 ', 'a-2', 'A-2', '1', 1) },
	{ weight: 2, arbitrary: fc.constantFrom('1990-03-01', '123-45-6789', ['vip', 'new']) },
	{ weight: 1, arbitrary: fc.anything() },
);
const someItem = fc.record(
	Object.fromEntries(accountColumns.map(({ name }) => [name, someValue])),
	{ requiredKeys: [] },
);
const policy = fc.constantFrom<DuplicatePolicy>('reject', 'keepFirst', 'keepLast', 'send');

test('property: every item is in one place, in order, and none is changed', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(someItem, { maxLength: 30 }), policy, async (items, duplicates) => {
			const checked = await check(deepFreeze(items), [...accountColumns]);
			const settled = await settleDuplicates(deepFreeze(checked), uniqueColumn, duplicates);
			const { rows, rejected, blankRows, merged } = settled;
			const gone = blankRows + merged.length;
			expectEqual(rows.length + rejected.length + gone, items.length);
			const goes = rows.map(({ itemIndex }) => itemIndex);
			const stays = rejected.map(({ itemIndex }) => itemIndex);
			for (const indexes of [goes, stays]) {
				expectEqual(
					indexes,
					[...indexes].sort((a, b) => a - b),
				);
			}
			const all = new Set([...goes, ...stays]);
			expectEqual(all.size, rows.length + rejected.length);
			expectEqual(
				[...all].filter((index) => items[index] === undefined),
				[],
			);
			expectEqual(
				rejected.filter(({ problems }) => problems.length === 0),
				[],
			);
			expectEqual(
				rows.filter(({ cells }) => cells.length !== accountColumns.length),
				[],
			);
		}),
		RUNS,
	);
});

test('property: a value that cannot go is not repeated', async () => {
	const marker = fc.stringMatching(/^[A-Z]{4}[0-9]{4}[A-Z]{4}$/);
	const around = fc.constantFrom(
		(text: string) => `${text}\u0000`,
		(text: string) => `\ud800${text}`,
		(text: string) => ({ [text]: text }),
		(text: string) => [[text], `${text},`],
		(text: string) => text,
	);
	await fc.assert(
		fc.asyncProperty(marker, around, async (text, wrap) => {
			const value = wrap(text);
			const item = Object.fromEntries(accountColumns.map(({ name }) => [name, value]));
			const { rejected } = await check([item], [...accountColumns]);
			expect(rejected).toHaveLength(1);
			expect(JSON.stringify(rejected)).not.toContain(text);
			for (const { code, message } of rejected[0]?.problems ?? []) {
				expectEqual(Object.hasOwn(PROBLEM_SENTENCES, code), true);
				expectEqual(message, problemSentence(code as ProblemCode, ruleContext()));
			}
		}),
		RUNS,
	);
});
