import type { FastifyRequest } from 'fastify';
import { newId } from '../store/collection';
import type { RecordedRequest } from '../types';
import type { Body } from './body';
import { parseQuery } from './query';

/** The path of the base URL. */
export const BASE_PATH = '/api/v1';

/** One request on its way through the sandbox. */
export interface Exchange {
	record: RecordedRequest;
	/** `req_…` */
	requestId: string;
	startedAt: number;
}

function recordedHeaders(request: FastifyRequest): Record<string, string> {
	const headers = Object.entries(request.headers).filter(([name]) => name !== 'authorization');
	return Object.fromEntries(headers.map(([name, value]) => [name, String(value)]));
}

/** Starts the record of a request. */
export function openExchange(request: FastifyRequest): Exchange {
	const url = request.url.split('?')[0] ?? '';
	return {
		requestId: newId('req'),
		startedAt: performance.now(),
		record: {
			method: request.method,
			path: url.startsWith(`${BASE_PATH}/`) ? url.slice(BASE_PATH.length) : url,
			query: parseQuery(request.url),
			headers: recordedHeaders(request),
			status: null,
			bodyBytes: 0,
			parts: [],
			idempotencyReplay: false,
		},
	};
}

/** Records the body without its content. */
export function recordBody({ record }: Exchange, body: Body, bytes: number): void {
	record.bodyBytes = bytes;
	if (body.kind !== 'form') return;
	record.parts = body.parts.map(({ name, fileName, contentType, content }) => ({
		name,
		...(fileName === undefined ? {} : { fileName }),
		...(contentType === undefined ? {} : { contentType }),
		bytes: content.length,
	}));
}
