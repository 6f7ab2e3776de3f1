import { NodeOperationError } from 'n8n-workflow';

import { clock, stopIfCancelled, wait } from '../../../nodes/Persona/transport/clock';
import { FakeClock } from '../support/clock';
import { ScriptedContext } from '../support/context';

let fake: FakeClock;
let context: ScriptedContext;

beforeEach(() => {
	fake = new FakeClock().install();
	context = new ScriptedContext([]);
});
afterEach(() => fake.restore());

test.each([0, -1, -Infinity, NaN])('%p milliseconds are no wait', async (milliseconds) => {
	await wait(context.functions, milliseconds);
	expect(fake.passed).toBe(0);
});

test.each([1, 499, 500, 501, 12_345])('%i milliseconds pass, no more', async (milliseconds) => {
	await wait(context.functions, milliseconds);
	expect(fake.passed).toBe(milliseconds);
});

test('a wait ends within a second when the execution is cancelled', async () => {
	fake.onTick = (time) => {
		if (time >= 1_000_000 + 3_100) context.cancel.abort();
	};
	await expect(wait(context.functions, 60_000)).rejects.toThrow(NodeOperationError);
	expect(fake.passed).toBeLessThanOrEqual(4_100);
});

test('a wait does not begin when the execution was cancelled', async () => {
	context.cancel.abort();
	await expect(wait(context.functions, 60_000)).rejects.toThrow('The execution was cancelled');
	expect(fake.passed).toBe(0);
});

test('says that the execution was cancelled, and what goes on', () => {
	stopIfCancelled(context.functions);
	context.cancel.abort();
	expect(() => stopIfCancelled(context.functions)).toThrow(
		expect.objectContaining({
			message: 'The execution was cancelled',
			description: expect.stringContaining('Imports that Persona had accepted by then go on'),
		}),
	);
});

test('an n8n without a cancel signal never cancels', () => {
	const functions = { ...context.functions, getExecutionCancelSignal: () => undefined };
	expect(() => stopIfCancelled(functions)).not.toThrow();
});

test('outside tests it is real time and real chance', async () => {
	fake.restore();
	const before = clock.now();
	await clock.sleep(5);
	expect(clock.now()).toBeGreaterThanOrEqual(before + 3);
	const chances = Array.from({ length: 50 }, () => clock.random());
	expect(Math.min(...chances)).toBeGreaterThanOrEqual(0);
	expect(Math.max(...chances)).toBeLessThan(1);
	expect(new Set(chances).size).toBeGreaterThan(1);
});
