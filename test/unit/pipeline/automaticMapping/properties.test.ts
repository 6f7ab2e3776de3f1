import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { ACCOUNT_IMPORT } from '../../../../nodes/Persona/pipeline/columns';
import { fitsOf } from '../../../../nodes/Persona/pipeline/fits';
import { expectEqual, RUNS } from '../../support/property';
import { map, rowsIn } from './support';

const { columns } = ACCOUNT_IMPORT;

/** Names that always fit the same column, whatever else an item has. */
const NAMES = columns.flatMap((column) => [
	column.name,
	...column.names
		.filter(({ beside, alone, looksLike }) => !beside && alone !== true && !looksLike)
		.flatMap(({ names }) => names)
		.filter((name) => name !== 'second name'),
]);

/** Random letters may spell "navn", which fits only beside another field. */
const isUnconditional = (name: string) =>
	fitsOf(name, columns).every(
		({ nameClass }) => !nameClass?.beside && nameClass?.alone !== true && !nameClass?.looksLike,
	);

const spelling = fc.constantFrom(
	(name: string) => name,
	(name: string) => name.toUpperCase(),
	(name: string) => name.replace(/[ _]/g, '-'),
	(name: string) => name.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()),
);
const fieldName = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.tuple(fc.constantFrom(...NAMES), spelling).map(([name, spell]) => spell(name)),
	},
	{ weight: 1, arbitrary: fc.constantFrom('Email', 'Phone', 'Notes', 'createdAt', 'Manager ID') },
	{ weight: 1, arbitrary: fc.string({ maxLength: 6 }).filter(isUnconditional) },
);
const value = fc.constantFrom('a', 'b', 'c', '', ' ', null, 0);
const item = fc.dictionary(fieldName, value, { maxKeys: 12 }) as fc.Arbitrary<IDataObject>;
const items = fc.array(item, { minLength: 1, maxLength: 12 });

const isThere = (cell: unknown) =>
	cell !== undefined && cell !== null && String(cell).trim() !== '';

/** The fields of an item with a value, each with what it fits, without looking at any other item. */
function fittingIn(json: IDataObject) {
	return Object.entries(json).flatMap(([name, cell]) => {
		const [fit] = fitsOf(name, columns);
		return fit !== undefined && isThere(cell) ? [{ name, cell, fit }] : [];
	});
}

test('each row has a value in just the columns that some field of it fits, and from the closest one', async () => {
	await fc.assert(
		fc.asyncProperty(items, async (all) => {
			const rows = rowsIn(await map(all), all.length);
			for (const [index, json] of all.entries()) {
				const fitting = fittingIn(json);
				const filled = Object.entries(rows[index]!).filter(([, cell]) => isThere(cell));
				const expected = new Set(fitting.map(({ fit }) => fit.column.name));
				expectEqual(filled.map(([name]) => name).sort(), [...expected].sort());
				for (const [name, cell] of filled) {
					const candidates = fitting.filter(({ fit }) => fit.column.name === name);
					const closest = Math.min(...candidates.map(({ fit }) => fit.distance));
					const cells = candidates.filter(({ fit }) => fit.distance === closest);
					expectEqual(cells.filter((candidate) => candidate.cell === cell).length > 0, true);
				}
			}
		}),
		RUNS,
	);
});

test('the order of the items changes nothing but the order of the rows', async () => {
	await fc.assert(
		fc.asyncProperty(items, async (all) => {
			const [one, other] = [await map(all), await map([...all].reverse())];
			expectEqual(rowsIn(other, all.length).reverse(), rowsIn(one, all.length));
			expectEqual(other.stop?.code, one.stop?.code);
			expectEqual(new Set(other.ignored), new Set(one.ignored));
			const counts = ({ warnings }: typeof one) =>
				warnings.map(({ code, column, count }) => `${code} ${column} ${count}`).sort();
			expectEqual(counts(other), counts(one));
		}),
		RUNS,
	);
});

test('the order of the fields changes nothing, unless two are spellings of one name', async () => {
	const distinct = fc.uniqueArray(fc.constantFrom(...NAMES), { maxLength: 10 });
	await fc.assert(
		fc.asyncProperty(distinct, fc.infiniteStream(value), async (names, values) => {
			const entries = names.map((name): [string, never] => [name, values.next().value as never]);
			const same = new Map(entries.map(([name]) => [fitsOf(name, columns)[0]!.name, name]));
			const fields = entries.filter(([name]) => [...same.values()].includes(name));
			const rows = rowsIn(await map([Object.fromEntries(fields)]), 1);
			expectEqual(rowsIn(await map([Object.fromEntries([...fields].reverse())]), 1), rows);
		}),
		RUNS,
	);
});

test('two IDs of one class that differ stop the run, and nothing else does it by that reason', async () => {
	await fc.assert(
		fc.asyncProperty(items, async (all) => {
			const differ = all.some((json) => {
				const ids = fittingIn(json).filter(({ fit }) => fit.column.name === 'reference_id');
				const best = Math.min(...ids.map(({ fit }) => fit.distance));
				const level = ids.find(({ fit }) => fit.distance === best)?.fit.level;
				const cells = ids.filter(({ fit }) => fit.level === level).map(({ cell }) => String(cell));
				return new Set(cells).size > 1;
			});
			const { stop } = await map(all);
			if (stop === undefined || stop.code === 'twoIds')
				expectEqual(stop?.code === 'twoIds', differ);
		}),
		RUNS,
	);
});

test('no text and no list holds a value, and every sentence has its form', async () => {
	const named = fc.array(item, { minLength: 1, maxLength: 6 });
	await fc.assert(
		fc.asyncProperty(named, async (all) => {
			const hidden = all.map((json) =>
				Object.fromEntries(
					Object.entries(json).map(([name, cell]) => [
						name,
						isThere(cell) ? `zqx${String(cell)}` : cell,
					]),
				),
			);
			const mapping = await map(hidden);
			expect(JSON.stringify({ ...mapping, columns: [] })).not.toContain('zqx');
			for (const { message, items: first, count } of mapping.warnings) {
				expectEqual(
					[message, message.length <= 120, message.endsWith('.')],
					[message, true, false],
				);
				expectEqual(first.length, Math.min(count, 10));
			}
		}),
		RUNS,
	);
});
