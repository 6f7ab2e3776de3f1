import {
	NodeOperationError,
	type INode,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';

import { describeProblem, describeProblems } from '../../pipeline/results';
import type { Problem, RejectedRow } from '../../pipeline/types';
import { htmlList } from '../common/htmlList';
import { namingError } from '../common/nodeError';

/** Rejected rows that one message names. */
const MOST_NAMED_ROWS = 10;

/** The one error of *Stop Workflow*: how many rows cannot go, and for the first ten which item, column and rule. */
export function rejectedRowsError(
	node: INode,
	rejected: readonly RejectedRow[],
	total: number,
): NodeOperationError {
	const named = rejected
		.slice(0, MOST_NAMED_ROWS)
		.flatMap(({ itemIndex, problems }) =>
			problems.map((problem) => describeProblem(itemIndex, problem)),
		);
	const more = rejected.length - MOST_NAMED_ROWS;
	const lines = [
		...named.map((sentence) => `${sentence}.`),
		...(more > 0 ? [`And ${more} more rows.`] : []),
	];
	const description = [
		htmlList(lines),
		"Mend these rows in the source, or set 'On Error' in this node's settings to Continue: then the other rows are imported and each of these becomes an item of its own.",
	].join('\n');
	const rows = rejected.length === 1 ? '1 row' : `${rejected.length} rows`;
	const error = new NodeOperationError(
		node,
		`${rows} of ${total} cannot be imported, so nothing was sent`,
		// Without an item: the editor would put its number behind a message that is about all of them.
		{ description },
	);
	error.context.problems = rejected.slice(0, MOST_NAMED_ROWS) as unknown as JsonObject[];
	return error;
}

/**
 * One item for one row that did not make it. It carries `item.error`, never `json.error`: that would make *Retry On Fail*
 * run the whole node again.
 *
 * @param cause an error that explains more, such as Persona's refusal of the row's part
 */
export function errorItem(
	node: INode,
	itemIndex: number,
	problems: readonly Problem[],
	help?: string,
): INodeExecutionData {
	const message = describeProblems(itemIndex, problems);
	const error = namingError(node, message, { itemIndex, description: help });
	error.context.problems = problems as unknown as JsonObject[];
	return {
		json: { problems: problems as unknown as JsonObject[] },
		error,
		pairedItem: { item: itemIndex },
	};
}
