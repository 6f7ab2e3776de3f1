import type { INodeProperties } from 'n8n-workflow';

import * as getAccount from './get.operation';
import * as getManyAccounts from './getAll.operation';
import * as importAccounts from './import.operation';
import * as updateAccounts from './update.operation';
import * as upsertAccounts from './upsert.operation';
import * as redactAccounts from './redact.operation';

export {
	getAccount,
	getManyAccounts,
	importAccounts,
	redactAccounts,
	updateAccounts,
	upsertAccounts,
};

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
				name: 'Get',
				value: 'get',
				description: 'Retrieve an account',
				action: 'Get account',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Retrieve accounts by reference ID, or a list of many accounts',
				action: 'Get many accounts',
			},
			{
				name: 'Import',
				value: 'import',
				description: 'Create accounts in bulk from input items or CSV files',
				action: 'Import accounts',
			},
			{
				name: 'Redact',
				value: 'redact',
				description: 'Permanently delete the personal data of accounts',
				action: 'Redact accounts',
			},
			{
				name: 'Update',
				value: 'update',
				description: 'Update existing accounts in bulk',
				action: 'Update accounts',
			},
		],
		default: 'import',
	},
	...getAccount.description,
	...getManyAccounts.description,
	...importAccounts.description,
	...updateAccounts.description,
	...upsertAccounts.description,
	...redactAccounts.description,
];
