import type { IBinaryData } from 'n8n-workflow';

import type { CheckedRows, Problem, RejectedRow } from '../../pipeline/types';
import type { ErrorContext } from '../../transport/errors';
import type { NodeError } from '../common/errors';
import type { AcceptedUpload, FailedUpload, Uploader } from './uploader';

/** How the text of an answer is made safe to show. */
export type Redaction = Pick<ErrorContext, 'values' | 'hideDetails'>;

/** What becomes one import: some rows, or one file. */
export interface Batch {
	/** Number within the run; halves of a batch that was too large add their own, as in `2.1`. */
	readonly label: string;
	readonly rowCount: number;
	readonly fileName: string;
	/** The input items that it holds, for item links. */
	readonly links: ReadonlyArray<{ itemIndex: number }>;
	/** Whether it holds all rows, so that a message about it is about no certain item. */
	readonly isWholeInput: boolean;

	/**
	 * Sends it as one upload.
	 *
	 * @returns what is wrong with it if it turned out that it cannot be read
	 * @throws the cancel signal's reason
	 */
	send(uploader: Uploader): Promise<AcceptedUpload | FailedUpload | readonly Problem[]>;

	/** The same rows in two batches; none where they cannot be divided. */
	halves(): Batch[];

	/** What of Persona's answer to an upload has to be masked or left out, because it may repeat the rows. */
	redactionOf(upload: FailedUpload): Promise<Redaction>;

	/** What would be sent: size and columns, and for rows the CSV itself. */
	preview(): Promise<{ bytes: number; columns: readonly string[]; data?: IBinaryData }>;
}

/** The input of a run after it was read and checked, before anything is sent. */
export interface CheckedInput {
	/** What an input item is. */
	unit: 'row' | 'file';
	/** How many batches there are, and all of them, each made when it is asked for. */
	batchCount: number;
	batches: Iterable<Batch>;
	/** Items that cannot go. */
	rejected: readonly RejectedRow[];
	/** The columns that would be sent, as far as they are the same for all batches. */
	columns: readonly string[];
	/** The rows themselves; files are not read into rows. */
	rows?: CheckedRows;
}

/** A batch that Persona accepted. */
export interface AcceptedBatch extends AcceptedUpload {
	batch: Batch;
	/** Number within the run, from 1. */
	part: number;
}

/** A batch that is not in Persona, or of which nobody knows. */
export interface FailedBatch {
	/** The input items that it held. */
	links: ReadonlyArray<{ itemIndex: number }>;
	problems: readonly Problem[];
	error: NodeError;
	/** Whether another run can send these rows again without a doubt that Persona has them already. */
	mayRunAgain: boolean;
}

/** What became of the batches of a run. */
export interface SentBatches {
	/** In their order. */
	accepted: AcceptedBatch[];
	failed: FailedBatch[];
}
