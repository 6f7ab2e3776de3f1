import {
	ExpressionError,
	NodeApiError,
	NodeOperationError,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';

import { describeProblems, problemsJson } from '../../pipeline/results';
import type { Problem } from '../../pipeline/types';
import { safeForEditor } from '../../transport/editorText';

export type NodeError = NodeApiError | NodeOperationError;

type NodeOperationErrorOptions = ConstructorParameters<typeof NodeOperationError>[2];

/**
 * Sentences as a list for an error's description. The editor shows descriptions as HTML, where line breaks alone run
 * together; where one is read as text, they help.
 */
export function htmlList(sentences: readonly string[]): string {
	const entries = sentences.map((sentence) => `<li>${safeForEditor(sentence)}</li>`);
	return ['<ul>', ...entries, '</ul>'].join('\n');
}

/**
 * An error whose message holds a name that the user chose: n8n replaces a message by a sentence of its own if it contains
 * certain words in any case, such as EPERM, which is in "Keepermail".
 */
export function namingError(
	...[node, message, options]: [INode, string, NodeOperationErrorOptions]
): NodeOperationError {
	const error = new NodeOperationError(node, message, options);
	error.message = message;
	return error;
}

/** Anything that is not one of n8n's errors is a defect of this package; its own text may hold a value, so it stays here. */
export function asNodeError(node: INode, error: unknown): NodeError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	if (error instanceof ExpressionError) {
		const { parameter } = error.context;
		const where = typeof parameter === 'string' ? `in '${parameter}'` : 'of this node';
		return namingError(node, `An expression ${where} could not be resolved`, {
			description: 'Open the node and look at its expressions: the editor shows what is missing.',
			failure: { cause: 'configuration-invalid' },
		});
	}
	const kind = error instanceof Error ? error.name : typeof error;
	return new NodeOperationError(node, `The node stopped for an unknown reason (${kind})`, {
		description:
			'Please report this at https://github.com/n8n-nodes-persona/n8n-nodes-persona/issues.',
		failure: { cause: 'node-defect' },
	});
}

/** How to get unstuck, each way once; undefined where the problems say it themselves. */
export function helpOf(problems: readonly Problem[]): string | undefined {
	const helps = new Set(problems.flatMap(({ help }) => help ?? []));
	return helps.size === 0 ? undefined : [...helps].join(' ');
}

/** How an item for one input item that did not make it leaves the node. */
interface ErrorItemOptions {
	/**
	 * False when the node must not run again by itself, because rows may have arrived that a second upload would double. *Retry
	 * On Fail* runs a node again when its first item has `json.error`.
	 */
	mayRunAgain?: boolean;
}

/**
 * One item for one input item that did not make it: the reason as text in `error`, and for workflows in `details`. Without
 * `itemIndex` it is about the whole run.
 *
 * Under *Continue (using error output)* n8n moves an item that has `error` to that output, on every version, and puts the
 * input item's own fields below `json`. That `error` is not enumerable, so that n8n's copy of the item comes without it:
 * from 2.41 on, n8n would replace the whole `json` of an item that has one.
 */
export function errorItem(
	{ onError, ...node }: INode,
	itemIndex: number | undefined,
	problems: readonly Problem[],
	{ mayRunAgain = true }: ErrorItemOptions = {},
): INodeExecutionData {
	const text =
		itemIndex === undefined ? problems[0]!.message : describeProblems(itemIndex, problems);
	const help = helpOf(problems);
	const item: INodeExecutionData = {
		json: {
			error: text,
			details: { row: itemIndex ?? null, problems: problemsJson(problems), help: help ?? null },
		},
		pairedItem: { item: itemIndex ?? 0 },
	};
	const isRouted = onError === 'continueErrorOutput';
	if (isRouted || !mayRunAgain) {
		const value = namingError(node, text, { itemIndex, description: help });
		Object.defineProperty(item, 'error', { value, enumerable: !mayRunAgain });
	}
	if (!mayRunAgain) delete item.json.error;
	return item;
}

/** The item for an input item whose work ended in an error. */
export function failedItem(
	node: INode,
	itemIndex: number,
	{ message, description, context }: NodeError,
): INodeExecutionData {
	// The item's own message begins with the item already.
	const said = message.replace(/^Item \d+: /, '');
	const problem = { column: '', code: 'run', message: said, help: description ?? undefined };
	// With importers, rows are in Persona although the node could not finish.
	return errorItem(node, itemIndex, [problem], { mayRunAgain: context.importers === undefined });
}
