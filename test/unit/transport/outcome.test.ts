import {
	isTooLarge,
	isTransient,
	nothingWasImported,
	wouldAffectNextUpload,
} from '../../../nodes/Persona/transport/outcome';
import type { Step } from '../support/context';

const HEADERS = { 'request-id': 'req_1' };
const answer = (status: number, ...errors: object[]) => ({
	status,
	body: { errors },
	headers: HEADERS,
});
const KEY_REUSED = { title: 'Idempotency error' };

describe('a refusal proves that nothing was imported', () => {
	test.each([
		['for its rows', answer(422, { title: 'Record invalid' }), true],
		['also if another answer than 400 names the key', answer(422, KEY_REUSED), true],
		['but not where the key was used with other parameters', answer(400, KEY_REUSED), false],
		[
			'nor where that is one of several things',
			answer(400, { title: 'Bad Request' }, KEY_REUSED),
			false,
		],
		['nor with no answer', { code: 'ECONNRESET' }, false],
		['nor without an ID of Persona', { ...answer(422, {}), headers: {} }, false],
		['nor without a list of errors', answer(422), false],
	])('%s', (_, result, proves) => {
		expect(nothingWasImported({ result, uncertain: false })).toBe(proves);
	});
});

test.each([
	['File must be under 2 bytes', true],
	['File must be under 1 byte', true],
	['file must be smaller than 10 MB', true],
	['Profile must be under 2 bytes', false],
	['File must be a CSV', false],
])('"%s" asks for a smaller file: %p', (details, expected) => {
	expect(isTooLarge(answer(422, { details }))).toBe(expected);
});

test.each([
	['a connection that took too long', { code: 'ETIMEDOUT', stage: 'connect' as const }, true],
	['a host that nobody reaches', { code: 'EHOSTUNREACH', stage: 'connect' as const }, true],
	['a host name that the server cannot look up now', { code: 'EAI_AGAIN' }, true],
	['a host name that does not exist', { code: 'ENOTFOUND' }, false],
	['a certificate', { code: 'CERT_HAS_EXPIRED', stage: 'handshake' as const }, false],
])('%s may be another matter a little later: %p', (_, result, expected) => {
	expect(isTransient(result)).toBe(expected);
});

test.each<[boolean, Step]>([
	[true, { code: 'ECONNRESET' }],
	[true, { code: 'ENOTFOUND' }],
	[true, { status: 401 }],
	[true, { status: 408 }],
	[true, { status: 429 }],
	[true, { status: 500 }],
	[false, { status: 201 }],
	[false, { status: 400 }],
	[false, { status: 413 }],
	[false, { status: 422 }],
])('%p: the next request would end like %j', (lasts, step) => {
	const answer = { status: 0, body: '', headers: {}, ...step };
	expect(wouldAffectNextUpload('code' in step ? step : answer)).toBe(lasts);
});
