import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from '../faultTypes';
import type { Outcome } from './outcome';

/** Pieces of a trickled body, spread evenly over the time. */
const PIECES = 20;

async function* trickle(body: string, milliseconds: number): AsyncGenerator<Buffer> {
	const bytes = Buffer.from(body);
	const size = Math.max(1, Math.ceil(bytes.length / PIECES));
	const pause = milliseconds / Math.ceil(bytes.length / size);
	for (let start = 0; start < bytes.length; start += size) {
		await sleep(pause, undefined, { ref: false });
		yield bytes.subarray(start, start + size);
	}
}

/** Closes the connection without an answer. */
export function dropConnection(request: FastifyRequest, reply: FastifyReply): void {
	reply.hijack();
	request.raw.socket.destroy();
}

/** Sends an outcome, slowly if the fault says so. */
export async function send(
	outcome: Outcome,
	fault: Fault | undefined,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<void> {
	if (outcome.kind === 'dropped') {
		dropConnection(request, reply);
		return;
	}
	const slow = fault?.kind === 'slow' ? fault : undefined;
	reply.code(outcome.status).headers(outcome.headers);
	if (slow?.when === 'body') {
		await reply.send(Readable.from(trickle(outcome.body, slow.milliseconds)));
		return;
	}
	if (slow !== undefined) await sleep(slow.milliseconds, undefined, { ref: false });
	await reply.send(outcome.body);
}
