import type { IDataObject } from 'n8n-workflow';

import { endedEarly, hasEnded, runCount } from '../../pipeline/batchJob';
import { attributeOf, statusOf } from '../../pipeline/importer';
import { forEachInSlices } from '../../pipeline/slices';
import type { Problem, RejectedRow, Row } from '../../pipeline/types';
import { pollUntilDone, type PollResult } from '../../transport/poll';
import { asNodeError } from '../common/errors';
import { followSettings } from '../common/follow';
import { batchJobRequest, hintAtUnfinished } from '../batchJob/batchJobId';
import { fetchJobErrors, globalMessage } from '../batchJob/rowErrors';
import type { AcceptedBatch } from '../import/batch';
import { hintAtLost } from '../import/complete';
import type { BatchRun } from './settings';

/** What became of a row: Persona reports rows that failed, and nothing of the others. */
export type RowOutcome = 'written' | 'pending' | 'unknown';

/** A batch job that Persona accepted, as it was last seen. */
export interface FollowedJob {
	entry: AcceptedBatch;
	/** Rows that Persona could not write, or that were left when the job ended early. */
	failed: RejectedRow[];
	/** What became of the others. */
	outcome: RowOutcome;
}

function rowsOf({ batch }: AcceptedBatch): readonly Row[] {
	return batch.links as readonly Row[];
}

function problemFor(message: unknown): Problem {
	const said = typeof message === 'string' && message !== '' ? message.replace(/\.$/, '') : '';
	return {
		column: '',
		code: 'notWritten',
		message: `Persona could not write this row${said === '' ? ' and gives no reason' : `: ${said}`}`,
	};
}

/** What a job that ended early means for the rows of which Persona says nothing. */
function endProblem({ entry, messages }: { entry: AcceptedBatch; messages: string[] }): Problem {
	const said = messages.filter((message) => message !== '').join('; ');
	const status = String(statusOf(entry.body.data));
	return {
		column: '',
		code: 'jobEnded',
		message: `the batch job ${entry.importerId} ended as '${status}', so it is not known whether this row was written`,
		help: `${said === '' ? '' : `Persona says: ${said}. `}Look at the account in the Persona dashboard, then send the row again.`,
	};
}

/** What a finished job says of its rows; the other rows are of one outcome. */
async function resultOf(run: BatchRun, entry: AcceptedBatch): Promise<FollowedJob> {
	const { data } = entry.body;
	const isEarly = endedEarly(data);
	const rows = rowsOf(entry);
	const { failed, messages } = await failuresOf(run, entry);
	if (isEarly) {
		const named = new Set(failed.map(({ itemIndex }) => itemIndex));
		const problems = [endProblem({ entry, messages })];
		const rest = rows.filter(({ itemIndex }) => !named.has(itemIndex));
		return {
			entry,
			failed: [...failed, ...rest.map(({ itemIndex }) => ({ itemIndex, problems }))],
			outcome: 'unknown',
		};
	}
	const isCounted = runCount(data, 'successCount') === rows.length - failed.length;
	if (!isCounted)
		run.hints.notice(`Persona's counts do not account for all rows of ${entry.importerId}`);
	return { entry, failed, outcome: isCounted ? 'written' : 'unknown' };
}

/** The rows that Persona names as failed, and what it says of the whole job. */
async function failuresOf(
	{ client, settings, signal }: BatchRun,
	entry: AcceptedBatch,
): Promise<{ failed: RejectedRow[]; messages: string[] }> {
	const { data } = entry.body;
	const isClean = !endedEarly(data) && attributeOf(data, 'runData') !== undefined;
	if (isClean && runCount(data, 'errorCount') === 0) return { failed: [], messages: [] };
	const rows = rowsOf(entry);
	const request = batchJobRequest(entry.importerId, settings);
	const valuesOf = (rowNumber: number) => rows[rowNumber - 1]?.cells ?? [];
	const found = await fetchJobErrors(client, request, Infinity, {}, valuesOf);
	const failed = new Map<number, RejectedRow>();
	const note = (error: IDataObject) => {
		const row = rows[Number(attributeOf(error, 'rowNumber')) - 1];
		if (row === undefined) return;
		const problems = [problemFor(attributeOf(error, 'errorMessage'))];
		failed.set(row.itemIndex, { itemIndex: row.itemIndex, problems });
	};
	await forEachInSlices(found.rows, note, signal);
	return { failed: [...failed.values()], messages: found.global.map(globalMessage) };
}

/** The same where Persona's report cannot be had: that some rows failed is known then, and not which. */
async function followed(run: BatchRun, entry: AcceptedBatch): Promise<FollowedJob> {
	if (!run.context.continueOnFail()) return await resultOf(run, entry);
	try {
		return await resultOf(run, entry);
	} catch (cause) {
		run.signal?.throwIfAborted();
		const { message } = asNodeError(run.context.getNode(), cause);
		run.hints.notice(`${message}: what failed in ${entry.importerId} is not known`);
		return { entry, failed: [], outcome: 'unknown' };
	}
}

/**
 * Watches all batch jobs of a run until they have ended or the time is up, and finds out which rows failed.
 *
 * @throws NodeApiError under *Stop Workflow* where it cannot be told which rows failed; the cancel signal's reason
 */
export async function followJobs(
	run: BatchRun,
	accepted: readonly AcceptedBatch[],
): Promise<FollowedJob[]> {
	const { client, settings, hints } = run;
	const poll = settings.poll!;
	const follow = followSettings(settings, 'batch-job');
	const requests = new Map(
		accepted.map(({ importerId }) => [importerId, batchJobRequest(importerId, follow)]),
	);
	const seen = new Map(
		accepted.map(({ importerId, body }): [string, PollResult] => {
			return [importerId, { state: 'running', body }];
		}),
	);
	const polled = await pollUntilDone(client, requests, poll, { isFinished: hasEnded, seen });
	hintAtUnfinished(hints, polled.values(), poll.timeout);
	hintAtLost(run, polled);
	const jobs: FollowedJob[] = [];
	for (const entry of accepted) {
		const last = polled.get(entry.importerId)!;
		const body = last.state === 'lost' ? entry.body : last.body;
		const now = { ...entry, body };
		if (last.state === 'finished') jobs.push(await followed(run, now));
		else jobs.push({ entry: now, failed: [], outcome: 'pending' });
	}
	return jobs;
}
