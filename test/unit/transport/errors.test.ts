import { NodeApiError } from 'n8n-workflow';

import { toNodeApiError, uncertaintyNote } from '../../../nodes/Persona/transport/errors';
import type { HttpResponse, HttpResult } from '../../../nodes/Persona/transport/outcome';
import { NODE } from '../support/context';

const CELLS = ['MARKERONE', '987-65-4321', 'Marker  Two', 'ab'];

function errorFor(outcome: HttpResult, notes?: readonly string[]): NodeApiError {
	return toNodeApiError(NODE, outcome, { values: () => CELLS, itemIndex: 5, notes });
}

function answerWith(
	body: unknown,
	status = 422,
	headers: HttpResponse['headers'] = {},
): HttpResponse {
	return { status, body, headers };
}

function descriptionOf(body: unknown, headers?: HttpResponse['headers']): string {
	return errorFor(answerWith(body, 422, headers)).description ?? '';
}

const HELP = 'Fix the rows or the options that this is about, then run this node again.';

describe('what Persona says is in the description', () => {
	test('title, details and pointer', () => {
		const source = { pointer: '/data/attributes/file' };
		const entry = { title: 'Unprocessable entity', details: 'is missing', source };
		expect(descriptionOf({ errors: [entry] })).toBe(
			`Persona says: Unprocessable entity: is missing (/data/attributes/file). ${HELP}`,
		);
	});

	test('several entries, at most three', () => {
		const errors = ['One', 'Second', 'Three', 'Four'].map((title) => ({ title }));
		const description = descriptionOf({ errors });
		expect(description).toContain(
			'Persona says: One. Persona says: Second. Persona says: Three. Fix',
		);
		expect(description).not.toContain('Four');
	});

	test('a sentence does not end twice', () => {
		const details = 'Attempted to update a record that was just modified. Please try again.';
		const description = descriptionOf({ errors: [{ title: 'Stale', details }] });
		expect(description).toContain('Please try again. Fix');
	});

	test('whatever is missing or of another type is left out', () => {
		const errors = [
			null,
			'text',
			7,
			{},
			{ title: 5, details: ['x'] },
			{ details: 'only details', source: null },
			{ source: { pointer: 3 } },
		];
		expect(descriptionOf({ errors })).toMatch(/^Persona says: only details\. Fix/);
	});

	test.each([
		['HTML', '<html><body>502 Bad Gateway</body></html>'],
		['nothing', ''],
		['null', null],
		['undefined', undefined],
		['errors that are no list', { errors: { title: 'x' } }],
		['errors that are text', { errors: 'x' }],
		['a list', [{ title: 'x' }]],
		['an empty list', { errors: [] }],
	])('a body that is %s adds nothing', (_name, body) => {
		expect(descriptionOf(body).startsWith(HELP)).toBe(true);
	});

	test('the Request-Id comes last, after the notes', () => {
		const answer = answerWith('', 500, { 'request-id': 'req_123' });
		expect(errorFor(answer, ['First note.', 'Second note.']).description).toMatch(
			/First note\. Second note\. Request ID for Persona's support: req_123$/,
		);
		expect(descriptionOf('')).not.toContain('Request ID');
	});

	test.each(['', '<b>MARKER</b>', 'two words', 'x'.repeat(101)])(
		'a Request-Id that is none is left out: %j',
		(requestId) => {
			expect(descriptionOf('', { 'request-id': requestId })).toBe(HELP);
		},
	);

	test('markup of Persona is shown, not rendered', () => {
		const errors = [{ title: '<img src=x onerror=alert(1)> & <id>' }];
		expect(descriptionOf({ errors })).toBe(
			`Persona says: &lt;img src=x onerror=alert(1)&gt; &amp; &lt;id&gt;. ${HELP}`,
		);
	});

	test.each([
		['0', '1 second'],
		['1', '1 second'],
		['1.2', '2 seconds'],
		['119', '119 seconds'],
		['120', '2 minutes'],
		['3500', '59 minutes'],
	])('after 429 with a reset in %s s: when to come back', (reset, time) => {
		expect(errorFor(answerWith('', 429, { 'ratelimit-reset': reset })).description).toBe(
			`All API keys of an environment share one rate limit. Run this node again later, or when fewer other requests are made. Persona's rate limit starts anew in ${time}.`,
		);
	});

	test('nothing about coming back where that is not known, or not for the moment only', () => {
		for (const answer of [
			answerWith('', 429),
			answerWith('', 422, { 'ratelimit-reset': '9' }),
			answerWith('', 503, { 'retry-after': '9' }),
		]) {
			expect(errorFor(answer).description).not.toContain('starts anew');
		}
	});
});

