import type { HttpResponse } from '../../../../nodes/Persona/transport/outcome';
import { answerWith, errorFor, HELP } from './support';

function descriptionOf(body: unknown, headers?: HttpResponse['headers']): string {
	return errorFor(answerWith(body, 422, headers)).description ?? '';
}

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
