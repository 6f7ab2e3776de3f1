import type { NodeOperationError } from 'n8n-workflow';

import { DryRuns, GOOD_ROWS } from '../support/dryRuns';
import { outputOf } from '../support/engine';

const dryRuns = new DryRuns();

describe('a dry run, on and off', () => {
	it.each([
		['={{ "true" }}', "'Dry Run' is neither on nor off", 'dryRun'],
		['={{ null }}', "'Dry Run' is neither on nor off", 'dryRun'],
		[
			'={{ "yes" }}',
			"'Show SSNs in Preview' is neither on nor off",
			'dryRunShowSocialSecurityNumbers',
		],
	])('%s: sends nothing and says which option it is', async (value, message, name) => {
		const error = (await dryRuns.run(GOOD_ROWS, { [name]: value })).data.resultData.error;
		expect((error as NodeOperationError).message).toBe(message);
		expect((error as NodeOperationError).description).toContain('Nothing was sent.');
	});

	it.each([true, '={{ true }}', '={{ $input.first().json.reference_id === "c-1" }}'])(
		'%p is on',
		async (value) => {
			expect(outputOf(await dryRuns.run(GOOD_ROWS, { dryRun: value }))[0]!.json['dry-run']).toBe(
				true,
			);
		},
	);

	it('sends nothing for other output either', async () => {
		const parameters = { output: 'rows', waitForCompletion: true };
		const items = outputOf(await dryRuns.run(GOOD_ROWS, {}, { parameters }));
		expect(items).toMatchObject([{ json: { 'dry-run': true } }]);
	});
});
