import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { runCount } from '../../pipeline/batchJob';
import { importerItem, type ImportMeta } from '../../pipeline/results';
import { forEachInSlices, mergeInOrder } from '../../pipeline/slices';
import type { MergedRow, RejectedRow, Row } from '../../pipeline/types';
import { plural } from '../common/hintTexts';
import type { CheckedInput, FailedBatch } from '../import/batch';
import type { FollowedJob } from './followJobs';
import type { BatchRun } from './settings';

/** What is known about a batch job beside Persona's own answer. */
export type JobMeta = Omit<ImportMeta, 'fileName'> & {
	/** Rows of this job that Persona could not write, or that were left when it ended early. */
	failedRows: number;
};

type JobInput = CheckedInput & Required<Pick<CheckedInput, 'rows'>>;

/** One item for each batch job, as Persona returned it, with our `meta`. */
export async function jobItems(
	{ settings, signal }: BatchRun,
	{ rows, rejected, fields, warnings }: JobInput,
	jobs: readonly FollowedJob[],
	parts: number,
): Promise<INodeExecutionData[]> {
	const items: INodeExecutionData[] = [];
	const add = ({ entry, failed }: FollowedJob, index: number) => {
		const { batch, body, part, isRepeated, ...sent } = entry;
		const { bytes, requestId, environmentId, idempotencyKey } = sent;
		const once = (count: number) => (index === 0 ? count : 0);
		const meta: JobMeta = {
			rows: batch.rowCount,
			// Persona's count also where it could not be found out which rows they are.
			failedRows: Math.max(failed.length, runCount(body.data, 'errorCount')),
			blankRows: once(rows.blankRows),
			mergedDuplicates: once(rows.merged.length),
			rejectedRows: once(rejected.length),
			part,
			parts,
			...fields!,
			warnings: index === 0 ? warnings : [],
			bytes,
			requestId,
			environmentId,
			idempotencyKey,
			repeated: isRepeated,
		};
		items.push(importerItem(body, meta, batch.links, settings.keyInflection));
	};
	await forEachInSlices(jobs, add, signal);
	return items;
}

/** What a row leads to: an item of its own, or the reasons why it has none. */
interface RowResults {
	items: INodeExecutionData[];
	failed: RejectedRow[];
}

function rowJson(itemIndex: number, id: string, isToken: boolean, job: FollowedJob): IDataObject {
	return {
		row: itemIndex,
		referenceId: isToken ? null : id,
		accountId: isToken ? id : null,
		outcome: job.outcome,
		batchJobId: job.entry.importerId,
	};
}

/**
 * One item for each row that was sent and did not fail; rows that were merged into another share its fate.
 *
 * @throws the cancel signal's reason
 */
export async function rowResults(
	{ kind, signal }: BatchRun,
	{ rows: checked }: JobInput,
	jobs: readonly FollowedJob[],
	batches: readonly FailedBatch[],
): Promise<RowResults> {
	const place = checked.columns.findIndex(({ name }) => name === kind.uniqueColumn);
	const isToken = kind.uniqueColumn === 'token';
	const jobOf = new Map<number, FollowedJob>();
	const reasonsOf = new Map<number, RejectedRow['problems']>();
	const noteJob = (job: FollowedJob) => {
		for (const { itemIndex } of job.entry.batch.links) jobOf.set(itemIndex, job);
		for (const { itemIndex, problems } of job.failed) reasonsOf.set(itemIndex, problems);
	};
	const noteBatch = ({ links, problems }: FailedBatch) => {
		for (const { itemIndex } of links) reasonsOf.set(itemIndex, problems);
	};
	await forEachInSlices(jobs, noteJob, signal);
	await forEachInSlices(batches, noteBatch, signal);
	const results: RowResults = { items: [], failed: [] };
	const settle = (row: Row | MergedRow) => {
		const { itemIndex } = row;
		const sentIndex = 'keptItemIndex' in row ? row.keptItemIndex : itemIndex;
		const problems = reasonsOf.get(sentIndex);
		const job = jobOf.get(sentIndex);
		if (problems !== undefined) results.failed.push({ itemIndex, problems });
		else if (job !== undefined) {
			const json = rowJson(itemIndex, row.cells[place]!, isToken, job);
			results.items.push({ json, pairedItem: { item: itemIndex } });
		}
	};
	const all = await mergeInOrder<Row | MergedRow>(checked.rows, checked.merged, signal);
	await forEachInSlices(all, settle, signal);
	return results;
}

/** The answer that somebody looks for first: how many rows were written, and how many were not. */
export function answerFor(
	jobs: readonly FollowedJob[],
	notWritten: number,
	reasons: string,
): string {
	const sum = (count: (job: FollowedJob) => number) =>
		jobs.reduce((all, job) => all + count(job), 0);
	const of = (name: string) => sum(({ entry }) => runCount(entry.body.data, name));
	const sent = sum(({ entry, failed }) => entry.batch.rowCount - failed.length);
	const isDone = jobs.every(({ outcome }) => outcome === 'written');
	const counts = `${of('createdCount')} created, ${of('updatedCount')} updated`;
	const what = isDone ? `written: ${counts}` : 'sent; Persona had not reported on all of them';
	const others = notWritten === 0 ? '' : `; ${notWritten} not: see ${reasons} for the reasons`;
	return `${plural(sent, 'row')} ${what}${others}`;
}
