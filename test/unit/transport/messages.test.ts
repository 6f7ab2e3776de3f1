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
	...CODES.map((code): [string, HttpResult] => [`${code} in connect`, { code, stage: 'connect' }]),
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
	[300, 'redirects to another address', 'configuration-invalid'],
	[301, 'redirects to another address', 'configuration-invalid'],
	[308, 'redirects to another address', 'configuration-invalid'],
	[400, 'could not use the request', 'configuration-invalid'],
	[401, 'does not accept the API key', 'credential-invalid'],
	[402, 'did not accept the request', undefined],
	[403, 'does not allow this', 'configuration-invalid'],
	[404, 'nothing at this address', 'configuration-invalid'],
	[408, 'not available right now', 'temporarily-unavailable'],
	[409, 'a conflict', undefined],
	[413, 'too large', 'configuration-invalid'],
	[415, 'this type of file', undefined],
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
	['EPROTO', 'encrypted connection', 'configuration-invalid'],
	['ERR_SSL_WRONG_VERSION_NUMBER', 'encrypted connection', 'configuration-invalid'],
	['ERR_TLS_HANDSHAKE_TIMEOUT', 'encrypted connection', 'configuration-invalid'],
	['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate', 'configuration-invalid'],
	['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate', 'configuration-invalid'],
	// Without a stage, it may have come up after bytes were sent.
	['EHOSTUNREACH', 'was lost', 'temporarily-unavailable'],
	['CERT_HAS_EXPIRED', 'certificate', 'configuration-invalid'],
	['SELF_SIGNED_CERT_IN_CHAIN', 'certificate', 'configuration-invalid'],
	['ETIMEDOUT', 'did not answer in time', 'temporarily-unavailable'],
	['ECONNABORTED', 'did not answer in time', 'temporarily-unavailable'],
	['ECONNRESET', 'was lost', 'temporarily-unavailable'],
	// Names are looked at as a whole, or from their start.
	['NOT_ENOTFOUND', 'was lost', 'temporarily-unavailable'],
	['ENOTFOUNDER', 'was lost', 'temporarily-unavailable'],
	['NOT_ECONNREFUSED', 'was lost', 'temporarily-unavailable'],
	['ECONNREFUSED_NOT', 'was lost', 'temporarily-unavailable'],
	['NO_CERT_', 'was lost', 'temporarily-unavailable'],
	['NOT_ETIMEDOUT', 'was lost', 'temporarily-unavailable'],
	['ETIMEDOUT_NOT', 'was lost', 'temporarily-unavailable'],
	['UNKNOWN', 'was lost', 'temporarily-unavailable'],
])('%s: %s', (code, message, cause) => {
	const explanation = messageFor({ code }, []);
	expect(explanation.message).toContain(message);
	expect(explanation.cause).toBe(cause);
});

test.each([
	['EHOSTUNREACH', 'connect', 'Nothing answers'],
	['ECONNRESET', 'connect', 'Nothing answers'],
	['ETIMEDOUT', 'connect', 'Nothing answers'],
	['ENOTFOUND', 'connect', 'could not be found'],
	['EAI_AGAIN', 'connect', 'could not be found'],
	['EPROTO', 'handshake', 'encrypted connection'],
	['DEPTH_ZERO_SELF_SIGNED_CERT', 'handshake', 'certificate'],
	['ECONNRESET', 'handshake', 'was lost'],
	['ECONNABORTED', 'handshake', 'did not answer in time'],
] as const)('%s during %s: %s', (code, stage, message) => {
	expect(messageFor({ code, stage }, []).message).toContain(message);
});

test('nothing that may have been sent is said not to have been', () => {
	for (const [, outcome] of outcomes) {
		expect(messageFor(outcome, []).help).not.toContain('Nothing was sent');
	}
});

test.each([
	['File must be under 2 bytes', true],
	['File must be under 10,485,760 bytes', true],
	['File must be under 50 MB', true],
	['file must be less than 1.5 gigabytes', true],
	['Files/0: File must be under 20MiB.', true],
	['File must be under review', false],
	['Name must be under 20 bytes', false],
	['File must be a CSV', false],
	[7, false],
])('422 with %j: too large %p', (details, tooLarge) => {
	const errors = [{ title: 'Record invalid' }, { title: 'Record invalid', details }];
	const { message } = messageFor({ ...answer(422), body: { errors } }, []);
	expect(message).toBe(
		tooLarge
			? 'The file is too large for Persona (HTTP 422)'
			: 'Persona did not accept the file (HTTP 422)',
	);
	expect(messageFor({ ...answer(400), body: { errors } }, []).message).not.toContain('too large');
});

test('a key that was used for something else is told from other bad requests', () => {
	const reused = messageFor(answer(400), ['Bad Request', 'Idempotency error']);
	expect(reused).toEqual({
		message: 'This Idempotency-Key was used before with other rows or options (HTTP 400)',
		help: "Change 'Idempotency Key', or set 'Idempotency' to Once per Content. Persona remembers a key for at least 24 hours.",
		cause: 'configuration-invalid',
	});
	expect(messageFor(answer(422), ['Idempotency error']).message).toContain(
		'did not accept the file',
	);
	expect(messageFor(answer(400), ['Bad Request']).message).toContain('could not use the request');
});
