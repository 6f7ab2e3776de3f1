import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { objectItem } from '../../pipeline/results';
import { PersonaClient } from '../../transport/client';
import { readSwitch } from '../common/parameters';
import { optionsField, readRequestSettings, requestOptions } from '../common/requestOptions';
import { forEachItem } from '../forEachItem';
import {
	accountErrorContext,
	accountId,
	accountPath,
	readAccountId,
	simplified,
	simplify,
} from './accounts';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['account'], operation: ['get'] } },
	[accountId, simplify, optionsField(requestOptions)],
);

const noAccount = (itemIndex: number) =>
	({
		message: `Item ${itemIndex}: Persona has no account with this ID (HTTP 404)`,
		help: "Check 'Account ID'. A sandbox key cannot see the accounts of production, and a production key cannot see those of the sandbox.",
		cause: 'configuration-invalid',
	}) as const;

/** Fetches one account for each input item. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const client = await PersonaClient.open(this);
	return await forEachItem(this, async (itemIndex) => {
		const { headers, query } = readRequestSettings(this, itemIndex);
		const isSimple = readSwitch(
			this,
			this.getNodeParameter(simplify.name, itemIndex, simplify.default),
			simplify,
			itemIndex,
		);
		if (isSimple) headers['Key-Inflection'] = 'kebab';
		const request = { path: accountPath(readAccountId(this, itemIndex)), headers, query };
		const about = accountErrorContext(itemIndex, { 404: noAccount(itemIndex) });
		const found = await client.fetchObject(request, about);
		return [
			isSimple
				? objectItem({ data: simplified(found.data) }, itemIndex)
				: objectItem(found, itemIndex),
		];
	});
}
