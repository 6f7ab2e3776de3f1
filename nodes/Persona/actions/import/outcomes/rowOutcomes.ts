import type { INodeExecutionData } from 'n8n-workflow';

import { countsOf, isFinished, type ImporterCounts } from '../../../pipeline/importer';
import { outcomeOf, rowItem, type SeenRow, type Snapshot } from '../../../pipeline/outcomes';
import { mergeInOrder } from '../../../pipeline/slices';
import type { CheckedRows, MergedRow, Row } from '../../../pipeline/types';
import { canBeLookedUp } from '../../../transport/accounts';
import { cancelSignalOf } from '../../../transport/cancel';
import { importerIdOf } from '../completeImports';
import type { Hints } from '../../common/hints';
import type { ImportedRows } from '../importRows';
import { lookUp, type LookUpRun } from './lookUp';
import { asNodeError } from '../../common/nodeError';
import { OutcomeTally } from './outcomeTally';
import type { FailedPart } from '../partErrors';
import type { AcceptedPart } from '../sendParts';
import { forEachInSlices } from '../../common/slices';

/** The run whose rows are observed. */
export interface ObservedRun extends LookUpRun {
	hints: Hints;
	checked: CheckedRows;
}

export interface ObservedRows {
	items: INodeExecutionData[];
	failed: FailedPart[];
}

/** Finds out what became of each row, by looking up the reference IDs before and after an import. */
export class RowOutcomes {
	private readonly before: Snapshot = { accounts: new Map(), complete: false };
	private readonly after: Snapshot = { accounts: new Map(), complete: false };
	private readonly tally = new OutcomeTally();

	constructor(private readonly run: ObservedRun) {}

	/**
	 * Looks at what there is before anything is sent.
	 *
	 * @param rows those that are going to be sent
	 * @throws NodeApiError or NodeOperationError when that is not possible
	 */
	async begin(rows: readonly Row[]): Promise<void> {
		await lookUp(this.run, rows, this.before, ['Nothing was sent.']);
	}

	/**
	 * Looks again, and says of each row what was seen. Rows that were merged into another share its fate.
	 *
	 * @returns one item for each row of the imports that Persona took; and the failed parts with the rows that were merged
	 * into theirs
	 * @throws NodeOperationError when the execution is cancelled
	 */
	async end({ imports, failed }: ImportedRows): Promise<ObservedRows> {
		await this.lookAgain(imports);
		const { context, checked } = this.run;
		const partOf = new Map<number, (typeof imports)[number] | FailedPart>();
		for (const part of [...imports, ...failed]) {
			const place = ({ itemIndex }: Row) => partOf.set(itemIndex, part);
			await forEachInSlices(context, part.rows, place);
		}
		const items: INodeExecutionData[] = [];
		const failedRows = new Map(failed.map((part): [FailedPart, Row[]] => [part, []]));
		const settle = (row: Row | MergedRow) => {
			const wasSent = !('keptItemIndex' in row);
			const part = partOf.get(wasSent ? row.itemIndex : row.keptItemIndex);
			if (part === undefined) return;
			if ('error' in part) failedRows.get(part)!.push(row);
			else items.push(this.itemFor(row, importerIdOf(part), wasSent));
		};
		const signal = cancelSignalOf(context);
		const rows = await mergeInOrder<Row | MergedRow>(checked.rows, checked.merged, signal);
		await forEachInSlices(context, rows, settle);
		this.hint(imports);
		return { items, failed: failed.map((part) => ({ ...part, rows: failedRows.get(part)! })) };
	}

	private itemFor(row: Row, importerId: string, wasSent: boolean): INodeExecutionData {
		const referenceId = this.run.referenceIdOf(row);
		const seen = this.seen(referenceId);
		this.tally.add(seen, referenceId, wasSent);
		return rowItem(row.itemIndex, referenceId, seen, importerId);
	}

	private seen(referenceId: string): SeenRow {
		if (!canBeLookedUp(referenceId)) return { outcome: 'unverifiable', accountId: null };
		return outcomeOf(referenceId, this.before, this.after);
	}

	// What keeps the accounts from being looked up now is worth a hint, not an end: Persona has the rows.
	private async lookAgain(imports: readonly AcceptedPart[]): Promise<void> {
		const { context, hints } = this.run;
		try {
			const rows = imports.flatMap((part) => part.rows);
			await lookUp(this.run, rows, this.after, []);
			this.after.complete = true;
		} catch (cause) {
			cancelSignalOf(context)?.throwIfAborted();
			hints.outcomesUnseen(asNodeError(context.getNode(), cause).message);
		}
	}

	private hint(imports: readonly AcceptedPart[]): void {
		const { hints } = this.run;
		const { created, existing, unverifiable, severalAccounts } = this.tally;
		if (!this.after.complete) return;
		hints.openOutcomes(unverifiable, severalAccounts);
		const importers = imports.map(({ body }) => body.data);
		if (!importers.every(isFinished)) return hints.outcomesSoFar();
		const total: ImporterCounts = { successful: 0, duplicate: 0, error: 0 };
		for (const counts of importers.map(countsOf)) {
			total.successful += counts.successful;
			total.duplicate += counts.duplicate;
		}
		if (!this.tally.fits(total)) hints.outcomesDiffer(total, created, existing);
	}
}
