import { hasFailed, isFinished } from '../../pipeline/importer';
import { pollUntilDone, type PollOptions, type PollResult } from '../../transport/poll';
import { followSettings, hintAt, importerRequest } from '../common/follow';
import type { ImportRun } from './settings';
import type { AcceptedUpload } from './upload';

/** Accepted uploads after the wait for them, in their order. */
export interface Completed<Upload> {
	/** Each with its Importer as it was last seen: finished, or still running when the time was up. */
	completed: Upload[];
	/** Those that Persona could not process. */
	errored: Upload[];
}

/** Persona has these uploads; that it cannot say how they go on is worth a hint, not an end. */
export function hintAtLost({ client, hints }: ImportRun, polled: Map<string, PollResult>): void {
	const lost = new Map<string, string[]>();
	for (const [id, seen] of polled) {
		if (seen.state !== 'lost') continue;
		const { message } = client.errorFor(seen.result, {});
		lost.set(message, [...(lost.get(message) ?? []), id]);
	}
	for (const [message, ids] of lost) hints.notFollowed(message, ids);
}

/**
 * Fetches earlier imports once, because Persona repeats its first answer, in which they are all pending. One that cannot be
 * fetched stays as it is in that answer.
 *
 * @throws the cancel signal's reason
 */
export async function refreshRepeated<Upload extends AcceptedUpload>(
	{ client, settings }: ImportRun,
	uploads: readonly Upload[],
): Promise<Upload[]> {
	const repeated = uploads.filter(({ isRepeated }) => isRepeated);
	const requests = new Map(
		repeated.map(({ importerId }) => [importerId, importerRequest(importerId, settings)]),
	);
	const once = { interval: 0, timeout: 0 };
	const fetched = await pollUntilDone(client, requests, once, { isFinished });
	return uploads.map((upload) => {
		const seen = fetched.get(upload.importerId);
		return seen === undefined || seen.state === 'lost' ? upload : { ...upload, body: seen.body };
	});
}

/**
 * Waits until Persona has finished the imports that it accepted, all in one polling loop.
 *
 * @throws the cancel signal's reason
 */
export async function completeImports<Upload extends AcceptedUpload>(
	run: ImportRun,
	uploads: readonly Upload[],
	poll: PollOptions,
): Promise<Completed<Upload>> {
	const { client, settings, hints } = run;
	const follow = followSettings(settings);
	const ids = uploads.map(({ importerId }) => importerId);
	const requests = new Map(ids.map((id) => [id, importerRequest(id, follow)]));
	const accepted = uploads.map(({ body }): PollResult => ({ state: 'running', body }));
	const seen = new Map(ids.map((id, index) => [id, accepted[index]!]));
	const polled = await pollUntilDone(client, requests, poll, { isFinished, seen });
	hintAt(hints, polled.values(), poll.timeout);
	hintAtLost(run, polled);
	const result: Completed<Upload> = { completed: [], errored: [] };
	for (const upload of uploads) {
		const last = polled.get(upload.importerId)!;
		if (last.state === 'lost') result.completed.push(upload);
		else if (hasFailed(last.body.data)) result.errored.push(upload);
		else result.completed.push({ ...upload, body: last.body });
	}
	return result;
}
