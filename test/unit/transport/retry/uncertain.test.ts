import { fakeClock } from '../../support/clock';
import type { Step } from '../../support/context';
import { limited, reset, send } from './support';

fakeClock();

describe('whether Persona may have taken it', () => {
	test.each<[boolean, Step[]]>([
		[false, [{ status: 422 }]],
		[false, [{ status: 300 }]],
		[false, [{ status: 302 }]],
		[false, [limited('1'), { status: 400 }]],
		[false, [limited()]],
		[false, [{ code: 'ECONNREFUSED' }]],
		[false, [{ code: 'EAI_AGAIN' }]],
		[false, [{ code: 'ENOTFOUND' }]],
		[false, [{ code: 'CERT_HAS_EXPIRED' }]],
		[false, [{ code: 'EPROTO', stage: 'handshake' }]],
		[false, [{ code: 'ECONNRESET', stage: 'handshake' }]],
		[false, [{ code: 'ECONNABORTED', stage: 'handshake' }]],
		[false, [{ code: 'ECONNRESET', stage: 'connect' }]],
		[false, [{ code: 'ETIMEDOUT', stage: 'connect' }]],
		[false, [{ code: 'EHOSTUNREACH', stage: 'connect' }]],
		[true, [reset]],
		[true, [{ code: 'EPROTO' }]],
		[true, [{ code: 'ERR_SSL_BAD_RECORD_TYPE' }]],
		[true, [{ code: 'EHOSTUNREACH' }]],
		[true, [{ code: 'ENETUNREACH' }]],
		[true, [{ code: 'ENETDOWN' }]],
		[true, [{ code: 'ETIMEDOUT' }]],
		[true, [{ code: 'UNKNOWN' }]],
		[true, [{ code: 'NOT_ECONNREFUSED' }]],
		[true, [{ code: 'ECONNREFUSED_NOT' }]],
		[true, [{ code: 'NOT_ENOTFOUND' }]],
		[true, [{ status: 500 }]],
		[true, [{ status: 408 }]],
		[true, [{ status: 200 }]],
		[true, [reset, { status: 422 }]],
		[true, [reset, { code: 'ECONNREFUSED' }]],
		[true, [{ status: 503 }, { status: 401 }]],
	])('%p after %j', async (uncertain, script) => {
		expect((await send(script)).uncertain).toBe(uncertain);
	});
});
