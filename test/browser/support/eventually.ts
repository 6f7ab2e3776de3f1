import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { PATIENCE } from './patience';

const LOOK_AGAIN = 100;

/**
 * Waits until something is so, by looking again and again.
 *
 * @returns whether it came to be so
 */
async function isSoonSo(isSo: () => Promise<boolean>): Promise<boolean> {
	const deadline = Date.now() + PATIENCE;
	while (!(await isSo())) {
		if (Date.now() > deadline) return false;
		await sleep(LOOK_AGAIN);
	}
	return true;
}

/** @param what what is waited for, as the end of the sentence "Waited in vain until …" */
export async function eventually(what: string, isSo: () => Promise<boolean>): Promise<void> {
	if (await isSoonSo(isSo)) return;
	throw new Error(`Waited in vain until ${what} (${PATIENCE / 1000} s)`);
}

/** Expects a value that the page may take a moment to show. */
export async function expectSoon<Value>(read: () => Promise<Value>, value: Value): Promise<void> {
	await isSoonSo(async () => isDeepStrictEqual(await read(), value));
	expect(await read()).toEqual(value);
}
