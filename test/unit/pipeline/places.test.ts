import fc from 'fast-check';

import { settleDuplicates } from '../../../nodes/Persona/pipeline/duplicates';
import { splitIntoParts } from '../../../nodes/Persona/pipeline/parts';
import { placesOf } from '../../../nodes/Persona/pipeline/places';
import type { Row } from '../../../nodes/Persona/pipeline/types';
import { RUNS } from '../support/property';
import { checkedOf, columnOf, rowsOf } from '../support/rows';

const referenceIdOf = ({ cells }: Row) => cells[0]!;
const columns = [columnOf('reference_id')];

test('property: each good row is in exactly one place, a merged one where its ID was sent', async () => {
	const id = fc.constantFrom('a', 'A', ' b', 'B', 'c', '');
	await fc.assert(
		fc.asyncProperty(
			fc.array(id, { maxLength: 12 }),
			fc.constantFrom('reject', 'keepFirst', 'keepLast', 'send'),
			fc.integer({ min: 1, max: 5 }),
			async (ids, policy, size) => {
				const all = checkedOf(columns, rowsOf(...ids.map((text) => [text])));
				const { rows, rejected } = await settleDuplicates(all, 'reference_id', policy as 'reject');
				const parts = [...splitIntoParts(rows, size)].map((part) => ({ rows: part }));
				const places = await placesOf(parts, all.rows, referenceIdOf);
				for (const part of parts) {
					for (const { itemIndex } of part.rows) expect(places.sent.get(itemIndex)).toBe(part);
				}
				const items = [
					...places.sent.keys(),
					...places.merged.keys(),
					...rejected.map(({ itemIndex }) => itemIndex),
				];
				expect(items.sort((a, b) => a - b)).toEqual(ids.map((_, index) => index));
				for (const [itemIndex, part] of places.merged) {
					const fold = (text: string) => text.trim().toLowerCase();
					const sent = part.rows.map((row) => fold(referenceIdOf(row)));
					expect(sent).toContain(fold(ids[itemIndex]!));
				}
			},
		),
		RUNS,
	);
});
