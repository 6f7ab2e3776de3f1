import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { referenceKey } from './referenceKey';
import { attributeOf } from './importer';

/** What was seen of a row. Persona itself does not report on single rows. */
export type Outcome = 'created' | 'alreadyExisted' | 'pending' | 'notFound' | 'unverifiable';

export interface SeenRow {
	outcome: Outcome;
	/** Null where there is no account, or more than one that it could be. */
	accountId: string | null;
}

/** The accounts that there were at one time. */
export interface Snapshot {
	/** Key of a reference ID → IDs of the accounts that have it; each account type may have one. */
	accounts: Map<string, string[]>;
	/** Whether everything that was asked for was answered. */
	complete: boolean;
}

/**
 * Adds accounts to a snapshot.
 *
 * @returns false when their reference IDs are not shown, so that nothing can be concluded from them
 */
export function addAccounts({ accounts }: Snapshot, found: readonly IDataObject[]): boolean {
	for (const account of found) {
		const referenceId = attributeOf(account, 'referenceId');
		if (referenceId === undefined) return false;
		if (typeof referenceId !== 'string') continue;
		const key = referenceKey(referenceId);
		const known = accounts.get(key) ?? [];
		const id = String(account.id);
		if (!known.includes(id)) accounts.set(key, [...known, id]);
	}
	return true;
}

const onlyOne = (ids: readonly string[]) => (ids.length === 1 ? ids[0]! : null);

/**
 * What became of a reference ID between two looks: an account that was not there before was created, in whatever account
 * type; else one that was there already existed. One that is not there is pending as long as the import may still create it.
 *
 * @param isFinished whether Persona had finished the import before the second look
 */
export function outcomeOf(
	referenceId: string,
	before: Snapshot,
	after: Snapshot,
	isFinished: boolean,
): SeenRow {
	const key = referenceKey(referenceId);
	const existing = before.accounts.get(key) ?? [];
	const created = (after.accounts.get(key) ?? []).filter((id) => !existing.includes(id));
	if (created.length > 0) return { outcome: 'created', accountId: onlyOne(created) };
	if (existing.length > 0) return { outcome: 'alreadyExisted', accountId: onlyOne(existing) };
	if (!after.complete) return { outcome: 'unverifiable', accountId: null };
	return { outcome: isFinished ? 'notFound' : 'pending', accountId: null };
}

/** One item for one row; it holds IDs and nothing else of the row. */
export function rowItem(
	itemIndex: number,
	referenceId: string,
	{ outcome, accountId }: SeenRow,
	importerId: string,
): INodeExecutionData {
	const shown = referenceId === '' ? null : referenceId;
	return {
		json: { row: itemIndex, referenceId: shown, outcome, accountId, importerId },
		pairedItem: { item: itemIndex },
	};
}
