import type { INodeExecutionData } from 'n8n-workflow';

import { hintsOf, outputOf } from '../support/engine';
import { jsonOf, RowsOutput } from '../support/rowsOutput';

const imports = new RowsOutput().use({ processingMilliseconds: 5 });
const outcomesOf = (items: INodeExecutionData[]) => jsonOf(items).map(({ outcome }) => outcome);

describe('One Item per Row, looked up by reference ID', () => {
	it('asks for nothing but reference IDs, before and after the import has finished', async () => {
		await imports.run([{ reference_id: 'c-1' }], { keyInflection: 'camel', include: 'creator' });
		const gets = imports.sandbox.requests.filter(({ path }) => path === '/accounts');
		expect(gets.map(({ query }) => query)).toEqual([
			{ 'filter[reference-id]': 'c-1', 'fields[account]': 'reference-id', 'page[size]': '100' },
			{ 'filter[reference-id]': 'c-1', 'fields[account]': 'reference-id', 'page[size]': '100' },
		]);
		expect(gets[0]!.headers).toMatchObject({ 'key-inflection': 'kebab' });
		const steps = imports.sandbox.requests.map(
			({ method, path }) => `${method} ${path.split('/')[1]}`,
		);
		expect(steps.slice(0, 3)).toEqual(['GET accounts', 'POST importer', 'GET importers']);
		expect(steps.at(-1)).toBe('GET accounts');
	});

	it('keeps addresses short and percent-encoded, whatever the IDs hold', async () => {
		const ids = [
			...Array.from({ length: 120 }, (_, index) => `${index}-5f0c6f0a-0b5e-4c7e-9d0e-1a2b3c4d5e6f`),
			...Array.from({ length: 40 }, (_, index) => `客户 ${index} & co. = 100% + ?#/\\"'`),
		];
		const run = await imports.run(ids.map((id) => ({ reference_id: id })));
		expect(new Set(outcomesOf(outputOf(run)))).toEqual(new Set(['created']));
		expect(jsonOf(outputOf(run)).map(({ accountId }) => accountId)).toEqual(
			ids.map((id) => imports.imported(id).id),
		);
		expect(imports.lookUps().flat()).toEqual([...ids, ...ids]);
		for (const asked of imports.lookUps()) {
			const query = {
				'filter[reference-id]': asked.join(','),
				'fields[account]': 'reference-id',
				'page[size]': '100',
				'page[after]': 'act_012345678901234567890123',
			};
			const address = `${imports.sandbox.url}/accounts?${new URLSearchParams(query).toString()}`;
			expect(address.length).toBeLessThan(2000);
		}
		expect(imports.lookUps().length).toBeLessThan(20);
	});

	it('compares reference IDs without case, and sends them without spaces around them', async () => {
		const lower = imports.sandbox.addAccount({ referenceId: 'k-1' });
		const run = await imports.run([{ reference_id: 'K-1' }, { reference_id: ' K-2 ' }]);
		expect(jsonOf(outputOf(run))).toMatchObject([
			{ referenceId: 'K-1', outcome: 'alreadyExisted', accountId: lower.id },
			{ referenceId: 'K-2', outcome: 'created', accountId: imports.imported('K-2').id },
		]);
	});

	it('says which rows cannot be looked up', async () => {
		const long = 'x'.repeat(1801);
		const rows = [
			{ reference_id: 'a,b', name_first: 'Ann' },
			{ reference_id: '', name_first: 'Ben' },
			{ reference_id: long, name_first: 'Cleo' },
			{ reference_id: 'x'.repeat(1800), name_first: 'Dee' },
		];
		const run = await imports.run(rows);
		expect(jsonOf(outputOf(run))).toMatchObject([
			{ row: 0, referenceId: 'a,b', outcome: 'unverifiable', accountId: null },
			{ row: 1, referenceId: null, outcome: 'unverifiable', accountId: null },
			{ row: 2, referenceId: long, outcome: 'unverifiable', accountId: null },
			{ row: 3, outcome: 'created', accountId: imports.imported('x'.repeat(1800)).id },
		]);
		expect(hintsOf(run)).toEqual([
			'3 rows cannot be looked up by reference ID: the outcome is unverifiable',
		]);
	});

	it('looks nothing up when no column holds the reference ID', async () => {
		const run = await imports.run([{ name_first: 'Ann' }, { name_first: 'Ben' }]);
		expect(outcomesOf(outputOf(run))).toEqual(['unverifiable', 'unverifiable']);
		expect(imports.lookUps()).toEqual([]);
		expect(imports.sandbox.accounts()).toHaveLength(2);
	});
});
