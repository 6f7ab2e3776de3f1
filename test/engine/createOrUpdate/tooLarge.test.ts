import type { NodeApiError } from 'n8n-workflow';

import { BatchJobs, POST } from '../support/batchJobs';

const jobs = new BatchJobs().use();

it.each(['update', 'upsert'])(
	'%s: rows that are too many lead to its own option',
	async (operation) => {
		// The first request only finds out whether the API key may use batch jobs.
		jobs.sandbox.faults.add({ kind: 'slow', milliseconds: 0, on: POST });
		jobs.sandbox.faults.add({ kind: 'status', status: 413, on: POST });
		const result = await jobs.run([{ Id: 'a', Email: 'ada@example.com' }], { operation });
		const { message, description } = result.data.resultData.error as NodeApiError;
		expect([message, description]).toEqual([
			'The file is too large for Persona (HTTP 413)',
			expect.stringContaining("Set 'Rows per Batch Job' to a smaller number."),
		]);
		expect(description).not.toContain('CSV');
	},
);
