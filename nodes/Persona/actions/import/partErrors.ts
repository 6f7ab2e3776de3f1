import type {
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import type { CheckedRows, Row } from '../../pipeline/types';
import { importerIdOf } from './completeImports';
import { failedImportError } from '../common/follow';
import { errorItem } from './importErrors';
import type { ImportSettings } from './parameters/importSettings';
import type { AcceptedPart } from './sendParts';
import { forEachInSlices } from '../common/slices';
import type { AcceptedUpload } from './upload';

/** Rows that are not in Persona, and why: their part was refused, or its import came to nothing. */
export interface FailedPart {
	rows: readonly Row[];
	error: NodeApiError | NodeOperationError;
}

/**
 * Parts that Persona accepted and then could not process.
 *
 * @param parts number of all parts of the run; what is about the only one is about no certain item
 */
export function erroredParts(
	node: INode,
	errored: readonly AcceptedPart[],
	parts: number,
): FailedPart[] {
	return errored.map((part) => {
		const { rows } = part;
		const itemIndex = parts === 1 ? undefined : rows[0]!.itemIndex;
		return { rows, error: failedImportError(node, importerIdOf(part), itemIndex) };
	});
}

/**
 * Adds one item for each row that was turned away, then one for each row of a part that failed.
 *
 * @throws NodeOperationError when the execution is cancelled
 */
export async function addErrorItems(
	context: IExecuteFunctions,
	checked: CheckedRows,
	failed: readonly FailedPart[],
	items: INodeExecutionData[],
): Promise<void> {
	const node = context.getNode();
	await forEachInSlices(context, checked.rejected, ({ itemIndex, problems }) => {
		items.push(errorItem(node, itemIndex, problems));
	});
	for (const { rows, error } of failed) {
		const { message, description } = error;
		const code = 'httpCode' in error ? `http${error.httpCode ?? ''}` : 'errored';
		const problems = [{ column: '', code, message }];
		await forEachInSlices(context, rows, ({ itemIndex }) => {
			items.push(errorItem(node, itemIndex, problems, description ?? undefined));
		});
	}
}

/** Under *Stop Workflow* the accepted parts leave no item, so the error has to name them. */
export function stoppedBy<Thrown extends NodeApiError | NodeOperationError>(
	error: Thrown,
	others: readonly AcceptedUpload[],
	{ idempotency }: ImportSettings,
): Thrown {
	if (others.length === 0) return error;
	const ids = others.map(importerIdOf).join(', ');
	const again =
		idempotency === 'content'
			? ' A further run with the same rows does not import them again within 24 hours.'
			: '';
	error.description = `${error.description ?? ''} Persona took other rows of this run: importer ${ids}.${again}`;
	return error;
}
