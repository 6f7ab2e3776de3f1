import { isTooLarge, wouldAffectNextUpload } from '../../transport/outcome';
import { completeImports } from './complete';
import type { AcceptedBatch, Batch, CheckedInput, FailedBatch, SentBatches } from './batch';
import { erroredBatch, failedBatch, stoppedBy, unreadableBatch } from './errors';
import { rememberImporters } from './items';
import type { ImportRun } from './settings';
import { Uploader, type FailedUpload } from './uploader';

/**
 * Sends batches one after the other. One that is too large for Persona is sent again in halves, unless an attempt before may
 * have got through, and until a single row turns out to be too large. When an upload ends in a way that would affect the
 * others too, such as a rejected API key, they are not sent.
 *
 * @param stopEarly whether the first batch that does not get through ends it
 * @throws the cancel signal's reason
 */
async function sendAll(
	run: ImportRun,
	batches: Iterable<Batch>,
	stopEarly: boolean,
): Promise<SentBatches> {
	const uploader = new Uploader(run);
	const { accepted, failed }: SentBatches = { accepted: [], failed: [] };
	const source = batches[Symbol.iterator]();
	const halves: Batch[] = [];
	let ended: FailedUpload | undefined;
	let mayHalve = true;
	for (;;) {
		const batch = halves.pop() ?? (source.next().value as Batch | undefined);
		if (batch === undefined) return { accepted, failed };
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
			const isDividable = isTooLarge(sent.result) && !sent.uncertain && mayHalve;
			const smaller = isDividable ? batch.halves() : [];
			halves.push(...smaller.reverse());
			if (smaller.length > 0) continue;
			if (isDividable) mayHalve = false;
			failed.push(await failedBatch(uploader, batch, sent, true));
			if (wouldAffectNextUpload(sent.result)) ended = sent;
		} else {
			failed.push(unreadableBatch(run.context.getNode(), batch, sent));
		}
		if (stopEarly) return { accepted, failed };
	}
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
	if (settings.poll === undefined) return { accepted, failed };
	const { completed, errored } = await completeImports(run, accepted, settings.poll);
	const notProcessed = errored.map((entry) => erroredBatch(context.getNode(), entry));
	stopAt(notProcessed, completed);
	return { accepted: completed, failed: [...failed, ...notProcessed] };
}
