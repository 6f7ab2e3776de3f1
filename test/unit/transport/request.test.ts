import FormData from 'form-data';
import { NodeApiError, type JsonObject } from 'n8n-workflow';

import { sendOnce } from '../../../nodes/Persona/transport/request';
import { NODE, REQUEST, ScriptedContext } from '../support/context';

const BASE = 'https://api.withpersona.com/api/v1';

test("is sent with n8n's authentication, follows no redirect and throws for no status", async () => {
	const context = new ScriptedContext([{ status: 422, body: { errors: [] }, headers: { a: 'b' } }]);
	const request = {
		...REQUEST,
		query: { include: 'creator' },
		headers: { 'Key-Inflection': 'kebab' },
	};
	const answer = await sendOnce(context.functions, BASE, request);
	expect(answer).toEqual({ status: 422, body: { errors: [] }, headers: { a: 'b' } });
	expect(context.credentialTypes).toEqual(['personaApi']);
	expect(context.requests).toEqual([
		{
			method: 'POST',
			url: `${BASE}/importer/accounts`,
			qs: { include: 'creator' },
			headers: { Accept: 'application/json', 'Key-Inflection': 'kebab' },
			body: undefined,
			timeout: 100_000,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		},
	]);
});

test('a big body gets the time that it needs at 1 Mbit/s', async () => {
	const context = new ScriptedContext([{}]);
	const form = new FormData();
	const request = { ...REQUEST, body: async () => form, bodyBytes: 125_000_000 };
	await sendOnce(context.functions, BASE, request);
	expect(context.requests[0]).toMatchObject({ body: form, timeout: 100_000 + 1_000_000 });
});

describe('without an answer', () => {
	async function codeFor(error: unknown): Promise<unknown> {
		const context = new ScriptedContext([{}]);
		context.onRequest = () => {
			throw error;
		};
		return await sendOnce(context.functions, BASE, REQUEST);
	}

	const broken = (code?: unknown, cause?: unknown) =>
		Object.assign(new Error('MARKER', { cause }), code === undefined ? {} : { code });

	test.each([
		['the reason itself', broken('ECONNRESET'), 'ECONNRESET'],
		['a reason inside', broken(undefined, broken('EPIPE')), 'EPIPE'],
		['a reason deep inside', broken(undefined, broken(7, broken('EPROTO'))), 'EPROTO'],
		['the outermost reason', broken('ETIMEDOUT', broken('EPIPE')), 'ETIMEDOUT'],
		['no reason', broken(), 'UNKNOWN'],
		['nothing', undefined, 'UNKNOWN'],
		['text', 'MARKER', 'UNKNOWN'],
	])('%s is found', async (_name, error, code) => {
		expect(await codeFor(error)).toEqual({ code });
	});

	test("the reason inside n8n's own error is found", async () => {
		const cause = broken('ECONNREFUSED');
		const error = new NodeApiError(NODE, cause as unknown as JsonObject);
		expect(await codeFor(error)).toEqual({ code: 'ECONNREFUSED' });
	});

	test('an error that causes itself ends', async () => {
		const error = broken();
		error.cause = error;
		expect(await codeFor(error)).toEqual({ code: 'UNKNOWN' });
	});
});

describe('cancelled', () => {
	test('before it is sent', async () => {
		const context = new ScriptedContext([{}]);
		context.cancel.abort();
		await expect(sendOnce(context.functions, BASE, REQUEST)).rejects.toMatchObject({
			name: 'AbortError',
		});
		expect(context.requests).toEqual([]);
	});

	test('while it is sent', async () => {
		const context = new ScriptedContext([{ code: 'ERR_CANCELED' }]);
		context.onRequest = () => context.cancel.abort();
		await expect(sendOnce(context.functions, BASE, REQUEST)).rejects.toMatchObject({
			name: 'AbortError',
		});
	});
});

test.each([[{}], [{ code: 'ECONNRESET' }]])(
	'%j: what the body holds open is let go',
	async (step) => {
		const afterAttempt = jest.fn();
		await sendOnce(new ScriptedContext([step]).functions, BASE, { ...REQUEST, afterAttempt });
		expect(afterAttempt).toHaveBeenCalledTimes(1);
	},
);
