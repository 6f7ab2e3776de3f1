import { NodeOperationError, sleep } from 'n8n-workflow';

import { isCancelled, type RequestContext } from './context';

/** Time and chance, in one place that tests can replace. */
export const clock = {
	/** Milliseconds since some fixed moment. */
	now: (): number => performance.now(),
	sleep: async (milliseconds: number): Promise<void> => await sleep(milliseconds),
	/** From 0 to just under 1. */
	random: (): number => Math.random(),
};

/** Longest sleep between two looks at the cancel signal, in milliseconds. */
const LONGEST_SLEEP = 500;

/** @throws NodeOperationError when the user has cancelled the execution */
export function stopIfCancelled(context: RequestContext): void {
	if (!isCancelled(context)) return;
	throw new NodeOperationError(context.getNode(), 'The execution was cancelled', {
		description:
			'Imports that Persona had accepted by then go on. The Persona dashboard shows what arrived.',
	});
}

/**
 * Waits, and gives up within a second when the execution is cancelled.
 *
 * @throws NodeOperationError when the user has cancelled the execution
 */
export async function wait(context: RequestContext, milliseconds: number): Promise<void> {
	const end = clock.now() + milliseconds;
	stopIfCancelled(context);
	for (let left = milliseconds; left > 0; left = end - clock.now()) {
		await clock.sleep(Math.min(left, LONGEST_SLEEP));
		stopIfCancelled(context);
	}
}
