import type { INodeProperties } from 'n8n-workflow';

import * as importAccounts from './import.operation';
import * as updateAccounts from './update.operation';
import * as upsertAccounts from './upsert.operation';

export { importAccounts, updateAccounts, upsertAccounts };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['account'] } },
		options: [
			{
				name: 'Create or Update',
				value: 'upsert',
				description: 'Create a new record, or update the current one if it already exists (upsert)',
				action: 'Create or update accounts',
			},
			{
				name: 'Import',
				value: 'import',
				description: 'Create accounts in bulk from input items or CSV files',
				action: 'Import accounts',
			},
			{
				name: 'Update',
				value: 'update',
				description: 'Change accounts in bulk that exist already',
				action: 'Update accounts',
			},
		],
		default: 'import',
	},
	...importAccounts.description,
	...updateAccounts.description,
	...upsertAccounts.description,
];
