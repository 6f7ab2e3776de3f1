import { inSlices } from '../../../nodes/Persona/pipeline/slices';
import { CountedSignal } from '../support/signals';

/** Keeps the processor busy. */
function work(milliseconds: number): void {
	const end = performance.now() + milliseconds;
	while (performance.now() < end);
}

test('takes every step once, in order', async () => {
	const steps: number[] = [];
	await inSlices(5, (index) => steps.push(index));
	expect(steps).toEqual([0, 1, 2, 3, 4]);
});

test('takes no step when there is none', async () => {
	const step = jest.fn();
	await inSlices(0, step);
	expect(step).not.toHaveBeenCalled();
});

test.each([
	['timers', (run: () => void) => setTimeout(run, 0)],
	['immediates', (run: () => void) => setImmediate(run)],
])('gives the event loop back to %s', async (_name, schedule) => {
	let done = 0;
	let doneWhenTheOtherRan = -1;
	schedule(() => (doneWhenTheOtherRan = done));
	await inSlices(60, () => {
		work(2);
		done++;
	});
	expect(done).toBe(60);
	expect(doneWhenTheOtherRan).toBeGreaterThanOrEqual(0);
	expect(doneWhenTheOtherRan).toBeLessThan(30);
});

test('does not pause for work that takes no time', async () => {
	let paused = false;
	setImmediate(() => (paused = true));
	await inSlices(100, () => undefined);
	expect(paused).toBe(false);
});

test('looks at the signal after each pause, and stops when it is aborted', async () => {
	let done = 0;
	const counted = new CountedSignal(2);
	const slices = inSlices(
		100,
		() => {
			work(20);
			done++;
		},
		counted.signal,
	);
	await expect(slices).rejects.toThrow('cancelled');
	expect(counted.looks).toBe(2);
	expect(done).toBe(2);
});

test('goes on at full speed after a pause', async () => {
	const counted = new CountedSignal();
	await inSlices(1000, (index) => work(index === 0 ? 20 : 0), counted.signal);
	expect(counted.looks).toBeGreaterThanOrEqual(1);
	expect(counted.looks).toBeLessThan(100);
});

test('notices when quick steps are followed by slow ones', async () => {
	let now = 0;
	const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
	const pauses = [0];
	const counted = new CountedSignal();
	counted.onLook = () => pauses.push(now);
	await inSlices(1040, (index) => (now += index < 1000 ? 0.001 : 10), counted.signal);
	clock.mockRestore();
	const [first, ...others] = pauses.slice(1).map((pause, index) => pause - pauses[index]!);
	expect(first).toBeLessThanOrEqual(1 + 8 * 10);
	expect(others.length).toBeGreaterThan(10);
	expect(Math.max(...others)).toBeLessThanOrEqual(20);
});

test('passes on what a step throws', async () => {
	const step = () => {
		throw new Error('broken');
	};
	await expect(inSlices(3, step)).rejects.toThrow('broken');
});
