import type { IDataObject } from 'n8n-workflow';

import type { HostInstance } from '../support/host';
import { PEOPLE, TAXPAYERS } from '../support/workflow';

const TYPE = 'acttp_SandboxAccountTypeUser';

/** @param parameters of the Persona node beside those that every run has */
function upsert(parameters: IDataObject = {}) {
	const columns = { mappingMode: 'autoMapInputData', value: null };
	const options = { pollInterval: 1 };
	return {
		...{ resource: 'account', operation: 'upsert', accountTypeId: TYPE, output: 'rows' },
		...{ columns, options },
		...parameters,
	} as never;
}

export function writesThroughBatchJobs(host: () => HostInstance): void {
	const outcomes = ([items = []]: { json: IDataObject }[][]) =>
		items.map(({ json }) => [json.referenceId, json.outcome]);

	it('creates accounts, updates them, and says which rows Persona did not write', async () => {
		const rows = PEOPLE.map((person, row) => ({
			...person,
			'Signup Source': row === 1 ? 'web' : '',
		}));
		const written = PEOPLE.map((person) => [person['Contact ID'], 'written']);
		const first = await host().run({ rows }, { parameters: upsert() });
		expect(outcomes(first.outputs as never)).toEqual(written);
		expect(first.hints).toEqual(['3 rows written: 3 created, 0 updated', TAXPAYERS]);
		expect(first.metadata).toEqual({
			persona_batch_job_id: host().sandbox.batchJobs()[0]!.id,
		});
		const onError = 'continueErrorOutput';
		const { outputs } = await host().run({ rows }, { parameters: upsert(), onError });
		expect(outcomes(outputs as never)).toEqual([written[0], written[2]]);
		expect((outputs as { json: IDataObject }[][])[1]).toMatchObject([
			{
				json: {
					...rows[1],
					error: 'Item 1: Persona could not write this row: Field ••• has already been set',
				},
			},
		]);
	});

	it('writes what is mapped by hand', async () => {
		const value = {
			reference_id: '={{ $json["Contact ID"] }}',
			is_vip: '={{ $json.SSN !== "" }}',
			plan: 'team',
		};
		const columns = { mappingMode: 'defineBelow', value, matchingColumns: [], schema: [] };
		await host().run({ rows: PEOPLE }, { parameters: upsert({ columns }) });
		expect(
			host()
				.sandbox.accounts()
				.map(({ fields }) => fields),
		).toEqual([true, true, false].map((is_vip) => ({ is_vip, plan: 'team' })));
	});

	it('shows a batch job and its errors', async () => {
		const job = host().sandbox.addBatchJob({
			rows: [{ reference_id: 'a' }],
			rowErrors: [{ rowNumber: 1, message: 'No record found with unique id "a"' }],
		});
		const parameters = { resource: 'batchJob', operation: 'getErrors' };
		const { outputs } = await host().run({ rows: [{ id: job.id }] }, { parameters });
		expect(outputs).toMatchObject([
			[
				{
					json: {
						id: `${job.id}:1`,
						attributes: { 'error-message': 'No record found with unique id •••', 'row-number': 1 },
					},
				},
			],
		]);
	});
}
