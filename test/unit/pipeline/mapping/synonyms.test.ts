import { foldName } from '../../../../nodes/Persona/pipeline/mapping';
import { columns } from './support';

describe('the table of synonyms', () => {
	const names = columns.map((column) =>
		[
			column.name,
			...column.names
				.filter(({ beside, alone }) => beside === undefined && alone !== true)
				.flatMap((nameClass) => nameClass.names),
		].map(foldName),
	);

	test('no name stands for two columns without a condition', () => {
		const all = names.flatMap((ofColumn) => [...new Set(ofColumn)]);
		expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
	});

	test('none folds to nothing', () => {
		expect(names.flat()).not.toContain('');
	});

	test('has the seven columns that Persona documents, in one order', () => {
		expect(columns.map(({ name }) => name)).toEqual([
			'reference_id',
			'name_first',
			'name_middle',
			'name_last',
			'birthdate',
			'social_security_number',
			'tags',
		]);
	});
});