describe('where the values are not at hand', () => {
	const hidden = (errors: unknown[], status = 422) =>
		toNodeApiError(NODE, answerWith({ errors }, status), { hideDetails: true }).description;

	test('a title that is known to be fixed is shown, nothing else', () => {
		const source = { pointer: '/data/Ann' };
		const entry = { title: 'Record invalid', details: 'Ann is taken', source };
		expect(hidden([entry])).toBe(`Persona says: Record invalid. ${HELP}`);
		expect(hidden([{ title: 'Ann is taken' }, { details: 'Ann' }, { title: 7 }])).toBe(HELP);
		expect(hidden([{ title: 'record invalid Ann' }])).toBe(HELP);
	});

	test.each([
		...['Bad Request', 'Conflict', 'Forbidden', 'Idempotency error', 'Parameter missing'],
		...['Must be authenticated to access this endpoint', 'Quota exceeded', 'Rate limit exceeded'],
		...['Record invalid', 'Record not found', 'Record not unique', 'Request Timeout'],
		...['Service unavailable', 'Stale object error', 'Token is invalid', 'Unprocessable entity'],
	])("Persona's own title is one: %s", (title) => {
		expect(hidden([{ title }])).toMatch(new RegExp(`^Persona says: ${title}\\. `));
	});

	test('the size that a file may have still leads to the right advice', () => {
		const errors = [{ title: 'Record invalid', details: 'File must be under 10 bytes' }];
		expect(hidden(errors)).toBe('Persona says: Record invalid. Send less at once.');
		const context = { hideDetails: true, sendLess: 'set A to a smaller number' };
		expect(toNodeApiError(NODE, answerWith({ errors }, 422), context).description).toBe(
			'Persona says: Record invalid. Set A to a smaller number.',
		);
	});

	test('an upload that takes too long leads to smaller ones, another request does not', () => {
		const about = (sendLess?: string) =>
			toNodeApiError(NODE, { code: 'ETIMEDOUT' }, { sendLess }).description;
		expect(about()).toBe('Try again later.');
		expect(about('set A to a smaller number')).toBe(
			'Try again later. If it happens again, set A to a smaller number.',
		);
	});
});

describe('what n8n reads from it', () => {
	test.each([
		[answerWith('', 400), '400', { cause: 'configuration-invalid' }],
		[answerWith('', 401), '401', { cause: 'credential-invalid' }],
		[answerWith('', 409), '409', undefined],
		[answerWith('', 429), '429', { cause: 'rate-limited' }],
		[
			answerWith('', 429, { 'ratelimit-reset': '7' }),
			'429',
			{ cause: 'rate-limited', retryAfterMs: 7000 },
		],
		[answerWith('', 401, { 'ratelimit-reset': '7' }), '401', { cause: 'credential-invalid' }],
		[answerWith('', 503), '503', { cause: 'temporarily-unavailable' }],
		[
			answerWith('', 503, { 'ratelimit-reset': '7' }),
			'503',
			{ cause: 'temporarily-unavailable', retryAfterMs: 7000 },
		],
		[{ code: 'ECONNRESET' }, null, { cause: 'temporarily-unavailable' }],
	])('%j', (outcome, httpCode, failure) => {
		const error = errorFor(outcome);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.httpCode).toBe(httpCode);
		expect(error.failure).toStrictEqual(failure);
		expect(error.context.itemIndex).toBe(5);
		expect(error.node).toBe(NODE);
	});

	test.each([400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503])(
		'the message for %i is ours, not a stock sentence',
		(status) => {
			const { message } = errorFor(answerWith({ errors: [{ title: 'ENOENT' }] }, status));
			expect(message).toContain(`(HTTP ${status})`);
		},
	);
});

/** Everything that an object holds, however deep, as text. */
function textOf(value: unknown, seen = new Set<unknown>()): string {
	if (typeof value === 'string') return value;
	if (typeof value !== 'object' || value === null || seen.has(value)) return '';
	seen.add(value);
	return Reflect.ownKeys(value)
		.map((key) => `${String(key)} ${textOf((value as Record<PropertyKey, unknown>)[key], seen)}`)
		.join('\n');
}

describe('no property holds a value of the rows', () => {
	const echo = 'markerone, 987-65-4321, 987654321 and MARKER TWO are not valid';
	const entry = { title: echo, details: echo, source: { pointer: `/${echo}` }, meta: { echo } };

	test.each([400, 401, 404, 409, 422, 429, 500])('%i', (status) => {
		for (const body of [{ errors: [entry, entry] }, { errors: echo, echo }, `<p>${echo}</p>`]) {
			const text = textOf(errorFor(answerWith(body, status, { 'x-echo': echo })));
			expect(text).toContain('HTTP');
			expect(text).not.toMatch(/marker|987|4321/i);
		}
	});
});

describe('what to do when the outcome is not known', () => {
	const dropped = { code: 'ECONNRESET' };

	test.each([
		[dropped, true, 'will not be imported twice'],
		[answerWith('', 408), true, 'will not be imported twice'],
		[answerWith('', 500), true, 'Once per Execution'],
		// A refusal after a lost answer is saved as well.
		[answerWith('', 422), true, 'Once per Execution'],
		[answerWith('', 401), true, 'will not be imported twice'],
		[dropped, false, 'before you send them again'],
		[answerWith('', 500), false, 'before you send them again'],
	])('%j, safe to repeat: %p', (outcome, safe, advice) => {
		const note = uncertaintyNote(outcome, safe, 'Lists');
		expect(note).toContain('It is not known whether Persona took these rows.');
		expect(note).toContain(advice);
		if (!safe) expect(note).toContain('Look in the Persona dashboard under Lists');
	});
});
