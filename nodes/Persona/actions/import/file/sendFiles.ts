import type { IExecuteFunctions } from 'n8n-workflow';

import { FILE_PROBLEMS } from '../../../pipeline/csvFile/problems';
import { wordsInFile } from '../../../pipeline/csvFile/words';
import { buildForm } from '../../../pipeline/form';
import { cancelSignalOf } from '../../../transport/cancel';
import { saidIn } from '../../../transport/errors';
import { wouldAffectNextUpload } from '../../../transport/outcome';
import { fileNameFor } from '../parameters/fileName';
import type { ImportSettings } from '../parameters/importSettings';
import type { AcceptedUpload, RefusedUpload, Uploader } from '../upload';
import type { BinaryFile } from './binaryFile';
import { unlessUnusable, type ReadyFile, type RefusedFile } from './checkFiles';
import type { FailedFile } from './fileErrors';

/** A file that Persona took. */
export interface AcceptedFile extends AcceptedUpload {
	file: BinaryFile;
	rows: number;
	fileName: string;
}

/** A file that Persona did not take, or of which nobody knows. */
export interface RejectedFile extends FailedFile {
	upload: RefusedUpload;
	/** Words of Persona's answer that must not be shown. */
	values: readonly string[];
}

export type SentFile = AcceptedFile | RejectedFile | RefusedFile;

/** Sends files one at a time; each is read from n8n's storage while it is sent. */
export class FileSender {
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly uploader: Uploader,
		private readonly settings: ImportSettings,
	) {}

	/**
	 * When an upload ends in a way that would meet the others too, such as a refused key, they are not sent.
	 *
	 * @param stopEarly whether the first file that does not get through ends it
	 * @throws NodeOperationError when the execution is cancelled
	 */
	async sendAll(files: readonly ReadyFile[], stopEarly: boolean): Promise<SentFile[]> {
		const sent: SentFile[] = [];
		let ended: RejectedFile | undefined;
		for (const ready of files) {
			const result = ended === undefined ? await this.send(ready) : this.leaveOut(ready, ended);
			sent.push(result);
			if (stopEarly && !('body' in result)) break;
			if ('upload' in result && wouldAffectNextUpload(result.upload.delivery.result))
				ended ??= result;
		}
		return sent;
	}

	private leaveOut({ file }: ReadyFile, { upload, values }: RejectedFile): RejectedFile {
		const error = this.uploader.explainUnsent(upload, () => values, file.itemIndex);
		return { file, upload, values, error };
	}

	private async send(ready: ReadyFile): Promise<SentFile> {
		const { file, header, content, rows } = ready;
		const { formFields } = this.settings;
		const fileName = fileNameFor(file.name, this.settings);
		let attempts = 0;
		const body = async () => {
			attempts++;
			return buildForm(await file.openWith(header), fileName, formFields, content.length);
		};
		const label = String(file.itemIndex + 1);
		const afterAttempt = () => file.close();
		const upload = await unlessUnusable(this.context, file, async () => {
			return await this.uploader.send({ label, fileName, content, body, afterAttempt });
		});
		if ('body' in upload) return { ...upload, file, rows, fileName };
		if ('problems' in upload || file.unreadable) {
			return { file, problems: [FILE_PROBLEMS.unreadable(attempts > 1)] };
		}
		const values = await this.wordsToMask(ready, upload);
		const error = this.uploader.messageFor(upload, () => values, file.itemIndex);
		return { file, upload, values, error };
	}

	/** The words of Persona's answer that the file holds too, apart from its header; all of them if it cannot be read. */
	private async wordsToMask({ file, header }: ReadyFile, upload: RefusedUpload): Promise<string[]> {
		const said = saidIn(upload.delivery.result);
		if (said === '') return [];
		const found = await unlessUnusable(this.context, file, async () => {
			const rows = await file.open({ line: Buffer.alloc(0), replaces: header.replaces });
			return await wordsInFile(rows, said, cancelSignalOf(this.context));
		});
		return 'problems' in found ? said.split(/\s+/) : found;
	}
}
