import { sleep } from 'n8n-workflow';

/** Longest stretch of work before the event loop gets a turn, in milliseconds. */
const LONGEST_SLICE = 15;

/**
 * Calls `step` for 0 … count − 1 and gives the event loop back in between, so that a big import does not stop everything
 * else in this n8n.
 *
 * @param check called after each pause; throws to stop, for instance when the execution was cancelled
 */
export async function inSlices(
	count: number,
	step: (index: number) => void,
	check: () => void = () => undefined,
): Promise<void> {
	let sliceEnd = performance.now() + LONGEST_SLICE;
	for (let index = 0; index < count; index++) {
		step(index);
		if (performance.now() > sliceEnd) {
			await sleep(0);
			check();
			sliceEnd = performance.now() + LONGEST_SLICE;
		}
	}
}
