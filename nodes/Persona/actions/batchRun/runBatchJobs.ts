import {
	NodeOperationError,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import { checkTypes, typedSource } from '../../pipeline/accountFields/values';
import { createdAtOf } from '../../pipeline/importer';
import { describeProblems } from '../../pipeline/results';
import { mergeInOrder } from '../../pipeline/slices';
import type { CheckedRows, RejectedRow } from '../../pipeline/types';
import { asNodeError, htmlList, type NodeError } from '../common/errors';
import type { AcceptedBatch, CheckedInput, SentBatches } from '../import/batch';
import { checkSource } from '../import/checkSource';
import { dryRunItems } from '../import/dryRun';
import { addErrorItems, MOST_NAMED, rejectedError } from '../import/errors';
import { customDataOf, MOST_CUSTOM_DATA_KEYS } from '../import/items';
import { nothingItem } from '../import/nothingItem';
import { openRowSource } from '../import/rowSource';
import { sendAll } from '../import/sendBatches';
import { checkAccess } from './access';
import { followJobs, type FollowedJob } from './followJobs';
import { checkLookup, jobBatches } from './jobBatches';
import { answerFor, jobItems, rowResults } from './jobItems';
import type { BatchRun } from './settings';

/** Reads and checks all input items as rows of batch jobs, see {@link checkSource}. */
async function checkJobRows(run: BatchRun) {
	const { fields, signal, settings } = run;
	const { timeZone } = settings.rules;
	const opened = await openRowSource(run);
	checkLookup(run, opened.source.columns);
	const source = typedSource(opened.source, fields);
	const checkMore = async (checked: CheckedRows) =>
		await checkTypes(checked, fields, timeZone, signal);
	const input = await checkSource(run, { ...opened, source }, checkMore);
	return { ...input, batches: jobBatches(run, input.rows) };
}

type JobInput = Awaited<ReturnType<typeof checkJobRows>>;

function idsOf(accepted: readonly AcceptedBatch[]): string {
	const named = accepted.slice(0, MOST_NAMED).map(({ importerId }) => importerId);
	const more = accepted.length - named.length;
	return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Makes the execution findable by its batch jobs, in the list of executions. */
function rememberJobs(context: IExecuteFunctions, accepted: readonly AcceptedBatch[]): void {
	const customData = customDataOf(context);
	accepted.slice(0, MOST_CUSTOM_DATA_KEYS).forEach(({ importerId }, index) => {
		customData.set(`persona_batch_job_id${index === 0 ? '' : `_${index + 1}`}`, importerId);
	});
}

/** Under *Stop Workflow* the accepted jobs leave no item, so the error has to name them. */
function stoppedBy(error: NodeError, accepted: readonly AcceptedBatch[]): NodeError {
	if (accepted.length === 0) return error;
	const others = `Persona took other rows of this run: batch job ${idsOf(accepted)}, which Batch Job: Get retrieves.`;
	error.description = `${error.description ?? ''} ${others}`.trim();
	return error;
}

/** The one error of *Stop Workflow* for rows that Persona could not write. */
function notWrittenError(
	node: INode,
	failed: readonly RejectedRow[],
	jobs: readonly FollowedJob[],
): NodeOperationError {
	const total = jobs.reduce((sum, { entry }) => sum + entry.batch.rowCount, 0);
	const named = failed.slice(0, MOST_NAMED).map(({ itemIndex, problems }) => {
		return `${describeProblems(itemIndex, problems)}.`;
	});
	const more = failed.length - MOST_NAMED;
	const lines = [...named, ...(more > 0 ? [`And ${more} more rows.`] : [])];
	const others = `The other rows are in Persona, in batch job ${idsOf(jobs.map(({ entry }) => entry))}. To go on with them and get each of these rows as an item with the reason, set 'On Error' in this node's settings to Continue.`;
	return new NodeOperationError(node, `Persona did not write ${failed.length} of ${total} rows`, {
		description: [htmlList(lines), others].join('\n'),
	});
}

/** What came after the jobs were accepted went wrong: that must not read as if Persona had no rows. */
function acceptedButUnfinished(
	node: INode,
	accepted: readonly AcceptedBatch[],
	cause: unknown,
): NodeError {
	const error = asNodeError(node, cause);
	if (accepted.length === 0) return error;
	const ids = idsOf(accepted);
	const whole = new NodeOperationError(
		node,
		'Persona accepted the rows, but this node could not find out what became of them',
		{
			description: `The rows are in batch job ${ids}: Batch Job: Get and Get Errors say more. What happened: ${error.message}. ${error.description ?? ''}`,
		},
	);
	// Tells whoever makes items of it that the node must not run again by itself.
	whole.context.importers = ids;
	return whole;
}

function hintAtCounts(
	{ context, hints }: BatchRun,
	{ rejected }: CheckedInput,
	{ accepted, failed }: SentBatches,
	jobs: readonly FollowedJob[],
): void {
	if (accepted.length + failed.length + rejected.length === 0) return hints.nothingToImport();
	const repeated = accepted.filter(({ isRepeated }) => isRepeated);
	const createdAt = repeated.map(({ body }) => createdAtOf(body.data));
	hints.repeated(createdAt, accepted.length, context.getTimezone());
	const isRouted = context.getNode().onError === 'continueErrorOutput';
	const reasons = isRouted ? 'the error output' : 'the last items';
	const ofBatches = failed.reduce((sum, { links }) => sum + links.length, 0);
	const ofJobs = jobs.reduce((sum, job) => sum + job.failed.length, 0);
	const notWritten = rejected.length + ofBatches + ofJobs;
	if (accepted.length === 0 || repeated.length < accepted.length || notWritten > 0)
		hints.answerWith(answerFor(jobs, notWritten, reasons));
}

/** All items of a run whose jobs were sent. */
async function resultOf(
	run: BatchRun,
	input: JobInput,
	sent: SentBatches,
	jobs: readonly FollowedJob[],
): Promise<INodeExecutionData[]> {
	const { context, signal } = run;
	const notWritten = jobs.flatMap(({ failed }) => failed);
	const inOrder = notWritten.sort((one, other) => one.itemIndex - other.itemIndex);
	if (inOrder.length > 0 && !context.continueOnFail())
		throw notWrittenError(context.getNode(), inOrder, jobs);
	hintAtCounts(run, input, sent, jobs);
	const parts = sent.accepted.length + sent.failed.length;
	const { items, failed } = run.isPerRow
		? await rowResults(run, input, jobs, sent.failed)
		: { items: await jobItems(run, input, jobs, parts), failed: inOrder };
	const rejected = await mergeInOrder(input.rejected, failed, signal);
	const ofBatches = run.isPerRow ? sent.failed.map((one) => ({ ...one, links: [] })) : sent.failed;
	await addErrorItems(run, { ...input, rejected }, ofBatches, items);
	if (items.length === 0 && context.continueOnFail()) items.push(nothingItem(run));
	run.hints.show(context);
	return items;
}

/**
 * Creates or updates accounts from all input items: maps and checks them, sends them as batch jobs, waits for all jobs
 * together, and returns one item per job or per row, then one per row that was not written; under *Continue* at least one.
 *
 * @throws NodeOperationError or NodeApiError, under *Stop Workflow* for rows that cannot go, jobs that Persona does not accept
 * and rows that it does not write, and always for what stops the whole run; the cancel signal's reason
 */
export async function runBatchJobs(run: BatchRun): Promise<INodeExecutionData[]> {
	const { context } = run;
	const input = await checkJobRows(run);
	if (run.settings.dryRun !== undefined) return await dryRunItems(run, input);
	const mayContinue = context.continueOnFail();
	if (input.rejected.length > 0 && !mayContinue) throw await rejectedError(run, input);
	if (input.batchCount > 0) await checkAccess(run);
	const sent = await sendAll(run, input.batches, !mayContinue);
	rememberJobs(context, sent.accepted);
	const [first] = sent.failed;
	if (first !== undefined && !mayContinue) throw stoppedBy(first.error, sent.accepted);
	let jobs: FollowedJob[];
	try {
		jobs = await followJobs(run, sent.accepted);
	} catch (cause) {
		run.signal?.throwIfAborted();
		throw acceptedButUnfinished(context.getNode(), sent.accepted, cause);
	}
	return await resultOf(run, input, sent, jobs);
}
