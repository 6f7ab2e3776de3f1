import {
	NodeOperationError,
	type INode,
	type INodeExecutionData,
	type NodeApiError,
} from 'n8n-workflow';

import type { FileProblem } from '../../../pipeline/csvFile/problems';
import { describeProblems } from '../../../pipeline/results';
import type { Problem } from '../../../pipeline/types';
import { importerIdOf } from '../completeImports';
import { failedImportError } from '../../common/follow';
import { htmlList } from '../../common/htmlList';
import { namingError } from '../../common/nodeError';
import { errorItem } from '../importErrors';
import type { BinaryFile } from './binaryFile';
import type { RefusedFile } from './checkFiles';
import type { AcceptedFile } from './sendFiles';

/** A file that was sent and is not in Persona, or of which nobody knows. */
export interface FailedFile {
	file: BinaryFile;
	error: NodeApiError | NodeOperationError;
}

/** A file that did not make it: refused here, or failed in Persona. */
export type NotImported = RefusedFile | FailedFile;

/** Refused files that one message names. */
const MOST_NAMED_FILES = 10;

function inField(field: string, { column, code, message }: FileProblem): Problem {
	return { column, code, message: `the file in '${field}' ${message}` };
}

function helpFor(problems: readonly FileProblem[]): string {
	return [...new Set(problems.map(({ help }) => help))].join(' ');
}

function describe(refused: RefusedFile): string {
	return describeProblems(refused.file.itemIndex, problemsOf(refused));
}

/** What stands against a file, each in a sentence that names the field it is in. */
export function problemsOf({ file: { field }, problems }: RefusedFile): Problem[] {
	return problems.map((problem) => inField(field, problem));
}

/** One item for one file that did not make it. */
export function fileErrorItem(node: INode, failed: NotImported): INodeExecutionData {
	const { itemIndex } = failed.file;
	if ('problems' in failed) {
		return errorItem(node, itemIndex, problemsOf(failed), helpFor(failed.problems));
	}
	const { message, description } = failed.error;
	const code = 'httpCode' in failed.error ? `http${failed.error.httpCode ?? ''}` : 'errored';
	return errorItem(node, itemIndex, [{ column: '', code, message }], description ?? undefined);
}

/** A file that Persona accepted and then could not process. */
export function erroredFile(node: INode, accepted: AcceptedFile): FailedFile {
	const { file } = accepted;
	return { file, error: failedImportError(node, importerIdOf(accepted), file.itemIndex) };
}

/** The error for one file. */
export function fileError(node: INode, refused: NotImported): NodeApiError | NodeOperationError {
	if ('error' in refused) return refused.error;
	const description = helpFor(refused.problems);
	const { itemIndex } = refused.file;
	return namingError(node, describe(refused), { description, itemIndex });
}

/** The one error of *Stop Workflow*: which files cannot go, and why. */
export function refusedFilesError(
	node: INode,
	refused: readonly RefusedFile[],
	total: number,
): NodeApiError | NodeOperationError {
	if (total === 1) return fileError(node, refused[0]!);
	const more = refused.length - MOST_NAMED_FILES;
	const named = refused
		.slice(0, MOST_NAMED_FILES)
		.map((file) => `${describe(file)}. ${helpFor(file.problems)}`);
	const description = [
		htmlList([...named, ...(more > 0 ? [`And ${more} more files.`] : [])]),
		"To import the other files all the same, set 'On Error' in this node's settings to Continue.",
	].join('\n');
	const files = refused.length === 1 ? '1 file' : `${refused.length} files`;
	return new NodeOperationError(
		node,
		`${files} of ${total} cannot be imported, so nothing was sent`,
		{ description },
	);
}
