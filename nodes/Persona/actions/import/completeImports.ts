import { hasFailed, isFinished } from '../../pipeline/importer';
import type { PersonaClient } from '../../transport/client';
import { pollUntilDone, type PollOptions, type PollResult } from '../../transport/poll';
import { followSettings, hintAt, importerRequest } from '../common/follow';
import type { Hints } from '../common/hints';
import type { RequestSettings } from '../common/requestSettings';
import type { AcceptedUpload } from './upload';

/** Accepted uploads after the wait for them, in their order. */
export interface Completed<Upload> {
	/** Each with its Importer as it was last seen: finished, or still running when the time was up. */
	completed: Upload[];
	/** Those that Persona could not process. */
	errored: Upload[];
}

export function importerIdOf({ body }: AcceptedUpload): string {
	return String(body.data.id);
}

/** Persona has these uploads; that it cannot say how they go on is worth a hint, not an end. */
function hintAtLost(client: PersonaClient, watched: Map<string, PollResult>, hints: Hints): void {
	const lost = new Map<string, string[]>();
	for (const [id, seen] of watched) {
		if (seen.state !== 'lost') continue;
		const { message } = client.errorFor(seen.result, {});
		lost.set(message, [...(lost.get(message) ?? []), id]);
	}
	for (const [message, ids] of lost) hints.notFollowed(message, ids);
}

/**
 * Waits until Persona has finished the imports that it accepted, all in one polling loop.
 *
 * @throws NodeOperationError when the execution is cancelled
 */
export async function completeImports<Upload extends AcceptedUpload>(
	client: PersonaClient,
	uploads: readonly Upload[],
	{ patience, settings, hints }: { patience: PollOptions; settings: RequestSettings; hints: Hints },
): Promise<Completed<Upload>> {
	const follow = followSettings(settings);
	const ids = uploads.map(importerIdOf);
	const requests = new Map(ids.map((id) => [id, importerRequest(id, follow)]));
	const accepted = uploads.map(({ body }): PollResult => ({ state: 'running', body }));
	const seen = new Map(ids.map((id, index) => [id, accepted[index]!]));
	const watched = await pollUntilDone(client, requests, patience, { isFinished, seen });
	hintAt(hints, watched.values(), patience.timeout);
	hintAtLost(client, watched, hints);
	const result: Completed<Upload> = { completed: [], errored: [] };
	for (const upload of uploads) {
		const last = watched.get(importerIdOf(upload))!;
		if (last.state === 'lost') result.completed.push(upload);
		else if (hasFailed(last.body.data)) result.errored.push(upload);
		else result.completed.push({ ...upload, body: last.body });
	}
	return result;
}
