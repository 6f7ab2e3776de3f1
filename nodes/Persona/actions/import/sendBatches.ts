import { isTooLarge, wouldAffectNextUpload } from '../../transport/outcome';
import { completeImports, refreshRepeated } from './complete';
import type { AcceptedBatch, Batch, CheckedInput, FailedBatch, SentBatches } from './batch';
import { EarlierTries } from './earlierTries';
import { erroredBatch, failedBatch, stoppedBy, unreadableBatch } from './errors';
import { rememberImporters } from './items';
import type { ImportRun } from './settings';
import type { FailedUpload } from './upload';
import { Uploader } from './uploader';

/** The batches of a run in their order. One that is too large for Persona is replaced by its halves. */
class BatchQueue {
	private readonly source: Iterator<Batch>;
	private readonly halves: Batch[] = [];
	private mayDivide = true;

	constructor(
		batches: Iterable<Batch>,
		private readonly earlier: EarlierTries,
	) {
		this.source = batches[Symbol.iterator]();
	}

	next(): Batch | undefined {
		const batch = this.halves.pop() ?? (this.source.next().value as Batch | undefined);
		if (batch === undefined || !this.earlier.wasHalved(batch.label)) return batch;
		this.halves.push(...batch.halves().reverse());
		return this.next();
	}

	/**
	 * Puts the halves of a batch that is too large in its place, unless an attempt may have got through. A single row that is
	 * too large ends that for the whole run.
	 *
	 * @returns whether it did
	 */
	divide(batch: Batch, { result, uncertain }: FailedUpload): boolean {
		if (!isTooLarge(result) || uncertain || !this.mayDivide) return false;
		const halves = batch.halves();
		this.mayDivide = halves.length > 0;
		this.halves.push(...halves.reverse());
		if (this.mayDivide) this.earlier.noteHalved(batch.label);
		return this.mayDivide;
	}
}

/**
 * Sends batches one after the other. When an upload ends in a way that would affect the others too, such as a rejected API
 * key, they are not sent.
 *
 * @param stopEarly whether the first batch that does not get through ends it
 * @throws the cancel signal's reason
 */
export async function sendAll(
	run: ImportRun,
	batches: Iterable<Batch>,
	stopEarly: boolean,
): Promise<SentBatches> {
	const earlier = new EarlierTries(run.context);
	const uploader = new Uploader(run, earlier);
	const queue = new BatchQueue(batches, earlier);
	const { accepted, failed }: SentBatches = { accepted: [], failed: [] };
	let ended: FailedUpload | undefined;
	for (let batch = queue.next(); batch !== undefined; batch = queue.next()) {
		if (ended !== undefined) {
			failed.push(await failedBatch(uploader, batch, ended, false));
			continue;
		}
		const sent = await batch.send(uploader);
		if ('body' in sent) {
			accepted.push({ ...sent, batch, part: accepted.length + failed.length + 1 });
			continue;
		}
		if ('result' in sent) {
			if (queue.divide(batch, sent)) continue;
			failed.push(await failedBatch(uploader, batch, sent, true));
			if (wouldAffectNextUpload(sent.result)) ended = sent;
		} else {
			failed.push(unreadableBatch(run.context.getNode(), batch, sent));
		}
		if (stopEarly) break;
	}
	return { accepted, failed };
}

/**
 * Sends the batches of a run and, if that is wanted, waits until Persona has finished with them.
 *
 * @throws NodeApiError or NodeOperationError, under *Stop Workflow* for the first batch that Persona does not accept or
 * cannot process; the cancel signal's reason
 */
export async function sendBatches(run: ImportRun, input: CheckedInput): Promise<SentBatches> {
	const { context, settings } = run;
	const mayContinue = context.continueOnFail();
	const stopAt = ([first]: readonly FailedBatch[], others: readonly AcceptedBatch[]) => {
		if (first !== undefined && !mayContinue) throw stoppedBy(first.error, others, settings);
	};
	const { accepted, failed } = await sendAll(run, input.batches, !mayContinue);
	rememberImporters(context, accepted);
	stopAt(failed, accepted);
	if (settings.poll === undefined)
		return { accepted: await refreshRepeated(run, accepted), failed };
	const { completed, errored } = await completeImports(run, accepted, settings.poll);
	const notProcessed = errored.map((entry) => erroredBatch(context.getNode(), entry));
	stopAt(notProcessed, completed);
	return { accepted: completed, failed: [...failed, ...notProcessed] };
}
