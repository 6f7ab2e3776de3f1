import { checkItems, table } from '../../support/checkItems';

describe('broken text', () => {
	test('a file that was read with the wrong encoding', async () => {
		const { items, messages } = await checkItems(
			table('reference_id,name_first,name_last', 'C-1,Jos\ufffd,Mu\ufffdoz', 'C-2,J\ufffdrgen,Ray'),
		);
		expect(items).toEqual({
			0: ['replacementCharacter', 'replacementCharacter'],
			1: ['replacementCharacter'],
		});
		expect(messages).toEqual([expect.stringContaining('read with the wrong encoding')]);
	});

	test('text that was decoded twice', async () => {
		const { items, warnings } = await checkItems(
			table(
				'reference_id,name_first,name_last',
				'C-1,FranÃ§ois,LefÃ¨vre',
				'C-2,Juan JosÃ©,Oâ€™Neil',
				'C-3,François,Lefèvre',
			),
		);
		expect(items[2]).toEqual(['C-3', 'François', 'Lefèvre']);
		expect(warnings).toEqual({
			'decodedTwice name_first': [0, 1],
			'decodedTwice name_last': [0, 1],
		});
	});

	test('spaces and invisible characters around text, or nothing else', async () => {
		const { items } = await checkItems([
			{ reference_id: '\u3000C-1', name_first: '\u00a0Ann ', name_last: 'Lee ' },
			{ reference_id: 'C-2 ', name_first: 'Bob\t', name_last: '\u200bRay' },
			{ reference_id: 'C-3', name_first: '\u00a0', name_last: ' ' },
			{ reference_id: 'C-4', name_first: '\u200b', name_last: '.' },
			{ reference_id: '\u200b', name_first: 'Eve', name_last: '' },
		]);
		expect(items).toEqual({
			0: ['C-1', 'Ann', 'Lee'],
			1: ['C-2', 'Bob', 'Ray'],
			2: ['C-3', '', ''],
			3: ['C-4', '', '.'],
			4: ['', 'Eve', ''],
		});
	});

	test('the last lines of a report', async () => {
		const { items, warnings } = await checkItems([
			{ reference_id: 'C-1', name_first: 'Ann', birthdate: '1990-04-05' },
			{ reference_id: 'Total', name_first: 1 },
			{ name_first: 'Reference: this report was made on 2024-01-01' },
		]);
		expect(Object.keys(items)).toHaveLength(3);
		expect(warnings).toEqual({
			'reportLine reference_id': [1],
			'unlikelyName name_first': [1, 2],
		});
	});
});
