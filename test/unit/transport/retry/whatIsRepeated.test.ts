import { fakeClock } from '../../support/clock';
import type { Step } from '../../support/context';
import { created, limited, reset, send } from './support';

fakeClock();

describe('does not try again', () => {
	test.each<[Step]>([
		[created],
		[{ status: 200 }],
		[{ status: 302 }],
		...[400, 401, 403, 404, 409, 413, 415, 422, 499].map((status): [Step] => [{ status }]),
		[{ code: 'ENOTFOUND' }],
		[{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }],
		[{ code: 'CERT_HAS_EXPIRED' }],
		[{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }],
		[{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
		[{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }],
		[{ code: 'EPROTO' }],
		[{ code: 'ERR_INVALID_URL' }],
		[{ status: 300 }],
	])('after %j', async (step) => {
		expect((await send([step, created])).times).toEqual([0]);
	});
});

describe('what must not be done twice', () => {
	test.each<[Step]>([[reset], [{ code: 'ETIMEDOUT' }], [{ status: 500 }], [{ status: 408 }]])(
		'is not tried again after %j',
		async (step) => {
			const { times, uncertain } = await send([step, created], false);
			expect({ times, uncertain }).toEqual({ times: [0], uncertain: true });
		},
	);

	test.each<[Step]>([
		[limited('5')],
		[limited()],
		[{ code: 'ECONNREFUSED' }],
		[{ code: 'EAI_AGAIN' }],
	])('is tried again after %j, which never got through', async (step) => {
		const { times, result } = await send([step, created], false);
		expect(times).toEqual([0, 5_000]);
		expect(result).toMatchObject(created);
	});
});
