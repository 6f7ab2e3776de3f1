import type { IExecuteFunctions } from 'n8n-workflow';

import { checkFile, type CheckedFile } from '../../../pipeline/csvFile/checkFile';
import { FILE_PROBLEMS, UnusableFile, type FileProblem } from '../../../pipeline/csvFile/problems';
import type { ImportKind } from '../../../pipeline/types';
import { cancelSignalOf } from '../../../transport/cancel';
import { ContentDigest, type DigestedContent } from '../../../transport/idempotency';
import { asNodeError } from '../../common/nodeError';
import { BinaryFile } from './binaryFile';

/** A file that can be sent. */
export interface ReadyFile extends CheckedFile {
	file: BinaryFile;
	/** Of the bytes that will be sent. */
	content: DigestedContent;
}

/** A file that cannot be sent, with everything that stands against it. */
export interface RefusedFile {
	file: BinaryFile;
	problems: readonly FileProblem[];
}

/**
 * Does something with a file, and gives what stands against it if it turns out to be unusable.
 *
 * @throws NodeOperationError or NodeApiError for everything else
 */
export async function unlessUnusable<T>(
	context: IExecuteFunctions,
	file: BinaryFile,
	use: () => Promise<T>,
): Promise<T | RefusedFile> {
	try {
		return await use();
	} catch (error) {
		cancelSignalOf(context)?.throwIfAborted();
		if (error instanceof UnusableFile) return { file, problems: error.problems };
		if (file.unreadable) return { file, problems: [FILE_PROBLEMS.unreadable()] };
		throw asNodeError(context.getNode(), error);
	} finally {
		file.close();
	}
}

async function checkOne(
	context: IExecuteFunctions,
	file: BinaryFile,
	kind: ImportKind,
	secret: string,
): Promise<ReadyFile> {
	const digest = new ContentDigest(secret);
	const checked = await checkFile(await file.open(), kind, {
		keep: (bytes) => digest.add(bytes),
		signal: cancelSignalOf(context),
	});
	return { ...checked, file, content: digest.finish() };
}

/**
 * Reads the file of every input item once, before anything is sent.
 *
 * @param secret see {@link ContentDigest}
 * @throws NodeOperationError when the execution is cancelled
 */
export async function checkFiles(
	context: IExecuteFunctions,
	kind: ImportKind,
	secret: string,
): Promise<Array<ReadyFile | RefusedFile>> {
	const files: Array<ReadyFile | RefusedFile> = [];
	for (let itemIndex = 0; itemIndex < context.getInputData().length; itemIndex++) {
		const file = new BinaryFile(context, itemIndex);
		const check = async () => await checkOne(context, file, kind, secret);
		files.push(await unlessUnusable(context, file, check));
	}
	return files;
}
