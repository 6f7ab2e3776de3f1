import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_AGAIN = 100;

/** How long a thing may take on a busy machine, in milliseconds. */
const LIMIT = 90_000;

/**
 * Looks again and again until there is something to see, and returns it.
 *
 * @param what what it waits for, for the message when it does not come within `limit` milliseconds
 */
export async function until<Seen>(
	what: string,
	look: () => Seen | Promise<Seen>,
	limit = LIMIT,
): Promise<NonNullable<Exclude<Seen, false>>> {
	const deadline = Date.now() + limit;
	for (;;) {
		const seen = await look();
		if (seen) return seen as NonNullable<Exclude<Seen, false>>;
		if (Date.now() > deadline) throw new Error(`${what}: not seen within ${limit / 1000} s`);
		await sleep(LOOK_AGAIN);
	}
}
