import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import * as account from './actions/account';
import * as batchJob from './actions/batchJob';
import * as importer from './actions/importer';
import * as listItem from './actions/listItem';
import { router } from './actions/router';
import { credentialTest, listSearch, resourceMapping } from './methods';

/** Programmatic rather than declarative, because one request covers many items. */
export class Persona implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Persona',
		name: 'persona',
		icon: { light: 'file:../../icons/persona.svg', dark: 'file:../../icons/persona.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle:
			'={{ { get: "Get", getAll: "Get Many", getErrors: "Get Errors", import: "Import", redact: "Redact", update: "Update", upsert: "Create or Update", wait: "Wait" }[$parameter["operation"]] + ": " + { account: "account", batchJob: "batch job", importer: "importer", listItem: "list item" }[$parameter["resource"]] }}',
		description: 'Import accounts and list items into Persona in bulk, and follow the imports',
		defaults: { name: 'Persona' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'personaApi', required: true, testedBy: 'testPersonaApi' }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Account',
						value: 'account',
						description: 'A person whose identity Persona verifies',
					},
					{
						name: 'Batch Job',
						value: 'batchJob',
						description: 'A run in which Persona creates and updates accounts',
					},
					{
						name: 'Importer',
						value: 'importer',
						description: 'An import that is running or has finished',
					},
					{
						name: 'List Item',
						value: 'listItem',
						description: 'An entry on one of your lists, such as a blocked email address',
					},
				],
				default: 'account',
			},
			...account.description,
			...batchJob.description,
			...importer.description,
			...listItem.description,
		],
	};

	methods = { credentialTest, listSearch, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await router.call(this);
	}
}
