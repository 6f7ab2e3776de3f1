import {
	ACCOUNT_IMPORT,
	hasMaskedColumns,
	LIST_ITEM_IMPORTS,
} from '../../../nodes/Persona/pipeline/columns';
import { maskRows } from '../../../nodes/Persona/pipeline/csv';

describe('masking for a preview', () => {
	it('hides social security numbers, and nothing else of accounts', async () => {
		const cells = ACCOUNT_IMPORT.columns.map(({ name }) => name);
		const rows = [{ itemIndex: 4, cells }];
		expect(await maskRows(ACCOUNT_IMPORT.columns, rows)).toEqual([
			{
				itemIndex: 4,
				cells: cells.map((cell) => (cell === 'social_security_number' ? '•••-••-••••' : cell)),
			},
		]);
		expect(rows[0]!.cells).toBe(cells);
	});

	it('leaves empty cells empty', async () => {
		const columns = ACCOUNT_IMPORT.columns.filter(({ mask }) => mask !== undefined);
		expect(await maskRows(columns, [{ itemIndex: 0, cells: [''] }])).toEqual([
			{ itemIndex: 0, cells: [''] },
		]);
	});

	it('is for accounts only', () => {
		expect(hasMaskedColumns(ACCOUNT_IMPORT)).toBe(true);
		expect(Object.values(LIST_ITEM_IMPORTS).some(hasMaskedColumns)).toBe(false);
	});
});
