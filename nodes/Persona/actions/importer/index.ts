import type { INodeProperties } from 'n8n-workflow';

import * as getImporter from './get.operation';
import * as getManyImporters from './getAll.operation';
import * as waitForImporters from './wait.operation';

export { getImporter, getManyImporters, waitForImporters };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['importer'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				description: 'Retrieve an import with its status and counters',
				action: 'Get importer',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'Retrieve a list of imports, the newest first',
				action: 'Get many importers',
			},
			{
				name: 'Wait for Completion',
				value: 'wait',
				description: 'Wait until Persona has finished imports, and retrieve them',
				action: 'Wait for importers',
			},
		],
		default: 'get',
	},
	...getImporter.description,
	...getManyImporters.description,
	...waitForImporters.description,
];
