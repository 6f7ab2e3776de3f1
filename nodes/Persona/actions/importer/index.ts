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
				description: 'Look at an import once: its status and its counters',
				action: 'Get importer',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List imports, the newest first',
				action: 'Get many importers',
			},
			{
				name: 'Wait for Completion',
				value: 'wait',
				description: 'Look at imports again and again until Persona has finished them',
				action: 'Wait for importers',
			},
		],
		default: 'get',
	},
	...getImporter.description,
	...getManyImporters.description,
	...waitForImporters.description,
];
