import {
	NodeOperationError,
	type INode,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';

import { describeGroup, groupProblems } from '../../pipeline/problemGroups';
import { describeProblem, describeProblems } from '../../pipeline/results';
import { forEachInSlices, mergeInOrder } from '../../pipeline/slices';
import type { Problem, RejectedRow } from '../../pipeline/types';
import {
	asNodeError,
	errorItem,
	helpOf,
	htmlList,
	namingError,
	type NodeError,
} from '../common/errors';
import { failedImportError } from '../common/follow';
import type { Batch, CheckedInput, FailedBatch } from './batch';
import type { ImportRun, ImportSettings } from './settings';
import type { AcceptedUpload, FailedUpload } from './upload';
import type { Uploader } from './uploader';

/** Files, or groups of rows, that one message names. */
export const MOST_NAMED = 10;

function withProblem(links: Batch['links'], error: NodeError, mayRunAgain: boolean): FailedBatch {
	const { message, description } = error;
	const code = 'httpCode' in error ? `http${error.httpCode ?? ''}` : 'errored';
	const problem = { column: '', code, message, help: description ?? undefined };
	return { links, error, problems: [problem], mayRunAgain };
}

/**
 * A batch whose upload did not get through.
 *
 * @param wasSent false when it was left out because of an upload before it, which is then the one given
 */
export async function failedBatch(
	uploader: Uploader,
	batch: Batch,
	upload: FailedUpload,
	wasSent: boolean,
): Promise<FailedBatch> {
	const redaction = await batch.redactionOf(upload);
	const { itemIndex } = batch.links[0]!;
	const error = wasSent
		? uploader.errorFor(upload, redaction, batch.isWholeInput ? undefined : itemIndex)
		: uploader.errorForUnsent(upload, redaction, { label: batch.label, itemIndex });
	return withProblem(batch.links, error, !wasSent || !upload.uncertain || upload.hasKey);
}

/** A batch that Persona accepted and then could not process. */
export function erroredBatch(
	node: INode,
	accepted: AcceptedUpload & { batch: Batch },
): FailedBatch {
	const { links, isWholeInput } = accepted.batch;
	const itemIndex = isWholeInput ? undefined : links[0]!.itemIndex;
	return withProblem(links, failedImportError(node, accepted.importerId, itemIndex), true);
}

function itemError(node: INode, { itemIndex, problems }: RejectedRow): NodeOperationError {
	const description = helpOf(problems);
	return namingError(node, describeProblems(itemIndex, problems), { description, itemIndex });
}

/** A batch that could not be read when it was to be sent. */
export function unreadableBatch(
	node: INode,
	{ links }: Batch,
	problems: readonly Problem[],
): FailedBatch {
	const { itemIndex } = links[0]!;
	return { links, problems, error: itemError(node, { itemIndex, problems }), mayRunAgain: true };
}

/** What is wrong with files is about each file alone; what is wrong with rows is often the same in many. */
async function sentencesFor(
	{ rejected, unit }: CheckedInput,
	signal?: AbortSignal,
): Promise<string[]> {
	if (unit === 'row') {
		const { groups, otherRows } = await groupProblems(rejected, MOST_NAMED, signal);
		const named = groups.map((group) => `${describeGroup(group)}.`);
		return otherRows === 0 ? named : [...named, `And ${otherRows} more rows.`];
	}
	const more = rejected.length - MOST_NAMED;
	const named = rejected.slice(0, MOST_NAMED).flatMap(({ itemIndex, problems }) => {
		const help = helpOf(problems);
		if (help !== undefined) return [`${describeProblems(itemIndex, problems)}. ${help}`];
		return problems.map((problem) => `${describeProblem(itemIndex, problem)}.`);
	});
	return more > 0 ? [...named, `And ${more} more files.`] : named;
}

/**
 * The one error of *Stop Workflow*: how many items cannot go, and which items, columns and rules it is about.
 *
 * @throws the cancel signal's reason
 */
export async function rejectedError(
	{ context, signal }: ImportRun,
	input: CheckedInput,
): Promise<NodeOperationError> {
	const { rejected, unit } = input;
	const node = context.getNode();
	const total = context.getInputData().length;
	if (unit === 'file' && total === 1) return itemError(node, rejected[0]!);
	const lines = await sentencesFor(input, signal);
	const others =
		unit === 'file'
			? "To import the other files anyway, set 'On Error' in this node's settings to Continue."
			: "Fix these rows in the source. To import the other rows anyway, set 'On Error' in this node's settings to Continue: each of these rows then becomes a separate item with the reason.";
	const count = `${rejected.length} of ${total} ${unit}${total === 1 ? '' : 's'}`;
	const error = new NodeOperationError(node, `${count} cannot be imported, so nothing was sent`, {
		// Without an item: the editor would put its number after a message that is about all of them.
		description: [htmlList(lines), others].join('\n'),
	});
	if (unit === 'row')
		error.context.problems = rejected.slice(0, MOST_NAMED) as unknown as JsonObject[];
	return error;
}

/**
 * Adds one item for each input item that is not in Persona: first the rejected ones, then those of failed batches; files in
 * the order of their items.
 *
 * @throws the cancel signal's reason
 */
export async function addErrorItems(
	{ context, signal }: ImportRun,
	{ rejected, unit }: CheckedInput,
	failed: readonly FailedBatch[],
	items: INodeExecutionData[],
): Promise<void> {
	const node = context.getNode();
	const mayRunAgain = failed.every((batch) => batch.mayRunAgain);
	const add = ({ itemIndex, problems }: RejectedRow) => {
		items.push(errorItem(node, itemIndex, problems, { mayRunAgain }));
	};
	if (unit === 'file') {
		const others = failed.map(({ links, problems }) => ({
			itemIndex: links[0]!.itemIndex,
			problems,
		}));
		return (await mergeInOrder<RejectedRow>(rejected, others, signal)).forEach(add);
	}
	await forEachInSlices(rejected, add, signal);
	for (const { links, problems } of failed) {
		await forEachInSlices(links, ({ itemIndex }) => add({ itemIndex, problems }), signal);
	}
}

/** Under *Stop Workflow* the accepted imports leave no item, so the error has to name them. */
export function stoppedBy<Thrown extends NodeError>(
	error: Thrown,
	others: readonly AcceptedUpload[],
	{ idempotency }: ImportSettings,
): Thrown {
	if (others.length === 0) return error;
	const ids = others.map(({ importerId }) => importerId).join(', ');
	const again =
		idempotency === 'content'
			? ' Another run with the same rows does not import them again within 24 hours.'
			: '';
	error.description = `${error.description ?? ''} Persona accepted other rows of this run: importer ${ids}.${again}`;
	return error;
}

/** What came after the uploads went wrong: that must not read as if the rows were not in Persona. */
export function acceptedButUnfinished(
	node: INode,
	accepted: readonly AcceptedUpload[],
	cause: unknown,
): NodeError {
	const error = asNodeError(node, cause);
	if (accepted.length === 0) return error;
	const ids = accepted.map(({ importerId }) => importerId).join(', ');
	const whole = new NodeOperationError(
		node,
		'Persona accepted the rows, but this node could not finish its output',
		{
			description: `Do not send the rows again: they are in importer ${ids}, which Importer: Get retrieves. What happened: ${error.message}. ${error.description ?? ''}`,
		},
	);
	whole.context.importers = ids;
	return whole;
}
