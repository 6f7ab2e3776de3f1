import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { objectItem } from '../../import/result';
import { PersonaClient } from '../../transport/client';
import { forEachItem } from '../shared/failedItem';
import { importerRequest } from '../shared/followImports';
import { optionsField, requestOptions } from '../shared/requestOptions';
import { readRequestSettings } from '../shared/requestSettings';
import { importerCircumstances, importerIdField, readImporterId } from './importerId';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['importer'], operation: ['get'] } },
	[
		importerIdField({ mode: 'list', value: '' }, 'The importer to look at'),
		optionsField(requestOptions),
	],
);

/** Fetches one importer for each input item. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const client = await PersonaClient.open(this);
	return await forEachItem(this, async (itemIndex) => {
		const settings = readRequestSettings(this, itemIndex);
		const request = importerRequest(readImporterId(this, itemIndex), settings);
		return [
			objectItem(await client.fetchObject(request, importerCircumstances(itemIndex)), itemIndex),
		];
	});
}
