import type { IDataObject } from 'n8n-workflow';

import { objectBody, type Fetched, type ObjectBody, type PersonaClient } from './client';
import { clock, wait } from './clock';
import { isResponse, isTransient, type HttpResult } from './outcome';

/** How far an object has come. */
export type PollResult =
	| { state: 'finished'; body: ObjectBody }
	/** The time ran out; `body` is how it was last seen. */
	| { state: 'running'; body: ObjectBody }
	/** It cannot be watched, for instance because Persona does not know it. */
	| { state: 'lost'; result: HttpResult };

/** All in milliseconds. */
export interface PollOptions {
	/** From the end of one round to the begin of the next. */
	interval: number;
	/** After this long no further round begins. */
	timeout: number;
}

export interface PollHow {
	isFinished: (object: IDataObject) => boolean;
	/** How objects were seen before, by key. What is here stays when Persona cannot be asked for the moment. */
	seen?: ReadonlyMap<string, PollResult>;
	/** Whether one object's end ends it for all. */
	isEnough?: (watched: PollResult) => boolean;
}

/** Looks at one object; what keeps it from being seen only for the moment leaves it as it was last seen. */
async function look(
	client: PersonaClient,
	fetched: Fetched,
	{ isFinished }: PollHow,
	before: PollResult | undefined,
	maxWait: number,
): Promise<PollResult> {
	if (before !== undefined && client.dueIn > maxWait) return before;
	const result = await client.fetch(fetched, maxWait);
	const body = objectBody(result);
	if (body !== undefined) return { state: isFinished(body.data) ? 'finished' : 'running', body };
	return before !== undefined && isTransient(result) ? before : { state: 'lost', result };
}

/** Whether Persona does not know an object. Right after it was accepted that may be for the moment only. */
function isUnknown(seen: PollResult): boolean {
	return seen.state === 'lost' && isResponse(seen.result) && seen.result.status === 404;
}

/**
 * Watches objects until all have finished or the time is up. In each round it looks once at each that has not finished; the
 * first round always takes place. One that Persona does not know is looked at once more, if there is time.
 *
 * @param requests how to fetch each object, by a key of the caller's choice
 * @returns how each was last seen, by the same keys; without those not yet looked at when `isEnough` ended it
 * @throws the cancel signal's reason
 */
export async function pollUntilDone(
	client: PersonaClient,
	requests: ReadonlyMap<string, Fetched>,
	{ interval, timeout }: PollOptions,
	how: PollHow,
): Promise<Map<string, PollResult>> {
	const end = clock.now() + timeout;
	const left = () => Math.max(0, end - clock.now());
	const watched = new Map(how.seen);
	const unknown = new Set<string>();
	let open = [...requests];
	for (;;) {
		const running: typeof open = [];
		for (const [key, fetched] of open) {
			const seen = await look(client, fetched, how, watched.get(key), left());
			if (isUnknown(seen) && !unknown.has(key) && left() > 0) {
				unknown.add(key);
				running.push([key, fetched]);
				continue;
			}
			watched.set(key, seen);
			if (how.isEnough?.(seen) === true) return watched;
			if (seen.state === 'running') running.push([key, fetched]);
		}
		open = running;
		if (open.length === 0 || left() === 0) return watched;
		await wait(Math.min(interval, left()), client.signal);
	}
}
