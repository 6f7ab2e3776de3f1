import type { INodeProperties } from 'n8n-workflow';

import * as getAccount from './get.operation';
import * as getManyAccounts from './getAll.operation';
import * as importAccounts from './import.operation';

export { getAccount, getManyAccounts, importAccounts };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['account'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				description: 'Retrieve an account',
				action: 'Get account',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Retrieve accounts by their reference IDs, or all of them',
				action: 'Get many accounts',
			},
			{
				name: 'Import',
				value: 'import',
				description: 'Create accounts in bulk from input items or CSV files',
				action: 'Import accounts',
			},
		],
		default: 'import',
	},
	...getAccount.description,
	...getManyAccounts.description,
	...importAccounts.description,
];
