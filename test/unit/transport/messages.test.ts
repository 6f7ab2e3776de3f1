import { readFileSync } from 'node:fs';

import { messageFor } from '../../../nodes/Persona/transport/messages';
import type { HttpResponse, HttpResult } from '../../../nodes/Persona/transport/outcome';

const answer = (status: number): HttpResponse => ({ status, body: '', headers: {} });

const CODES = [
	'ENOTFOUND',
	'EAI_AGAIN',
	'ECONNREFUSED',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENETDOWN',
	'ECONNRESET',
	'EPIPE',
	'ECONNABORTED',
	'ETIMEDOUT',
	'ERR_CANCELED',
	'EPROTO',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'UNKNOWN',
	'',
];

/** Words in a message that make n8n put a sentence of its own in its place. */
const REPLACED = [
	...readFileSync(
		require
			.resolve('n8n-workflow/package.json')
			.replace('package.json', 'dist/cjs/errors/abstract/node.error.js'),
		'utf8',
	).matchAll(/^ {4}([A-Z_]+): ['"]/gm),
].map(([, word]) => word ?? '');

const outcomes: [string, HttpResult][] = [
	...[200, 201, ...Array.from({ length: 300 }, (_, index) => 300 + index)].map(
		(status): [string, HttpResponse] => [String(status), answer(status)],
	),
	...CODES.map((code): [string, HttpResult] => [code, { code }]),
];

test('the words that n8n replaces were found', () => {
	expect(REPLACED).toEqual(
		expect.arrayContaining(['ECONNREFUSED', 'ENOENT', 'EPERM', 'GETADDRINFO']),
	);
});

test.each(outcomes)('%s has a message and help in our words', (name, outcome) => {
	const { message, help } = messageFor(outcome, []);
	expect(message).toMatch(/^[A-Z].*[^.]$/);
	expect(help).toMatch(/^[A-Z].*\.$/);
	for (const text of [message, help]) expect(text).not.toMatch(/error|problem|failure|mistake/i);
	for (const word of REPLACED) expect(message.toUpperCase()).not.toContain(word);
	if ('status' in outcome) expect(message).toContain(`(HTTP ${name})`);
	expect(message).not.toContain('undefined');
});

test.each([
	[200, 'did not come from Persona', undefined],
	[300, 'redirects elsewhere', 'configuration-invalid'],
	[301, 'redirects elsewhere', 'configuration-invalid'],
	[308, 'redirects elsewhere', 'configuration-invalid'],
	[400, 'could not use the request', 'configuration-invalid'],
	[401, 'does not accept the API key', 'credential-invalid'],
	[402, 'did not accept the request', undefined],
	[403, 'does not allow this', 'configuration-invalid'],
	[404, 'nothing at this address', 'configuration-invalid'],
	[408, 'not available right now', 'temporarily-unavailable'],
	[409, 'a conflict', undefined],
	[413, 'too large', 'configuration-invalid'],
	[415, 'this kind of file', undefined],
	[422, 'did not accept the file', undefined],
	[429, 'rate limit is used up', 'rate-limited'],
	[499, 'did not accept the request', undefined],
	[500, 'not available right now', 'temporarily-unavailable'],
	[503, 'not available right now', 'temporarily-unavailable'],
	[599, 'not available right now', 'temporarily-unavailable'],
])('%i: %s', (status, message, cause) => {
	const explanation = messageFor(answer(status), []);
	expect(explanation.message).toContain(message);
	expect(explanation.cause).toBe(cause);
});

test.each([
	['ENOTFOUND', 'could not be found', 'configuration-invalid'],
	['EAI_AGAIN', 'could not be found', 'configuration-invalid'],
	['ECONNREFUSED', 'Nothing answers', 'temporarily-unavailable'],
	['EHOSTUNREACH', 'Nothing answers', 'temporarily-unavailable'],
	['CERT_HAS_EXPIRED', 'certificate', 'configuration-invalid'],
	['SELF_SIGNED_CERT_IN_CHAIN', 'certificate', 'configuration-invalid'],
	['ETIMEDOUT', 'did not answer in time', 'temporarily-unavailable'],
	['ECONNABORTED', 'did not answer in time', 'temporarily-unavailable'],
	['ECONNRESET', 'broke off', 'temporarily-unavailable'],
	// Names are looked at as a whole, or from their start.
	['NOT_ENOTFOUND', 'broke off', 'temporarily-unavailable'],
	['ENOTFOUNDER', 'broke off', 'temporarily-unavailable'],
	['NOT_ECONNREFUSED', 'broke off', 'temporarily-unavailable'],
	['ECONNREFUSED_NOT', 'broke off', 'temporarily-unavailable'],
	['NO_CERT_', 'broke off', 'temporarily-unavailable'],
	['NOT_ETIMEDOUT', 'broke off', 'temporarily-unavailable'],
	['ETIMEDOUT_NOT', 'broke off', 'temporarily-unavailable'],
	['UNKNOWN', 'broke off', 'temporarily-unavailable'],
])('%s: %s', (code, message, cause) => {
	const explanation = messageFor({ code }, []);
	expect(explanation.message).toContain(message);
	expect(explanation.cause).toBe(cause);
});

test('a key that was used for something else is told from other bad requests', () => {
	const reused = messageFor(answer(400), ['Bad Request', 'Idempotency error']);
	expect(reused).toEqual({
		message: 'Persona has seen this Idempotency-Key with other rows or options (HTTP 400)',
		help: "Change 'Idempotency Key', or set 'Idempotency' to Once per Content. Persona keeps a key for at least 24 hours.",
		cause: 'configuration-invalid',
	});
	expect(messageFor(answer(422), ['Idempotency error']).message).toContain(
		'did not accept the file',
	);
	expect(messageFor(answer(400), ['Bad Request']).message).toContain('could not use the request');
});
