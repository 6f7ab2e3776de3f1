import fc from 'fast-check';

import { checkRows } from '../../../nodes/Persona/pipeline/checkRows';
import { expectEqual, RUNS } from '../support/property';
import { columnOf, sourceOf } from '../support/rows';
import { ruleContext } from '../support/rules';

const columns = [columnOf('first', 'text'), columnOf('tags', 'tags'), columnOf('city', 'field')];

type Item = Record<string, unknown>;

/** What becomes of each item: its cells, or the codes of what is wrong with it, and how many warnings there are in all. */
async function verdictsOn(items: readonly Item[]) {
	const { rows, rejected, warnings } = await checkRows(
		sourceOf(columns, items),
		items.length,
		ruleContext(),
	);
	const sent = rows.map(({ itemIndex, cells }) => [itemIndex, cells] as const);
	const others = rejected.map(
		({ itemIndex, problems }) => [itemIndex, problems.map(({ code }) => code)] as const,
	);
	const verdicts = new Map<number, readonly string[]>([...sent, ...others]);
	return { verdicts, warned: warnings.reduce((sum, { count }) => sum + count, 0) };
}

const value = fc.constantFrom<unknown>(
	...['Ann', ' Ann ', 'Null', 'n/a', '1', 'x@y', 'Lee, Ann', 'MÃ¼ller', '', '\u0001'],
	...[1, Number.NaN, true, null, undefined, {}, ['Ann'], ['Ann', 'Null']],
);
const item = fc.record({ first: value, tags: value, city: value });

test('property: what is said of a value does not depend on the rows before it', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 30 }), async (items) => {
			const together = await verdictsOn(items);
			const alone = await Promise.all(items.map(async (one) => await verdictsOn([one])));
			const expected = alone.flatMap(({ verdicts }, index) =>
				[...verdicts.values()].map((verdict) => [index, verdict] as const),
			);
			expectEqual(together.verdicts, new Map(expected));
			expect(together.warned).toBe(alone.reduce((sum, { warned }) => sum + warned, 0));
		}),
		RUNS,
	);
});

test('more different values than are remembered', async () => {
	const items = Array.from({ length: 10_003 }, (_, index) => ({
		first: `Ann${index}`,
		city: 'n/a',
	}));
	const { verdicts } = await verdictsOn([...items, { first: 'Ann10002' }, { first: 'Null' }]);
	expect(verdicts.get(10_002)).toEqual(['placeholder']);
	expect(verdicts.get(10_003)).toEqual(['Ann10002', '', '']);
	expect(verdicts.get(10_004)).toEqual(['Null', '', '']);
});
