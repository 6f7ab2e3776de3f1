import { sleep } from 'n8n-workflow';

/** Time and chance, in one place that tests can replace. */
export const clock = {
	/** Milliseconds since some fixed moment. */
	now: (): number => performance.now(),
	sleep: async (milliseconds: number): Promise<void> => await sleep(milliseconds),
	/** From 0 to just under 1. */
	random: (): number => Math.random(),
};

/** Longest sleep between two looks at the signal, in milliseconds. */
const LONGEST_SLEEP = 500;

/**
 * Waits, and gives up within a second when the signal is aborted.
 *
 * @throws the signal's reason
 */
export async function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
	const end = clock.now() + milliseconds;
	signal?.throwIfAborted();
	for (let left = milliseconds; left > 0; left = end - clock.now()) {
		await clock.sleep(Math.min(left, LONGEST_SLEEP));
		signal?.throwIfAborted();
	}
}
