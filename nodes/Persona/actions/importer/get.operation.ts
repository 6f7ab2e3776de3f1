import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { objectItem } from '../../pipeline/results';
import { PersonaClient } from '../../transport/client';
import { forEachItem } from '../forEachItem';
import { importerRequest } from '../common/follow';
import { optionsField, readRequestSettings, requestOptions } from '../common/requestOptions';
import { importerErrorContext, importerIdField, readImporterId } from './importerId';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['importer'], operation: ['get'] } },
	[
		importerIdField({ mode: 'list', value: '' }, 'The importer to retrieve'),
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
			objectItem(await client.fetchObject(request, importerErrorContext(itemIndex)), itemIndex),
		];
	});
}
