import fc from 'fast-check';

import { matchFields } from '../../../../nodes/Persona/pipeline/mapping';
import { RUNS } from '../../support/property';
import { columnOf } from '../../support/rows';
import { columnFields, columns } from './support';

describe('which field is taken', () => {
	const byRank = ['Account ID', 'id', 'External ID', 'Reference-ID', 'reference_id'];

	test("the own name, then IDs made to refer from outside, the record's own, and somebody else's, in any order", () => {
		for (let rank = 0; rank < byRank.length; rank++) {
			const fields = byRank.slice(0, rank + 1);
			for (const order of [fields, [...fields].reverse()]) {
				const match = matchFields(order, columns);
				expect(match.fieldOf).toEqual(new Map([['reference_id', fields[rank]]]));
				expect(match.passedOver.map(({ field }) => field)).toEqual(fields.slice(0, rank).reverse());
			}
		}
	});

	test.each([[['surname', 'Last Name']], [['Last Name', 'surname']]])(
		'within a class the name that comes first there: %j',
		(fields) => {
			expect(matchFields(fields, columns)).toEqual({
				fieldOf: new Map([['name_last', 'Last Name']]),
				passedOver: [{ field: 'surname', column: 'name_last', taken: 'Last Name' }],
				unmatched: [],
				doubtful: [],
			});
		},
	);

	test('among spellings of one name the field that was seen first', () => {
		expect(columnFields('SURNAME', 'surname')).toEqual({ name_last: 'SURNAME' });
		expect(columnFields('surname', 'SURNAME')).toEqual({ name_last: 'surname' });
	});

	test('the second of two columns with one name only where the first one is not', () => {
		expect(columnFields('Last Name_1', 'Last Name')).toEqual({ name_last: 'Last Name' });
		expect(columnFields('Last Name_1')).toEqual({});
	});

	test('IDs that are likely of something else are told', () => {
		expect(matchFields(['AccountId', 'Id', 'OwnerId'], columns).doubtful).toEqual([
			'AccountId',
			'OwnerId',
		]);
	});

	test('a second name is the last one only where no other is', () => {
		expect(columnFields('Second Name', 'First Name')).toEqual({
			name_first: 'First Name',
			name_last: 'Second Name',
		});
		expect(columnFields('Second Name', 'Last Name')).toEqual({
			name_middle: 'Second Name',
			name_last: 'Last Name',
		});
	});

	test('what counts only with certain values is left aside where there are no values', () => {
		expect(columnFields('Social', 'Seguro Social')).toEqual({});
	});

	test('what fits no column is named, in its order', () => {
		const { unmatched } = matchFields(['Phone', 'first', 'Email'], columns);
		expect(unmatched).toEqual(['Phone', 'Email']);
	});

	test('columns without synonyms of either kind match by name only', () => {
		expect(matchFields(['Id'], [columnOf('value')])).toEqual({
			fieldOf: new Map(),
			passedOver: [],
			unmatched: ['Id'],
			doubtful: [],
		});
	});
});

test('property: every field is taken, passed over or unmatched, and only one of them', () => {
	const known = columns.flatMap((column) => [
		column.name,
		...column.names.flatMap(({ names }) => names),
		'id',
		'Id',
	]);
	const field = fc.oneof(
		fc.constantFrom(...known),
		fc.constantFrom(...known).map((name) => name.toUpperCase()),
		fc.constantFrom(...known).map((name) => name.replaceAll(/[ _]/g, '-')),
		fc.string({ maxLength: 8 }),
	);
	fc.assert(
		fc.property(fc.uniqueArray(field, { maxLength: 40 }), (fields) => {
			const { fieldOf, passedOver, unmatched } = matchFields(fields, columns);
			const placed = [...fieldOf.values(), ...passedOver.map((entry) => entry.field), ...unmatched];
			expect([...placed].sort()).toEqual([...fields].sort());
			for (const { column, taken } of passedOver) expect(fieldOf.get(column)).toBe(taken);
		}),
		RUNS,
	);
});
