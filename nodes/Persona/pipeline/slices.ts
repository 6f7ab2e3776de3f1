import { sleep } from 'n8n-workflow';

/** Longest stretch of work before the event loop gets a turn, in milliseconds. */
const LONGEST_SLICE = 15;
/** A look at the clock costs as much as a quick step, so that only every eighth of these is followed by one. */
const QUICK_STEPS_A_LOOK = 8;
/** Time between two looks that tells quick steps from slow ones, in milliseconds. */
const QUICK = 0.5;

/**
 * Lets long work give the event loop back, so that a big import does not stop everything else in this n8n.
 *
 * @param signal aborted when the execution is cancelled; looked at after each pause
 * @returns a function to call between steps: the pause to wait for, or undefined while it is too early for one
 */
export function takeTurns(signal?: AbortSignal): () => Promise<void> | undefined {
	let lastLook = performance.now();
	let sliceEnd = lastLook + LONGEST_SLICE;
	let stepsLeft = 1;
	const pause = async () => {
		await sleep(0);
		signal?.throwIfAborted();
		lastLook = performance.now();
		sliceEnd = lastLook + LONGEST_SLICE;
	};
	return () => {
		if (--stepsLeft > 0) return undefined;
		const now = performance.now();
		stepsLeft = now - lastLook < QUICK ? QUICK_STEPS_A_LOOK : 1;
		lastLook = now;
		return now > sliceEnd ? pause() : undefined;
	};
}

/**
 * Calls `step` for 0 … count − 1 and gives the event loop back in between.
 *
 * @param signal see {@link takeTurns}
 */
export async function inSlices(
	count: number,
	step: (index: number) => void,
	signal?: AbortSignal,
): Promise<void> {
	const turn = takeTurns(signal);
	for (let index = 0; index < count; index++) {
		step(index);
		const pause = turn();
		if (pause !== undefined) await pause;
	}
}

/**
 * Calls `step` for each entry, in order, and gives the event loop back in between.
 *
 * @param signal see {@link takeTurns}
 */
export async function forEachInSlices<Entry>(
	entries: readonly Entry[],
	step: (entry: Entry, index: number) => void,
	signal?: AbortSignal,
): Promise<void> {
	await inSlices(entries.length, (index) => step(entries[index]!, index), signal);
}

/**
 * Joins two lists, each in the order of the input items, into one.
 *
 * @param signal see {@link takeTurns}
 */
export async function mergeInOrder<Entry extends { itemIndex: number }>(
	some: readonly Entry[],
	others: readonly Entry[],
	signal?: AbortSignal,
): Promise<Entry[]> {
	if (others.length === 0) return [...some];
	const merged: Entry[] = [];
	let taken = 0;
	const takeNext = (index: number) => {
		const one = some[taken];
		const other = others[index - taken];
		const isOne = other === undefined || (one !== undefined && one.itemIndex < other.itemIndex);
		if (isOne) taken++;
		merged.push((isOne ? one : other)!);
	};
	await inSlices(some.length + others.length, takeNext, signal);
	return merged;
}
