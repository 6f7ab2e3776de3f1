import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_AGAIN = 100;

/**
 * Waits until something is so, by looking again and again.
 *
 * @param what what is waited for, as the end of the sentence "Waited in vain until …"
 * @param limit in milliseconds
 */
export async function eventually(
	what: string,
	isSo: () => Promise<boolean>,
	limit: number,
): Promise<void> {
	const deadline = Date.now() + limit;
	while (!(await isSo())) {
		if (Date.now() > deadline) throw new Error(`Waited in vain until ${what} (${limit / 1000} s)`);
		await sleep(LOOK_AGAIN);
	}
}
