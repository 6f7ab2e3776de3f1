import type { INodeProperties } from 'n8n-workflow';

import * as getBatchJob from './get.operation';
import * as getBatchJobErrors from './getErrors.operation';
import * as waitForBatchJobs from './wait.operation';

export { getBatchJob, getBatchJobErrors, waitForBatchJobs };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['batchJob'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				description: 'Retrieve a batch job with its status and counters',
				action: 'Get batch job',
			},
			{
				name: 'Get Errors',
				value: 'getErrors',
				description: 'Retrieve the rows that a batch job could not write, without their values',
				action: 'Get errors of batch job',
			},
			{
				name: 'Wait for Completion',
				value: 'wait',
				description: 'Wait until Persona has finished batch jobs, and retrieve them',
				action: 'Wait for batch jobs',
			},
		],
		default: 'get',
	},
	...getBatchJob.description,
	...getBatchJobErrors.description,
	...waitForBatchJobs.description,
];
