import type { Fault } from '../../../sandbox';

/** Something that goes wrong with the second of three uploads, and what is wrong with the access to Persona at all. */
export interface FaultCase {
	name: string;
	faults?: Fault[];
	apiKey?: string;
	baseUrl?: string;
}

const on = { method: 'POST', path: '/importer/accounts' };

const TOO_LARGE = { errors: [{ title: 'Record invalid', details: 'File must be under 2 bytes' }] };

function refusal(status: number, echo: string): FaultCase {
	const errors = [
		{ title: 'Record invalid', details: echo, source: { pointer: `/data/${echo}` } },
		{ title: echo },
	];
	const body = { errors, message: echo, error: { message: echo } };
	return { name: `HTTP ${status}`, faults: [{ kind: 'status', status, body, on }] };
}

/**
 * All the ways in which an upload is known to go wrong.
 *
 * @param echo text that Persona puts into its answers; a test gives values of rows, to see them not come out
 */
export function faultCases(echo: string): FaultCase[] {
	return [
		{ name: 'none' },
		...[400, 403, 404, 409, 413, 415, 422].map((status) => refusal(status, echo)),
		{
			name: 'HTTP 422, file too large',
			faults: [{ kind: 'status', status: 422, body: TOO_LARGE, on }],
		},
		{
			name: 'connection dropped after the write, then HTTP 413',
			faults: [
				{ kind: 'dropConnection', when: 'afterWrite', on },
				{ kind: 'status', status: 413, saved: false, on },
			],
		},
		{ name: 'HTTP 401', apiKey: 'persona_production_unknown' },
		{ name: 'HTTP 429 once', faults: [{ kind: 'rateLimited', resetSeconds: 2, on }] },
		{ name: 'HTTP 429 for long', faults: [{ kind: 'rateLimited', resetSeconds: 600, on }] },
		{ name: 'HTTP 408 once', faults: [{ kind: 'status', status: 408, saved: false, on }] },
		{ name: 'HTTP 500 before the write, saved', faults: [{ kind: 'status', status: 500, on }] },
		{
			name: 'HTTP 500 after the write, saved',
			faults: [{ kind: 'status', status: 500, when: 'afterWrite', on }],
		},
		{
			name: 'HTTP 502 from a gateway, once',
			faults: [{ kind: 'status', status: 502, saved: false, on }],
		},
		{
			name: 'HTTP 503 from a gateway, always',
			faults: [{ kind: 'status', status: 503, saved: false, times: 50, on }],
		},
		{
			name: 'connection dropped before the write',
			faults: [{ kind: 'dropConnection', when: 'beforeWrite', on }],
		},
		{
			name: 'connection dropped after the write',
			faults: [{ kind: 'dropConnection', when: 'afterWrite', on }],
		},
		{
			name: 'connection dropped always',
			faults: [{ kind: 'dropConnection', when: 'beforeWrite', times: 50, on }],
		},
		{ name: 'slow answer', faults: [{ kind: 'slow', milliseconds: 20, when: 'body', on }] },
		{
			name: 'redirect',
			faults: [
				{ kind: 'redirect', location: `https://example.com/${encodeURIComponent(echo)}`, on },
			],
		},
		{ name: 'HTML, HTTP 200', faults: [{ kind: 'html', status: 200, on }] },
		{ name: 'HTML, HTTP 502', faults: [{ kind: 'html', status: 502, times: 50, on }] },
		{ name: 'empty answer, HTTP 201', faults: [{ kind: 'emptyBody', status: 201, on }] },
		{ name: 'nothing listens', baseUrl: 'http://127.0.0.1:9/api/v1' },
		{ name: 'unknown host', baseUrl: 'https://persona.invalid/api/v1' },
		{ name: 'http to a foreign host', baseUrl: 'http://example.com/api/v1' },
	];
}
