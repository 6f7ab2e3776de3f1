import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';
import { ApiError, badRequest } from './answer';

/** One part of a multipart body. `sha256` is in hexadecimal. */
export interface Part {
	name: string;
	fileName?: string;
	contentType?: string;
	content: Buffer;
	sha256: string;
}

/** A request body read to its end; `unreadable` keeps the error that it has to be answered with. */
export type Body =
	| { kind: 'none' }
	| { kind: 'form'; parts: Part[] }
	| { kind: 'json'; value: unknown }
	| { kind: 'unreadable'; error: ApiError };

/** Thrown when the client went away before its request was complete: nobody waits for an answer. */
export class ClientGone extends Error {}

/** Reads a stream to its end and keeps at most `limit` bytes of it. */
async function collect(
	stream: AsyncIterable<Buffer>,
	limit: number,
): Promise<Pick<Part, 'content' | 'sha256'> & { bytes: number }> {
	const chunks: Buffer[] = [];
	const hash = createHash('sha256');
	let bytes = 0;
	for await (const chunk of stream) {
		bytes += chunk.length;
		if (bytes > limit) continue;
		chunks.push(chunk);
		hash.update(chunk);
	}
	return { content: Buffer.concat(chunks), sha256: hash.digest('hex'), bytes };
}

async function readForm(request: FastifyRequest, limit: number): Promise<Body> {
	const parts: Part[] = [];
	const limits = { fileSize: limit };
	for await (const part of request.parts({ limits })) {
		const { fieldname: name, mimetype: contentType } = part;
		if (part.type === 'file') {
			const { content, sha256 } = await collect(part.file, limit);
			parts.push({ name, fileName: part.filename, contentType, content, sha256 });
		} else {
			const content = Buffer.from(String(part.value));
			const sha256 = createHash('sha256').update(content).digest('hex');
			parts.push({ name, contentType, content, sha256 });
		}
	}
	return { kind: 'form', parts };
}

async function readOther(request: FastifyRequest, limit: number): Promise<Body> {
	const { content, bytes } = await collect(request.raw, limit);
	if (bytes === 0) return { kind: 'none' };
	if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
		throw badRequest('The body must be multipart/form-data or application/json');
	}
	if (bytes > limit) return { kind: 'none' };
	try {
		return { kind: 'json', value: JSON.parse(content.toString('utf8')) as unknown };
	} catch {
		throw badRequest('The body is not valid JSON');
	}
}

function isGone(message: IncomingMessage): boolean {
	return message.destroyed && !message.complete;
}

async function readUnlessBroken(request: FastifyRequest, limit: number): Promise<Body> {
	try {
		return await (request.isMultipart() ? readForm(request, limit) : readOther(request, limit));
	} catch (error) {
		if (isGone(request.raw)) throw new ClientGone();
		request.raw.resume();
		const known = error instanceof ApiError;
		return {
			kind: 'unreadable',
			error: known ? error : badRequest('The body is not valid multipart/form-data'),
		};
	}
}

/**
 * Reads the body to its end and counts its bytes on the wire. A broken body is a result (400 in
 * it), as its answer has to be saved under an Idempotency-Key like any other.
 * Throws 413 for more than `limit` bytes, and ClientGone.
 */
export async function readBody(
	request: FastifyRequest,
	limit: number,
): Promise<{ body: Body; bytes: number }> {
	let bytes = 0;
	request.raw.on('data', (chunk: Buffer) => {
		bytes += chunk.length;
	});
	const body = await readUnlessBroken(request, limit);
	return { body, bytes };
}

/** The answer to a body of more bytes than the sandbox takes. */
export function payloadTooLarge(limit: number): ApiError {
	return new ApiError(413, 'Payload too large', `Request must be under ${String(limit)} bytes`);
}
