import { NodeApiError, type JsonObject } from 'n8n-workflow';

import { noResponseFrom } from '../../../nodes/Persona/transport/noResponse';
import { NODE } from '../support/context';

const broken = (more: object = {}, cause?: unknown) =>
	Object.assign(new Error('MARKER', { cause }), more);

/** An error as n8n 1.123 and 2.20 throw it: without the cause that its class declares anew. */
const fromOlderHost = (httpCode: string, ...messages: string[]) =>
	Object.assign(new NodeApiError(NODE, broken() as unknown as JsonObject), {
		cause: undefined,
		httpCode,
		messages,
	});

describe('the code', () => {
	test.each([
		['of the error itself', broken({ code: 'ECONNRESET' }), 'ECONNRESET'],
		['of its cause', broken({}, broken({ code: 'EPIPE' })), 'EPIPE'],
		['deep inside', broken({}, broken({ code: 7 }, broken({ code: 'EPROTO' }))), 'EPROTO'],
		['the outermost one', broken({ code: 'ETIMEDOUT' }, broken({ code: 'EPIPE' })), 'ETIMEDOUT'],
		["in n8n's own error", fromOlderHost('ECONNREFUSED'), 'ECONNREFUSED'],
		['unless n8n has only a status', fromOlderHost('200', 'stream has been aborted'), 'UNKNOWN'],
		['unless n8n has a status with its text', fromOlderHost('200 OK'), 'UNKNOWN'],
		['unknown where there is none', broken(), 'UNKNOWN'],
		['unknown for nothing', undefined, 'UNKNOWN'],
		['unknown for null', null, 'UNKNOWN'],
		['unknown for text', 'MARKER', 'UNKNOWN'],
	])('%s', (_name, error, code) => {
		expect(noResponseFrom(error)).toStrictEqual({ code });
	});

	test('of an error that causes itself', () => {
		const error = broken();
		error.cause = error;
		expect(noResponseFrom(error)).toStrictEqual({ code: 'UNKNOWN' });
	});
});

describe('what did not succeed', () => {
	const connect = { code: 'ETIMEDOUT', syscall: 'connect' };
	const handshake = { request: { socket: { secureConnecting: true } } };

	test.each<[string, unknown, string | undefined]>([
		['connecting', broken(connect), 'connect'],
		['looking up the host', broken({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }), 'connect'],
		['connecting, as axios wraps it', broken({ code: 'ETIMEDOUT' }, broken(connect)), 'connect'],
		[
			'connecting to each address of a host',
			broken({ code: 'ETIMEDOUT', errors: [broken(connect), broken(connect)] }),
			'connect',
		],
		[
			'not certainly connecting, where only one of several errors says so',
			broken({ code: 'ETIMEDOUT', errors: [broken(connect), broken({ syscall: 'read' })] }),
			undefined,
		],
		['not connecting, where there is no error inside', broken({ errors: [] }), undefined],
		['not connecting, where nothing is inside', broken({ errors: [null] }), undefined],
		[
			'connecting, by the text of older hosts',
			fromOlderHost('X', 'connect X 127.0.0.1:9'),
			'connect',
		],
		['the host, by the text of older hosts', fromOlderHost('X', 'getaddrinfo X a.b'), 'connect'],
		['reading, by the text of older hosts', fromOlderHost('X', 'read X'), undefined],
		['not a text that only begins like that', fromOlderHost('X', 'connect the dots'), undefined],
		['not a text that says more', fromOlderHost('X', 'no connect ETIMEDOUT'), undefined],
		[
			'connecting, by the text that Node gives',
			fromOlderHost('X', 'connect ECONNREFUSED ::1:9'),
			'connect',
		],
		['reading', broken({ code: 'ECONNRESET', syscall: 'read' }), undefined],
		['TLS', broken({ code: 'EPROTO', syscall: 'write', ...handshake }), 'handshake'],
		['TLS, inside', broken({}, broken({ code: 'EPROTO', ...handshake })), 'handshake'],
		[
			'not TLS, once it was set up',
			broken({ request: { socket: { secureConnecting: false } } }),
			undefined,
		],
		['not TLS, without a socket', broken({ request: { socket: null } }), undefined],
		['not TLS, without a request', broken({ request: null }), undefined],
	])('%s', (_name, error, stage) => {
		expect(noResponseFrom(error).stage).toBe(stage);
	});
});
