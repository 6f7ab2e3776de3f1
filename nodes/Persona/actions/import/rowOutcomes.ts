import type { INodeExecutionData } from 'n8n-workflow';

import { referenceKey } from '../../pipeline/referenceKey';
import { countsOf, isFinished, type ImporterCounts } from '../../pipeline/importer';
import { outcomeOf, rowItem, type SeenRow, type Snapshot } from '../../pipeline/outcomes';
import { forEachInSlices, mergeInOrder } from '../../pipeline/slices';
import type { CheckedRows, MergedRow, Row } from '../../pipeline/types';
import { canBeLookedUp } from '../../transport/accounts';
import { asNodeError } from '../common/errors';
import type { AcceptedBatch, FailedBatch, SentBatches } from './batch';
import { lookUp } from './lookUp';
import type { ImportRun } from './settings';

/** Counts outcomes, to compare them with what Persona counted. */
class OutcomeTally {
	/** Rows whose outcome stays open. */
	unverifiable = 0;
	/** Rows with an account, of which it is not known which one. */
	severalAccounts = 0;
	created = 0;
	/** Rows that had an account already, be it from a row before them. */
	existing = 0;
	private unverifiableSent = 0;
	private readonly keys = new Set<string>();

	/** @param wasSent false for a row that was merged into another, which Persona knows nothing of */
	add({ outcome, accountId }: SeenRow, referenceId: string, wasSent: boolean): void {
		if (outcome === 'unverifiable') this.unverifiable++;
		else if (outcome !== 'notFound' && outcome !== 'pending' && accountId === null)
			this.severalAccounts++;
		if (!wasSent) return;
		const key = referenceKey(referenceId);
		if (outcome === 'unverifiable') this.unverifiableSent++;
		else if (outcome === 'alreadyExisted') this.existing++;
		else if (outcome === 'created' && this.keys.has(key)) this.existing++;
		else if (outcome === 'created') this.created++;
		this.keys.add(key);
	}

	/** Whether Persona can have counted the same; a row that is unverifiable may be anything. */
	fits({ successful, duplicate }: Omit<ImporterCounts, 'error'>): boolean {
		const isNear = (counted: number, seen: number) =>
			counted >= seen && counted <= seen + this.unverifiableSent;
		return isNear(successful, this.created) && isNear(duplicate, this.existing);
	}
}

/** Finds out what became of each row, by looking up the reference IDs before and after an import. */
export class RowOutcomes {
	private readonly before: Snapshot = { accounts: new Map(), complete: false };
	private readonly after: Snapshot = { accounts: new Map(), complete: false };
	private readonly tally = new OutcomeTally();
	private readonly referenceIdOf: (row: Row) => string;

	constructor(
		private readonly run: ImportRun,
		private readonly checked: CheckedRows,
	) {
		const place = checked.columns.findIndex(({ name }) => name === run.kind.uniqueColumn);
		this.referenceIdOf = ({ cells }) => (place < 0 ? '' : cells[place]!);
	}

	/**
	 * Looks at what there is before anything is sent.
	 *
	 * @throws NodeApiError or NodeOperationError when that is not possible; the cancel signal's reason
	 */
	async begin(): Promise<void> {
		const { rows } = this.checked;
		const { referenceIdOf } = this;
		await lookUp(this.run, { rows, referenceIdOf }, this.before, ['Nothing was sent.']);
	}

	/**
	 * Looks again, and says of each row what was seen. Rows that were merged into another share its fate.
	 *
	 * @returns one item for each row of the imports that Persona accepted; and the failed batches with the rows that were
	 * merged into theirs
	 * @throws the cancel signal's reason
	 */
	async end({
		accepted,
		failed,
	}: SentBatches): Promise<{ items: INodeExecutionData[]; failed: FailedBatch[] }> {
		await this.lookAgain(accepted);
		const { signal } = this.run;
		const batchOf = new Map<number, AcceptedBatch | FailedBatch>();
		const note = async (links: FailedBatch['links'], batch: AcceptedBatch | FailedBatch) =>
			await forEachInSlices(links, ({ itemIndex }) => batchOf.set(itemIndex, batch), signal);
		for (const entry of accepted) await note(entry.batch.links, entry);
		for (const entry of failed) await note(entry.links, entry);
		const items: INodeExecutionData[] = [];
		const failedRows = new Map(failed.map((batch): [FailedBatch, Row[]] => [batch, []]));
		const settle = (row: Row | MergedRow) => {
			const wasSent = !('keptItemIndex' in row);
			const batch = batchOf.get(wasSent ? row.itemIndex : row.keptItemIndex);
			if (batch === undefined) return;
			if ('error' in batch) failedRows.get(batch)!.push(row);
			else items.push(this.itemFor(row, batch, wasSent));
		};
		const { rows, merged } = this.checked;
		const all = await mergeInOrder<Row | MergedRow>(rows, merged, signal);
		await forEachInSlices(all, settle, signal);
		this.hint(accepted);
		return { items, failed: failed.map((batch) => ({ ...batch, links: failedRows.get(batch)! })) };
	}

	private itemFor(row: Row, batch: AcceptedBatch, wasSent: boolean): INodeExecutionData {
		const referenceId = this.referenceIdOf(row);
		const seen = canBeLookedUp(referenceId)
			? outcomeOf(referenceId, this.before, this.after, isFinished(batch.body.data))
			: ({ outcome: 'unverifiable', accountId: null } as const);
		this.tally.add(seen, referenceId, wasSent);
		return rowItem(row.itemIndex, referenceId, seen, batch.importerId);
	}

	// What keeps the accounts from being looked up now is worth a hint, not an end: Persona has the rows.
	private async lookAgain(accepted: readonly AcceptedBatch[]): Promise<void> {
		const { run, referenceIdOf } = this;
		try {
			const rows = accepted.flatMap(({ batch }) => batch.links as Row[]);
			await lookUp(run, { rows, referenceIdOf }, this.after, []);
			this.after.complete = true;
		} catch (cause) {
			run.signal?.throwIfAborted();
			run.hints.outcomesUnseen(asNodeError(run.context.getNode(), cause).message);
		}
	}

	private hint(accepted: readonly AcceptedBatch[]): void {
		const { hints } = this.run;
		const { created, existing, unverifiable, severalAccounts } = this.tally;
		if (!this.after.complete) return;
		hints.openOutcomes(unverifiable, severalAccounts);
		const importers = accepted.map(({ body }) => body.data);
		if (!importers.every(isFinished)) return hints.outcomesSoFar();
		const total = { successful: 0, duplicate: 0 };
		for (const counts of importers.map(countsOf)) {
			total.successful += counts.successful;
			total.duplicate += counts.duplicate;
		}
		if (!this.tally.fits(total)) hints.outcomesDiffer(total, created, existing);
	}
}
