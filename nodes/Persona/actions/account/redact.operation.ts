import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { PersonaClient } from '../../transport/client';
import { asNodeError, failedItem, type NodeError } from '../common/errors';
import { ParameterReader, readChoice, readSwitch, throwConfigError } from '../common/parameters';
import { optionsField, personaVersion, readRequestSettings } from '../common/requestOptions';
import { forEachItem } from '../forEachItem';
import { accountId, readAccountId, readReferenceId, referenceId } from './accounts';
import { AccountFinder, Redactor, type Target } from './redactor';

const identifyBy: INodeProperties = {
	displayName: 'Identify By',
	name: 'identifyBy',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Account ID', value: 'accountId' },
		{ name: 'Reference ID', value: 'referenceId' },
	],
	default: 'accountId',
	description: 'How the input items name the accounts to redact',
};

const dryRun: INodeProperties = {
	displayName: 'Dry Run',
	noDataExpression: true,
	name: 'dryRun',
	type: 'boolean',
	default: true,
	description:
		'Whether to only show which accounts would be redacted. Redacting deletes the personal data of an account with its inquiries, verifications and reports, and cannot be undone.',
};

const maximumAccounts: INodeProperties = {
	displayName: 'Maximum Accounts',
	name: 'maximumAccounts',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 100,
	description: 'Stops before anything is redacted if there would be more accounts than this',
};

const allAccounts: INodeProperties = {
	displayName: 'Redact All With Same Reference ID',
	noDataExpression: true,
	name: 'allAccounts',
	type: 'boolean',
	default: false,
	description:
		'Whether to redact all accounts if several have the same reference ID. Otherwise, such an item is rejected.',
};

const shownBy = (name: string) => ({ show: { identifyBy: [name] } });

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['account'], operation: ['redact'] } },
	[
		identifyBy,
		{ ...accountId, displayOptions: shownBy('accountId') },
		{ ...referenceId, displayOptions: shownBy('referenceId') },
		dryRun,
		optionsField([allAccounts, maximumAccounts, personaVersion]),
	],
);

/** Stops the run when more would be redacted than the user allowed. */
function checkMaximum(context: IExecuteFunctions, count: number, maximum: number): void {
	if (count <= maximum) return;
	throwConfigError(
		context,
		`There are ${count} accounts, more than 'Maximum Accounts' allows`,
		`Nothing was redacted. Check the input items. If all of them are meant, set 'Maximum Accounts' to ${count} or more.`,
	);
}

/** Under *Stop Workflow*, says what was redacted before the run stopped: the receipts are not returned. */
function stopWith(error: NodeError, redacted: number): never {
	if (redacted > 0) {
		error.description = `${error.description ?? ''} Before this, ${redacted} accounts were redacted. You can run this node again: it recognizes them.`;
	}
	throw error;
}

/** Redacts or, in a dry run, only looks; one receipt for each account of each item, those without one at the end. */
async function receiptsFor(
	context: IExecuteFunctions,
	targets: Map<number, Target[]>,
	redactor: Redactor,
): Promise<INodeExecutionData[]> {
	const receipts: INodeExecutionData[] = [];
	const failed: INodeExecutionData[] = [];
	for (const [itemIndex, accounts] of targets) {
		for (const account of accounts) {
			const receipt = await redactor.receiptFor(account, itemIndex);
			if (!('error' in receipt)) {
				receipts.push({ json: { ...receipt }, pairedItem: { item: itemIndex } });
				continue;
			}
			const error = asNodeError(context.getNode(), receipt.error);
			if (!context.continueOnFail()) stopWith(error, redactor.redacted);
			const item = failedItem(context.getNode(), itemIndex, error);
			const { id, reference } = account;
			Object.assign(item.json, { outcome: 'failed', accountId: id, referenceId: reference });
			failed.push(item);
		}
	}
	return receipts.concat(failed);
}

/** Redacts accounts: deletes their personal data for good, one request for each. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const reader = new ParameterReader(this);
	const by = readChoice(this, reader.parameter(identifyBy), identifyBy);
	const isDryRun = readSwitch(this, reader.parameter(dryRun), dryRun);
	const maximum = reader.count(maximumAccounts);
	const takesAll = reader.isOn(allAccounts);
	const { headers } = readRequestSettings(this);
	const client = await PersonaClient.open(this);
	const read = by === 'accountId' ? readAccountId : readReferenceId;
	const named = new Map<number, string>();
	const rejected = await forEachItem(this, (itemIndex) => {
		named.set(itemIndex, read(this, itemIndex));
		return [];
	});
	checkMaximum(this, new Set(named.values()).size, maximum);
	const targets = new Map<number, Target[]>();
	const finder = new AccountFinder(client, headers);
	if (by === 'referenceId') await finder.lookUp(named.values());
	const ambiguous = await forEachItem(this, (itemIndex) => {
		const id = named.get(itemIndex);
		if (id === undefined) return [];
		const found = by === 'accountId' ? [{ id, reference: null }] : finder.found(id);
		if (found.length > 1 && !takesAll) {
			throwConfigError(
				this,
				`Item ${itemIndex}: several accounts have this reference ID`,
				"Nothing was redacted for it. Use the account ID, or turn on 'Redact All With Same Reference ID'.",
				itemIndex,
			);
		}
		targets.set(itemIndex, found);
		return [];
	});
	const ids = new Set([...targets.values()].flat().map(({ id }) => id));
	checkMaximum(this, ids.size, maximum);
	const redactor = new Redactor(client, headers, isDryRun);
	return [...(await receiptsFor(this, targets, redactor)), ...rejected, ...ambiguous];
}
