import { comeBackIn, resetIn, retryAfterIn } from '../../../nodes/Persona/transport/waits';

const answer = (headers: Record<string, string | undefined>, status = 429) => ({
	status,
	body: '',
	headers,
});

test.each([
	['7', 7_000],
	['0', 0],
	['-1', undefined],
	['soon', undefined],
	['Infinity', undefined],
	[undefined, undefined],
])('a reset in %j s: %j ms', (seconds, milliseconds) => {
	expect(resetIn(answer({ 'ratelimit-reset': seconds }))).toBe(milliseconds);
});

describe('Retry-After', () => {
	const date = 'Thu, 01 Jan 2026 12:00:00 GMT';

	test.each([
		['30', 30_000],
		[' 30 ', 30_000],
		['0', 0],
		['1.5', undefined],
		['-3', undefined],
		['2026', 2_026_000],
		['2026-01-01', undefined],
		['soon', undefined],
		['', undefined],
		[undefined, undefined],
		['Thu, 01 Jan 2026 12:00:45 GMT', 45_000],
		['Thu, 01 Jan 2026 11:59:00 GMT', 0],
	])('%j: %j ms', (value, milliseconds) => {
		expect(retryAfterIn(answer({ 'retry-after': value, date }))).toBe(milliseconds);
	});

	test("a date counts from this machine's time where the answer does not tell its own", () => {
		const inAMinute = new Date(Date.now() + 60_000).toUTCString();
		const milliseconds = retryAfterIn(answer({ 'retry-after': inAMinute }))!;
		expect(milliseconds).toBeGreaterThan(55_000);
		expect(milliseconds).toBeLessThanOrEqual(60_000);
	});
});

test('when to come back is the later one; a reset counts after 429 alone', () => {
	const both = { 'retry-after': '5', 'ratelimit-reset': '9' };
	expect(comeBackIn(answer(both))).toBe(9_000);
	expect(comeBackIn(answer(both, 503))).toBe(5_000);
	expect(comeBackIn(answer({ 'ratelimit-reset': '9' }, 503))).toBeUndefined();
	expect(comeBackIn(answer({}))).toBeUndefined();
});
