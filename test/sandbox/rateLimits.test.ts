import { get, useSandbox } from './support';

let time = 1_000_000;

const sandbox = useSandbox({ rateLimit: 3, rateLimitWindowSeconds: 60, now: () => time });

async function limits(headers = {}) {
	const reply = await get(sandbox.current, '/importers', headers);
	return {
		status: reply.status,
		limit: reply.headers.get('ratelimit-limit'),
		remaining: reply.headers.get('ratelimit-remaining'),
		reset: reply.headers.get('ratelimit-reset'),
	};
}

test('the window starts with the first request and counts down in seconds', async () => {
	expect(await limits()).toEqual({ status: 200, limit: '3', remaining: '2', reset: '60' });
	time += 18_500;
	expect(await limits()).toEqual({ status: 200, limit: '3', remaining: '1', reset: '42' });
	time += 41_499;
	expect(await limits()).toEqual({ status: 200, limit: '3', remaining: '0', reset: '1' });
	expect(await limits()).toEqual({ status: 429, limit: '3', remaining: '0', reset: '1' });
	time += 1;
	expect(await limits()).toEqual({ status: 200, limit: '3', remaining: '2', reset: '60' });
});

test('all keys of the environment share the window; unauthenticated requests do not count', async () => {
	const other = { authorization: 'Bearer persona_sandbox_other' };
	expect(await limits({ authorization: 'Bearer nobody' })).toMatchObject({ status: 401 });
	expect(await limits()).toMatchObject({ remaining: '2' });
	expect(await limits(other)).toMatchObject({ remaining: '1' });
});

test('a 429 has the documented error', async () => {
	for (let request = 0; request < 3; request += 1) await limits();
	const { status, json } = await get(sandbox.current, '/accounts');
	expect({ status, json }).toEqual({
		status: 429,
		json: {
			errors: [
				{
					title: 'Rate limit exceeded',
					details:
						'You have hit your rate limit of 3 requests / min. Please reach out to support@withpersona.com if you need this changed.',
				},
			],
		},
	});
});

test('GET /rate-limits reports the window that it counts in itself', async () => {
	await limits();
	const { json } = await get(sandbox.current, '/rate-limits');
	expect(json).toEqual({
		data: [
			{ type: 'rate-limit/api', attributes: { limit: 3, remaining: 1, 'seconds-to-reset': 60 } },
		],
	});
});
