import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { lookUpAccounts } from '../../transport/accounts';
import { PersonaClient } from '../../transport/client';
import { fetchAll } from '../../transport/paginate';
import { limit, readLimit, returnAll } from '../common/limit';
import { readChoice, readSwitch } from '../common/parameters';
import { optionsField, personaVersion, readRequestSettings } from '../common/requestOptions';
import { forEachItem } from '../forEachItem';
import {
	accountErrorContext,
	readReferenceId,
	referenceId,
	simplified,
	simplify,
} from './accounts';

const findBy: INodeProperties = {
	displayName: 'Accounts',
	name: 'findBy',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'All', value: 'all', description: 'All accounts, the newest first' },
		{
			name: 'By Reference ID',
			value: 'referenceId',
			description: 'The accounts with the reference IDs of the input items',
		},
	],
	default: 'referenceId',
	description: 'Which accounts to return',
};

const all = { show: { findBy: ['all'] } };

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['account'], operation: ['getAll'] } },
	[
		findBy,
		{ ...referenceId, displayOptions: { show: { findBy: ['referenceId'] } } },
		{ ...returnAll, displayOptions: all },
		{ ...limit, displayOptions: { show: { ...all.show, returnAll: [false] } } },
		simplify,
		optionsField([personaVersion]),
	],
);

type ToJson = (account: IDataObject) => IDataObject;

/** Lists accounts, the newest first, once for each input item. */
async function list(context: IExecuteFunctions, client: PersonaClient, toJson: ToJson) {
	return await forEachItem(context, async (itemIndex) => {
		const { headers, query } = readRequestSettings(context, itemIndex);
		const request = {
			path: '/accounts',
			headers: { ...headers, 'Key-Inflection': 'kebab' },
			query,
		};
		const most = readLimit(context, itemIndex);
		const found = await fetchAll(client, request, most, accountErrorContext(itemIndex));
		return found.map((data) => ({ json: toJson(data), pairedItem: { item: itemIndex } }));
	});
}

/** Looks up the reference IDs of all input items together; each account is linked to the items that named it. */
async function lookUp(context: IExecuteFunctions, client: PersonaClient, toJson: ToJson) {
	const askedFor = new Map<string, { id: string; items: number[] }>();
	const rejected = await forEachItem(context, (itemIndex) => {
		const id = readReferenceId(context, itemIndex);
		const asked = askedFor.get(id.toLowerCase());
		if (asked === undefined) askedFor.set(id.toLowerCase(), { id, items: [itemIndex] });
		else asked.items.push(itemIndex);
		return [];
	});
	const ids = [...askedFor.values()].map(({ id }) => id);
	const { headers } = readRequestSettings(context);
	const results: INodeExecutionData[] = [];
	for await (const found of lookUpAccounts(client, ids, headers, accountErrorContext(0), {})) {
		for (const account of found) {
			const id = (account.attributes as IDataObject | undefined)?.['reference-id'];
			const asked = typeof id === 'string' ? askedFor.get(id.toLowerCase()) : undefined;
			if (asked === undefined) continue;
			results.push({ json: toJson(account), pairedItem: asked.items.map((item) => ({ item })) });
		}
	}
	return results.concat(rejected);
}

/** Retrieves accounts: all, or those with the reference IDs of the input items. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const client = await PersonaClient.open(this);
	const by = readChoice(this, this.getNodeParameter(findBy.name, 0, findBy.default), findBy);
	const isSimple = readSwitch(
		this,
		this.getNodeParameter(simplify.name, 0, simplify.default),
		simplify,
	);
	const toJson: ToJson = isSimple ? simplified : (account) => account;
	return await (by === 'all' ? list : lookUp)(this, client, toJson);
}
