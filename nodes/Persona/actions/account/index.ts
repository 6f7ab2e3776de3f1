import type { INodeProperties } from 'n8n-workflow';

import * as importAccounts from './import.operation';

export { importAccounts };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['account'] } },
		options: [
			{
				name: 'Import',
				value: 'import',
				description: 'Create accounts in bulk from input items or CSV files',
				action: 'Import accounts',
			},
		],
		default: 'import',
	},
	...importAccounts.description,
];
