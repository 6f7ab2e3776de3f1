import type { INodeExecutionData } from 'n8n-workflow';

import { hintsOf, outputOf } from '../support/engine';
import { jsonOf, RowsOutput } from '../support/rowsOutput';

const imports = new RowsOutput().use({ processingMilliseconds: 5 });
const outcomesOf = (items: INodeExecutionData[]) => jsonOf(items).map(({ outcome }) => outcome);

describe('One Item per Row, with several account types', () => {
	const other = { accountTypeName: 'Business' };

	it('an account of another type does not keep a new one from being created', async () => {
		const business = imports.sandbox.addAccount({ referenceId: 'c-1', ...other });
		const run = await imports.run([{ reference_id: 'C-1' }]);
		const { id } = imports.imported('C-1');
		expect(id).not.toBe(business.id);
		expect(jsonOf(outputOf(run))).toMatchObject([{ outcome: 'created', accountId: id }]);
		expect(hintsOf(run)).toEqual([]);
	});

	it('gives no account ID when it could be more than one', async () => {
		imports.sandbox.addAccount({ referenceId: 'c-1', ...other });
		imports.sandbox.addAccount({ referenceId: 'C-1' });
		const run = await imports.run([{ reference_id: 'c-1' }, { reference_id: 'c-2' }]);
		expect(jsonOf(outputOf(run))).toMatchObject([
			{ outcome: 'alreadyExisted', accountId: null },
			{ outcome: 'created', accountId: imports.imported('c-2').id },
		]);
		expect(hintsOf(run)).toEqual([
			'1 row without account ID, as several accounts have the reference ID',
		]);
	});

	it('follows the pages when there are more accounts than IDs', async () => {
		const rows = Array.from({ length: 90 }, (_, row) => ({ reference_id: `c-${row}` }));
		const accounts = rows.map(({ reference_id: referenceId }) =>
			imports.sandbox.addAccount({ referenceId, ...other }),
		);
		const run = await imports.run(rows);
		expect(new Set(outcomesOf(outputOf(run)))).toEqual(new Set(['created']));
		const asked = imports.sandbox.requests.filter(({ path }) => path === '/accounts');
		expect(asked.map(({ query }) => query['page[after]'])).toEqual([
			undefined,
			undefined,
			expect.stringMatching(/^act_/),
		]);
		expect(jsonOf(outputOf(run)).map(({ accountId }) => accountId)).not.toEqual(
			expect.arrayContaining([accounts[0]!.id]),
		);
	});
});
