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

const HELP = 'See what Persona says, mend the rows or the options, and run the node again.';

describe('what Persona says is in the description', () => {
	test('title, details and pointer', () => {
		const source = { pointer: '/data/attributes/file' };
		const entry = { title: 'Unprocessable entity', details: 'File must be under 2 bytes', source };
		expect(descriptionOf({ errors: [entry] })).toMatch(
			/^Persona says: Unprocessable entity: File must be under 2 bytes \(\/data\/attributes\/file\)\. See /,
		);
	});

	test('several entries, at most three', () => {
		const errors = ['One', 'Two', 'Three', 'Four'].map((title) => ({ title }));
		const description = descriptionOf({ errors });
		expect(description).toContain('Persona says: One. Persona says: Two. Persona says: Three. See');
		expect(description).not.toContain('Four');
	});

	test('a sentence does not end twice', () => {
		const details = 'Attempted to update a record that was just modified. Please try again.';
		const description = descriptionOf({ errors: [{ title: 'Stale', details }] });
		expect(description).toContain('Please try again. See');
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
		expect(descriptionOf({ errors })).toMatch(/^Persona says: only details\. See/);
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
		[dropped, false, 'before you send them again'],
		[answerWith('', 500), false, 'before you send them again'],
	])('%j, safe to repeat: %p', (outcome, safe, advice) => {
		const note = uncertaintyNote(outcome, safe, 'Lists');
		expect(note).toContain('It is not known whether Persona took these rows.');
		expect(note).toContain(advice);
		if (!safe) expect(note).toContain('Look in the Persona dashboard under Lists');
	});
});
