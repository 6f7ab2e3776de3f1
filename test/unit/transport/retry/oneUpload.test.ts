import FormData from 'form-data';

import { sendWithRetries } from '../../../../nodes/Persona/transport/retry';
import { fakeClock } from '../../support/clock';
import { REQUEST, ScriptedContext, type Step } from '../../support/context';
import { BASE, created, reset, send } from './support';

const fake = fakeClock();

describe('one upload with all its attempts', () => {
	test('never more than 220 seconds and twice the time of its body, whatever its attempts take', async () => {
		for (let seconds = 0; seconds <= 125; seconds += 5) {
			for (const bodyBytes of [0, 1_000_000, 50_000_000]) {
				fake.reset();
				const context = new ScriptedContext([{ code: 'ECONNABORTED' }]);
				context.onRequest = () => {
					fake.time += Math.min(seconds * 1_000, Number(context.requests.at(-1)?.timeout));
				};
				const request = { ...REQUEST, bodyBytes };
				await sendWithRetries(context.functions, BASE, request, true);
				expect(fake.passed).toBeLessThanOrEqual(220_000 + (2 * bodyBytes) / 125);
			}
		}
	});

	test('is tried twice with a silent Persona, and ends before the 300 seconds of n8n Cloud with a file of 3 MB', async () => {
		fake.chance = 0.999999;
		const context = new ScriptedContext([{ code: 'ECONNABORTED' }]);
		context.onRequest = () => {
			fake.time += Number(context.requests.at(-1)?.timeout);
		};
		const request = { ...REQUEST, bodyBytes: 3_000_000 };
		await sendWithRetries(context.functions, BASE, request, true);
		expect(context.requests.length).toBe(2);
		expect(fake.passed).toBeLessThan(300_000);
	});

	test('the time of a big body does not use up its further attempts', async () => {
		const context = new ScriptedContext([reset, created]);
		context.onRequest = () => (fake.time += 400_000);
		const request = { ...REQUEST, bodyBytes: 125 * 400_000 };
		await sendWithRetries(context.functions, BASE, request, true);
		expect(context.requests.length).toBe(2);
	});

	test('time that was spent before counts', async () => {
		const context = new ScriptedContext([reset]);
		await sendWithRetries(context.functions, BASE, REQUEST, true, 20_000, 6_000);
		expect(fake.passed).toBe(5_000);
		expect(context.requests.length).toBe(2);
	});
});

describe('when the first attempt began', () => {
	const NOON = Date.UTC(2026, 0, 1, 12);
	const answer: Step = { status: 201, headers: { date: new Date(NOON).toUTCString() } };

	test("is told by Persona's clock, with the time of all attempts", async () => {
		const { began } = await send([reset, answer]);
		expect(began).toBe(NOON - 5_000 - 5_000);
	});

	test.each<[string, Step]>([
		['has no date', { status: 201 }],
		['has a date that cannot be read', { status: 201, headers: { date: 'soon' } }],
		['never came', { code: 'ENOTFOUND' }],
	])(
		"is told by this machine's clock, a minute early, where the answer %s",
		async (_name, step) => {
			const before = Date.now() - 60_000;
			const { began } = await send([step]);
			expect(began).toBeGreaterThanOrEqual(before);
			expect(began).toBeLessThanOrEqual(Date.now() - 60_000);
		},
	);
});

test('every attempt has the same headers and a fresh body', async () => {
	const context = new ScriptedContext([reset, reset, created]);
	const headers = { 'Idempotency-Key': 'key' };
	const request = { ...REQUEST, headers, body: () => new FormData() };
	await sendWithRetries(context.functions, BASE, request, true);
	expect(context.requests.length).toBe(3);
	expect(new Set(context.requests.map(({ body }) => body)).size).toBe(3);
	for (const { headers: sent } of context.requests) expect(sent).toMatchObject(headers);
});
