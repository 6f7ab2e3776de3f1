import { checkFile, type CheckedFile } from '../../pipeline/csvFile/checkFile';
import { FILE_PROBLEMS, UnusableFile, type FileProblem } from '../../pipeline/csvFile/problems';
import { buildForm } from '../../pipeline/form';
import type { Problem, RejectedRow } from '../../pipeline/types';
import { ContentDigest, type DigestedContent } from '../../transport/idempotency';
import { asNodeError } from '../common/errors';
import type { Batch, CheckedInput, Redaction } from './batch';
import { BinaryFile } from './binaryFile';
import { fileNameFor } from './options';
import type { ImportRun } from './settings';
import type { AcceptedUpload, FailedUpload, Uploader } from './uploader';

/** A file that can be sent. */
interface ReadyFile extends CheckedFile {
	file: BinaryFile;
	/** Of the bytes that will be sent. */
	content: DigestedContent;
}

/** What is wrong with a file, each in a sentence that names the field that it is in. */
function inField({ field }: BinaryFile, problems: readonly FileProblem[]): Problem[] {
	return problems.map((problem) => ({
		...problem,
		message: `the file in '${field}' ${problem.message}`,
	}));
}

/**
 * Does something with a file, and gives what is wrong with the file if it turns out to be unusable.
 *
 * @throws NodeOperationError or NodeApiError for everything else; the cancel signal's reason
 */
async function unlessUnusable<T>(
	{ context, signal }: ImportRun,
	file: BinaryFile,
	use: () => Promise<T>,
): Promise<T | Problem[]> {
	try {
		return await use();
	} catch (error) {
		signal?.throwIfAborted();
		if (error instanceof UnusableFile) return inField(file, error.problems);
		if (file.unreadable) return inField(file, [FILE_PROBLEMS.unreadable()]);
		throw asNodeError(context.getNode(), error);
	} finally {
		file.close();
	}
}

/** A file that becomes one import; it is read from n8n's storage while it is sent. */
class FileBatch implements Batch {
	readonly isWholeInput = false;
	readonly rowCount: number;
	readonly fileName: string;
	readonly label: string;

	constructor(
		private readonly run: ImportRun,
		private readonly ready: ReadyFile,
	) {
		const { file, rows } = ready;
		this.rowCount = rows;
		this.fileName = fileNameFor(file.name, run.settings);
		this.label = String(file.itemIndex + 1);
	}

	get links() {
		return [this.ready.file];
	}

	async send(uploader: Uploader): Promise<AcceptedUpload | FailedUpload | readonly Problem[]> {
		const { file, header, content } = this.ready;
		const { label, fileName } = this;
		let attempts = 0;
		const body = async () => {
			attempts++;
			const bytes = await file.openWith(header);
			return buildForm(bytes, fileName, this.run.target.formFields, content.length);
		};
		const afterAttempt = () => file.close();
		const upload = { label, fileName, content, body, afterAttempt };
		const sent = await unlessUnusable(this.run, file, async () => await uploader.send(upload));
		const isRead = !('length' in sent) && ('body' in sent || !file.unreadable);
		return isRead ? sent : inField(file, [FILE_PROBLEMS.unreadable(attempts > 1)]);
	}

	halves(): Batch[] {
		return [];
	}

	/** The cells of a file are not at hand, and a large file is not read again for the sake of three sentences. */
	async redactionOf(): Promise<Redaction> {
		return await Promise.resolve({ hideDetails: true });
	}

	/** The file is the user's own and is sent unchanged but for its header, so there is no preview of it. */
	async preview() {
		const { header, content } = this.ready;
		const names = header.line.toString('utf8').split(',');
		const columns = names.map((name) => name.replace(/["\s]/g, ''));
		return await Promise.resolve({ bytes: content.length, columns });
	}
}

async function checkOne(run: ImportRun, file: BinaryFile): Promise<ReadyFile> {
	const digest = new ContentDigest(run.client.apiKey);
	const keep = (bytes: Buffer) => digest.add(bytes);
	const checked = await checkFile(await file.open(), run.kind, { keep, signal: run.signal });
	return { ...checked, file, content: digest.finish() };
}

/**
 * Reads the file of every input item once, before anything is sent.
 *
 * @throws the cancel signal's reason
 */
export async function checkFiles(run: ImportRun): Promise<CheckedInput> {
	const batches: Batch[] = [];
	const rejected: RejectedRow[] = [];
	for (let itemIndex = 0; itemIndex < run.context.getInputData().length; itemIndex++) {
		const file = new BinaryFile(run.context, itemIndex);
		const checked = await unlessUnusable(run, file, async () => await checkOne(run, file));
		if ('content' in checked) batches.push(new FileBatch(run, checked));
		else rejected.push({ itemIndex, problems: checked });
	}
	return { unit: 'file', batchCount: batches.length, batches, rejected, columns: [] };
}
