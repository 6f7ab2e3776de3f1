import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { objectItem } from '../../pipeline/results';
import { PersonaClient } from '../../transport/client';
import { fetchAll } from '../../transport/paginate';
import { forEachItem } from '../forEachItem';
import { ASK_FOR_LESS, limit, readLimit, returnAll } from '../common/limit';
import { listOptions, optionsField, readRequestSettings } from '../common/requestOptions';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['importer'], operation: ['getAll'] } },
	[returnAll, limit, optionsField(listOptions)],
);

/** Lists importers, the newest first, once for each input item. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const client = await PersonaClient.open(this);
	return await forEachItem(this, async (itemIndex) => {
		const { headers, query } = readRequestSettings(this, itemIndex);
		const list = { path: '/importers', headers, query };
		const about = { itemIndex, askForLess: ASK_FOR_LESS };
		const found = await fetchAll(client, list, readLimit(this, itemIndex), about);
		return found.map((data) => objectItem({ data }, itemIndex));
	});
}
