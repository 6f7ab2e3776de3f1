import type { NodeApiError } from 'n8n-workflow';

import { startSandbox, type Fault, type Sandbox } from '../../sandbox';
import { importWorkflow, outputOf, runWorkflow, type PersonaNode } from './support/engine';
import { VirtualClock } from './support/virtualClock';

let sandbox: Sandbox;
const clock = new VirtualClock();

beforeAll(async () => {
	clock.install();
	sandbox = await startSandbox({ processingMilliseconds: 5, now: clock.now });
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	clock.restore();
	await sandbox.close();
});

const ROWS = [{ reference_id: 'c-1', name_first: 'Ann' }];
const REQUEST_ID = /Request ID for Persona's support: req_\w+$/;

async function refusalOf(faults: Fault[], node: PersonaNode = {}, access = {}) {
	for (const fault of faults) sandbox.faults.add(fault);
	const where = { apiKey: sandbox.apiKey, baseUrl: sandbox.url, ...access };
	const run = await runWorkflow(importWorkflow(ROWS, node), where);
	return run.data.resultData.error as NodeApiError;
}

const on = { method: 'POST', path: '/importer/accounts' };

describe('what a user sees when Persona does not take an upload', () => {
	it('401: says to paste the key again', async () => {
		const error = await refusalOf([], {}, { apiKey: 'persona_production_x' });
		expect(error.message).toBe('Persona does not accept the API key (HTTP 401)');
		expect(error.description).toContain('copy the API key from the Persona dashboard again');
		expect(error).toMatchObject({
			httpCode: '401',
			failure: { cause: 'credential-invalid' },
		});
		expect(error.context.itemIndex).toBeUndefined();
		expect(sandbox.requests).toHaveLength(1);
	});

	it.each([
		[403, 'Persona does not allow this with this API key (HTTP 403)', "'Create/Update Importers'"],
		[404, 'Persona has nothing at this address (HTTP 404)', "'Base URL'"],
		[
			409,
			'Persona reports a conflict with data that it already has (HTTP 409)',
			'changing the same records',
		],
		[415, 'Persona does not accept this type of file (HTTP 415)', "'Base URL'"],
		[422, 'Persona did not accept the file (HTTP 422)', 'Fix the rows'],
		[418, 'Persona did not accept the request (HTTP 418)', "Check this node's IDs"],
	])('%i: one request, Request-Id, advice', async (status, message, advice) => {
		const error = await refusalOf([{ kind: 'status', status, on }]);
		expect(error.message).toBe(message);
		expect(error.description).toContain(advice);
		expect(error.description).toMatch(REQUEST_ID);
		expect(error.httpCode).toBe(String(status));
		expect(sandbox.requests).toHaveLength(1);
	});

	it("shows Persona's titles, details and pointers", async () => {
		const body = {
			errors: [
				{
					title: 'Unprocessable entity',
					details: 'File must be under 2 bytes',
					source: { pointer: '/data/attributes/file' },
				},
				{ title: 'Record invalid' },
			],
		};
		const error = await refusalOf([{ kind: 'status', status: 422, body, on }]);
		expect(error.description).toContain(
			'Persona says: Unprocessable entity: File must be under 2 bytes (/data/attributes/file). Persona says: Record invalid. ',
		);
	});

	it('413 on a single row: says how to make files smaller', async () => {
		const error = await refusalOf([{ kind: 'status', status: 413, on }]);
		expect(error.message).toBe('The file is too large for Persona (HTTP 413)');
		expect(error.description).toContain("'Rows per Import'");
	});

	it('a reused custom key: says which option to change', async () => {
		const parameters = { options: { idempotency: 'custom', idempotencyKey: 'monday' } };
		const where = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
		await runWorkflow(importWorkflow([{ reference_id: 'other' }], { parameters }), where);
		const error = await refusalOf([], { parameters });
		expect(error.message).toBe(
			'This Idempotency-Key was used before with other rows or options (HTTP 400)',
		);
		expect(error.description).toContain("Change 'Idempotency Key'");
		expect(sandbox.requests.map(({ headers }) => headers['idempotency-key'])).toEqual([
			'monday-1',
			'monday-1',
		]);
	});

	it('a redirect: is not followed', async () => {
		const error = await refusalOf([{ kind: 'redirect', location: `${sandbox.url}/accounts`, on }]);
		expect(error.message).toBe(
			"The credential's 'Base URL' redirects to another address (HTTP 302)",
		);
		expect(sandbox.requests).toHaveLength(1);
	});

	it('HTML instead of JSON: says that somebody else answered', async () => {
		const error = await refusalOf([{ kind: 'html', status: 200, on }]);
		expect(error.message).toBe('The answer did not come from Persona (HTTP 200)');
		expect(error.description).toContain('It is not known whether Persona took these rows.');
		expect(error.description).not.toContain('<');
	});

	it('an empty answer: says the same', async () => {
		const error = await refusalOf([{ kind: 'emptyBody', status: 201, on }]);
		expect(error.message).toBe('The answer did not come from Persona (HTTP 201)');
	});

	it('no server: says so', async () => {
		const error = await refusalOf([], {}, { baseUrl: 'http://127.0.0.1:9/api/v1' });
		expect(error.message).toBe("Nothing answers at the credential's 'Base URL'");
		expect(error.description).not.toContain('It is not known');
	});

	it('an unencrypted address: sends nothing', async () => {
		const error = await refusalOf([], {}, { baseUrl: 'http://api.withpersona.com/api/v1' });
		expect(error.message).toMatch(/^The 'Base URL' must begin with https:\/\//);
		expect(error.description).toContain('Nothing was sent');
	});
});

describe('what passes by itself', () => {
	it.each<[string, Fault]>([
		['429', { kind: 'rateLimited', resetSeconds: 7, on }],
		['a dropped connection before the write', { kind: 'dropConnection', when: 'beforeWrite', on }],
		['a dropped connection after the write', { kind: 'dropConnection', when: 'afterWrite', on }],
		['502 from a gateway', { kind: 'status', status: 502, saved: false, on }],
		['408', { kind: 'status', status: 408, saved: false, on }],
		['502 after the write', { kind: 'status', status: 502, saved: false, when: 'afterWrite', on }],
	])('%s: sends the same bytes with the same key again', async (_, fault) => {
		sandbox.faults.add(fault);
		const where = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
		const run = await runWorkflow(importWorkflow(ROWS), where);
		expect(outputOf(run)).toHaveLength(1);
		expect(sandbox.importers()).toHaveLength(1);
		const [first, second] = sandbox.requests;
		expect(sandbox.requests).toHaveLength(2);
		expect(second!.headers['idempotency-key']).toBe(first!.headers['idempotency-key']);
		expect(second!.parts).toEqual(first!.parts);
	});

	it('429 waits for the reset that Persona names', async () => {
		const before = clock.waited;
		sandbox.faults.add({ kind: 'rateLimited', resetSeconds: 42, on });
		const where = { apiKey: sandbox.apiKey, baseUrl: sandbox.url };
		await runWorkflow(importWorkflow(ROWS), where);
		expect(clock.waited - before).toBe(42_000);
	});

	it('gives up on 500 after 5, 10, 20 and 40 seconds, and says that the outcome is unknown', async () => {
		const before = clock.waited;
		const error = await refusalOf([{ kind: 'status', status: 500, when: 'afterWrite', on }]);
		expect(clock.waited - before).toBe(75_000);
		expect(error.message).toBe('Persona is not available right now (HTTP 500)');
		expect(error.description).toContain('It is not known whether Persona took these rows.');
		expect(error.description).toContain("set 'Repeated Runs' to Once per Execution");
		expect(sandbox.requests).toHaveLength(5);
		expect(sandbox.importers()).toHaveLength(1);
	});

	it('never sends a second time without a key when the first may have arrived', async () => {
		const parameters = { options: { idempotency: 'none' } };
		const fault: Fault = { kind: 'dropConnection', when: 'afterWrite', on };
		const error = await refusalOf([fault], { parameters });
		expect(error.message).toBe('The connection to Persona was lost before an answer came');
		expect(error.description).toContain('before you send them again');
		expect(sandbox.requests).toHaveLength(1);
		expect(sandbox.importers()).toHaveLength(1);
	});
});
