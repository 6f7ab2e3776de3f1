import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { referenceKey } from '../../pipeline/referenceKey';
import { lookUpAccounts } from '../../transport/accounts';
import { PersonaClient } from '../../transport/client';
import { fetchAll } from '../../transport/paginate';
import { hintAt } from '../common/hints';
import { plural } from '../common/hintTexts';
import { ASK_FOR_LESS, limit, readLimit, returnAll } from '../common/limit';
import { readChoice, readSwitch, throwConfigError } from '../common/parameters';
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
		const about = { ...accountErrorContext(itemIndex), askForLess: ASK_FOR_LESS };
		const found = await fetchAll(client, request, most, about);
		return found.map((data) => ({ json: toJson(data), pairedItem: { item: itemIndex } }));
	});
}

/** The key of the account's reference ID. An account that was asked for has one, unless the API key hides it. */
function keyOf(context: IExecuteFunctions, account: IDataObject): string {
	const id = (account.attributes as IDataObject | undefined)?.['reference-id'];
	if (typeof id === 'string') return referenceKey(id);
	return throwConfigError(
		context,
		'Persona shows accounts without their reference IDs',
		'The API key hides that attribute. Change this in the Persona dashboard.',
	);
}

/** Looks up the reference IDs of all input items together; each account is linked to the items that named it. */
async function lookUp(context: IExecuteFunctions, client: PersonaClient, toJson: ToJson) {
	const ids = new Set<string>();
	const itemsOf = new Map<string, number[]>();
	const rejected = await forEachItem(context, (itemIndex) => {
		const id = readReferenceId(context, itemIndex);
		const items = itemsOf.get(referenceKey(id));
		if (items === undefined) itemsOf.set(referenceKey(id), [itemIndex]);
		else items.push(itemIndex);
		ids.add(id);
		return [];
	});
	const { headers } = readRequestSettings(context);
	const results = new Map<unknown, INodeExecutionData>();
	const found = new Set<string>();
	for await (const page of lookUpAccounts(client, ids, headers, accountErrorContext(), {})) {
		for (const account of page) {
			const key = keyOf(context, account);
			const items = itemsOf.get(key);
			if (items === undefined) continue;
			found.add(key);
			const pairedItem = items.map((item) => ({ item }));
			results.set(account.id, { json: toJson(account), pairedItem });
		}
	}
	const missing = itemsOf.size - found.size;
	const none = plural(missing, 'reference ID has no account', 'reference IDs have no account');
	if (missing > 0) hintAt(context, none);
	return [...results.values(), ...rejected];
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
