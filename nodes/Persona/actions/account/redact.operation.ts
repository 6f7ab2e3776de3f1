import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { cancelSignalOf } from '../../transport/cancel';
import { PersonaClient } from '../../transport/client';
import { requestIdOf } from '../../transport/errors';
import { isResponse, wouldAffectNextUpload, type HttpResult } from '../../transport/outcome';
import type { SendResult } from '../../transport/retry';
import { asNodeError } from '../common/errors';
import { ParameterReader, readChoice, readSwitch, throwConfigError } from '../common/parameters';
import { optionsField, personaVersion, readRequestSettings } from '../common/requestOptions';
import { accountErrorContext, accountId, referenceId } from './accounts';
import { lookAtAccount, redactAccount } from './redactAccount';
import { allAccounts, dryRun, identifyBy, maximumAccounts, notice } from './redactFields';
import { Receipts, type Target } from './redactReceipts';
import { findTargets, readTargets } from './redactTargets';

const shownBy = (name: string) => ({ show: { identifyBy: [name] } });

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['account'], operation: ['redact'] } },
	[
		identifyBy,
		{ ...accountId, displayOptions: shownBy('accountId') },
		{ ...referenceId, displayOptions: shownBy('referenceId') },
		dryRun,
		notice,
		optionsField([allAccounts, maximumAccounts, personaVersion]),
	],
);

/** After so many accounts in a row to which Persona gave no answer, the others are not tried. */
const MOST_IN_A_ROW = 3;

/** How long further attempts may begin for an account that comes after one without an answer, in milliseconds. */
const LATER_WAIT = 30_000;

interface RedactSettings {
	byReferenceId: boolean;
	isDryRun: boolean;
	maximum: number;
	takesAll: boolean;
	headers: Record<string, string>;
}

/** An expression may differ from item to item; the run is a dry run if one of them says so. */
function readDryRun(context: IExecuteFunctions): boolean {
	const values = context.getInputData().map((_, itemIndex) => {
		const value = context.getNodeParameter(dryRun.name, itemIndex, dryRun.default);
		return readSwitch(context, value, dryRun, itemIndex);
	});
	return values.includes(true);
}

function readSettings(context: IExecuteFunctions): RedactSettings {
	const reader = new ParameterReader(context);
	return {
		byReferenceId: readChoice(context, reader.parameter(identifyBy), identifyBy) === 'referenceId',
		isDryRun: readDryRun(context),
		maximum: reader.count(maximumAccounts),
		takesAll: reader.isOn(allAccounts),
		headers: { ...readRequestSettings(context).headers, 'Key-Inflection': 'kebab' },
	};
}

/** Stops the run when more would be redacted than the user allowed. */
function checkMaximum(context: IExecuteFunctions, count: number, maximum: number): void {
	if (count <= maximum) return;
	throwConfigError(
		context,
		`There are ${count} accounts, more than 'Maximum Accounts' allows`,
		`Nothing was redacted. Check the input items. If all of them are meant, set 'Maximum Accounts' to ${count} or more.`,
	);
}

const hasStatus = (result: HttpResult, ...statuses: number[]) =>
	isResponse(result) && statuses.includes(result.status);

function fail(
	client: PersonaClient,
	target: Target,
	{ result, uncertain }: SendResult,
	receipts: Receipts,
): void {
	const itemIndex = target.items[0]!;
	const conflict = {
		message: `Item ${itemIndex}: Persona reports a conflict, and the account is not redacted (HTTP 409)`,
		help: 'Somebody may be changing the account at the moment. Run this node again.',
	};
	const unknown = 'It is not known whether this account was redacted: run this node again to see.';
	const about = accountErrorContext(itemIndex, { 409: conflict });
	const errorWith = (notes: readonly string[]) =>
		client.errorFor(result, { ...about, notes: uncertain ? [unknown, ...notes] : notes });
	receipts.fail(target, errorWith, requestIdOf(result) ?? null);
}

/** Redacts one account after the other, or only looks at them, until no further request would end differently. */
async function redactAll(
	client: PersonaClient,
	targets: readonly Target[],
	{ isDryRun, headers }: RedactSettings,
	receipts: Receipts,
): Promise<void> {
	let inARow = 0;
	for (const target of targets) {
		const { accountId: id, redactedAt } = target;
		const known = { referenceId: null, redactedAt, requestId: null };
		if (id === null) receipts.add(target, { ...known, outcome: 'notFound' });
		else if (redactedAt !== null) receipts.add(target, { ...known, outcome: 'alreadyRedacted' });
		else if (isDryRun && target.referenceId !== null) {
			receipts.add(target, { ...known, outcome: 'wouldRedact' });
		} else if (inARow >= MOST_IN_A_ROW) {
			const why =
				'Persona was not available, or did not let the API key do this, for those before it.';
			receipts.refuse(target, 'The account was not tried', `${why} Run this node again.`);
		} else {
			const wait = inARow > 0 ? LATER_WAIT : undefined;
			const seen = await (isDryRun ? lookAtAccount : redactAccount)(client, id, headers, wait);
			if ('outcome' in seen) {
				receipts.add(target, seen);
				inARow = 0;
				continue;
			}
			fail(client, target, seen, receipts);
			const { result } = seen;
			if (hasStatus(result, 401, 403)) inARow = MOST_IN_A_ROW;
			else inARow = wouldAffectNextUpload(result) ? inARow + 1 : 0;
		}
	}
}

/** The accounts that the items name. Where nothing can be redacted, each of them is failed under *Continue*. */
async function targetsOf(
	context: IExecuteFunctions,
	client: PersonaClient,
	settings: RedactSettings,
	receipts: Receipts,
): Promise<Target[]> {
	const { byReferenceId, maximum } = settings;
	let targets = await readTargets(context, byReferenceId, receipts);
	try {
		checkMaximum(context, targets.length, maximum);
		if (!byReferenceId) return targets;
		targets = await findTargets({ context, client, ...settings }, targets, receipts);
		checkMaximum(context, targets.length, maximum);
		return targets;
	} catch (cause) {
		cancelSignalOf(context)?.throwIfAborted();
		const error = asNodeError(context.getNode(), cause);
		if (!context.continueOnFail()) throw error;
		for (const target of targets) receipts.fail(target, () => error);
		return [];
	}
}

/** Redacts accounts: deletes their personal data for good, one request for each. In a dry run, only says which ones. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const settings = readSettings(this);
	const client = await PersonaClient.open(this);
	const receipts = new Receipts(this);
	const targets = await targetsOf(this, client, settings, receipts);
	await redactAll(client, targets, settings, receipts);
	return receipts.finish(settings.isDryRun);
}
