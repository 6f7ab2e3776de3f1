import { NodeApiError } from 'n8n-workflow';

import { NODE } from '../../support/context';
import { answerWith, errorFor } from './support';

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
