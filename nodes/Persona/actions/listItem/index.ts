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
				description: 'Add items to a list in bulk, such as email addresses to a block list',
				action: 'Import list items',
			},
		],
		default: 'import',
	},
	...importListItems.description,
];
