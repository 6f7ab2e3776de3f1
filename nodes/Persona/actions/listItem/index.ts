import type { INodeProperties } from 'n8n-workflow';

import * as importListItems from './import.operation';

export { importListItems };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['listItem'] } },
		options: [
			{
				name: 'Import',
				value: 'import',
				description: 'Put items on a list in bulk, such as email addresses on a block list',
				action: 'Import list items',
			},
		],
		default: 'import',
	},
	...importListItems.description,
];
