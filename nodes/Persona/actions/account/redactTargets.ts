import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { attributeOf } from '../../pipeline/importer';
import { referenceKey } from '../../pipeline/referenceKey';
import { lookUpAccounts } from '../../transport/accounts';
import type { PersonaClient } from '../../transport/client';
import { throwConfigError } from '../common/parameters';
import { forEachItem } from '../forEachItem';
import { accountErrorContext, readAccountId, readReferenceId } from './accounts';
import { REDACTION_FIELDS, textOrNull } from './redactAccount';
import type { Receipts, Target } from './redactReceipts';

/** What the items ask for, each account or reference ID once; an item without one is failed. */
export async function readTargets(
	context: IExecuteFunctions,
	byReferenceId: boolean,
	receipts: Receipts,
): Promise<Target[]> {
	const asked = new Map<string, Target>();
	const failed = await forEachItem(context, (itemIndex) => {
		const id = (byReferenceId ? readReferenceId : readAccountId)(context, itemIndex);
		const target = asked.get(id);
		if (target !== undefined) target.items.push(itemIndex);
		else {
			const ids = byReferenceId
				? { accountId: null, referenceId: id }
				: { accountId: id, referenceId: null };
			asked.set(id, { ...ids, redactedAt: null, items: [itemIndex] });
		}
		return [];
	});
	receipts.failItems(failed);
	return [...asked.values()];
}

interface LookUp {
	context: IExecuteFunctions;
	client: PersonaClient;
	headers: Record<string, string>;
	/** Whether all accounts of a reference ID are meant when it has several. */
	takesAll: boolean;
}

/** The accounts that Persona has for reference IDs, by the key of the reference ID and by account ID. */
async function accountsOf(
	{ context, client, headers }: LookUp,
	asked: readonly Target[],
): Promise<Map<string, Map<string, IDataObject>>> {
	const found = new Map<string, Map<string, IDataObject>>();
	const ids = asked.map(({ referenceId }) => referenceId!);
	const pages = lookUpAccounts(client, ids, headers, accountErrorContext(), REDACTION_FIELDS);
	for await (const accounts of pages) {
		for (const account of accounts) {
			const shown = attributeOf(account, 'referenceId');
			if (typeof shown !== 'string' || typeof account.id !== 'string') {
				return throwConfigError(
					context,
					'Persona shows accounts without their reference IDs',
					"The API key hides that attribute. Change this in the Persona dashboard, or set 'Identify By' to Account ID. Nothing was redacted.",
				);
			}
			const known = found.get(referenceKey(shown)) ?? new Map<string, IDataObject>();
			found.set(referenceKey(shown), known.set(account.id, account));
		}
	}
	return found;
}

function whyNot(exact: number, others: number, takesAll: boolean): [string, string] | undefined {
	if (exact === 0 && others > 0) {
		return [
			'The reference ID of the account differs in upper and lower case',
			'It may be the account of somebody else. Write the reference ID exactly as Persona shows it, or use the account ID.',
		];
	}
	if (exact < 2 || takesAll) return undefined;
	return [
		`${exact} accounts have this reference ID`,
		"Use the account ID, or turn on 'Redact All With Same Reference ID'.",
	];
}

/**
 * Looks up the accounts of reference IDs. Only those count whose reference ID is exactly the one that was asked for; one
 * without an account stays as a target without an account ID.
 *
 * @throws NodeApiError for a request that does not get through, NodeOperationError under *Stop Workflow* for a reference ID
 * that does not lead to one account; the cancel signal's reason
 */
export async function findTargets(
	lookUp: LookUp,
	asked: readonly Target[],
	receipts: Receipts,
): Promise<Target[]> {
	const found = await accountsOf(lookUp, asked);
	return asked.flatMap((target) => {
		const alike = [...(found.get(referenceKey(target.referenceId!))?.values() ?? [])];
		const exact = alike.filter((one) => attributeOf(one, 'referenceId') === target.referenceId);
		const reason = whyNot(exact.length, alike.length, lookUp.takesAll);
		if (reason !== undefined) {
			receipts.refuse(target, ...reason);
			return [];
		}
		if (exact.length === 0) return [target];
		return exact.map((account) => ({
			...target,
			accountId: String(account.id),
			redactedAt: textOrNull(attributeOf(account, 'redactedAt')),
		}));
	});
}
