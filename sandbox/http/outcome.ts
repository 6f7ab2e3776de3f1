import { STATUS_CODES } from 'node:http';
import type { Fault } from '../faultTypes';
import { ApiError, answerOfError, type Answer } from './answer';

/** What the client gets: an answer, or a closed connection. */
export type Outcome =
	| { kind: 'dropped' }
	| { kind: 'answered'; status: number; body: string; headers: Record<string, string> };

export const DROPPED: Outcome = { kind: 'dropped' };

/** An answer of the API with its headers. */
export function answered({ status, body }: Answer, headers: Record<string, string>): Outcome {
	const contentType = { 'Content-Type': 'application/json; charset=utf-8' };
	return { kind: 'answered', status, body, headers: { ...contentType, ...headers } };
}

type StatusFault = Extract<Fault, { kind: 'status' }>;

/** Statuses that Persona never saves under an Idempotency-Key (docs.withpersona.com/errors). */
const NEVER_SAVED = [401, 429];

function isSaved({ status, saved }: StatusFault): boolean {
	return saved ?? !NEVER_SAVED.includes(status);
}

function faultAnswer({ status, body }: StatusFault): Answer {
	if (body !== undefined) return { status, body: JSON.stringify(body) };
	return answerOfError(new ApiError(status, STATUS_CODES[status] ?? 'Error', 'A scripted fault'));
}

/** The answer that a fault puts in the place of Persona's own and that is saved under the key. */
export function savedFaultAnswer(fault: Fault | undefined) {
	if (fault?.kind !== 'status' || !isSaved(fault)) return undefined;
	return { when: fault.when ?? 'beforeWrite', answer: faultAnswer(fault) };
}

/** Headers that a fault adds to the answer. */
export function faultHeaders(fault: Fault | undefined): Record<string, string> {
	return fault?.kind === 'status' ? (fault.headers ?? {}) : {};
}

/** A fault in front of the idempotency layer, before or after the request itself was handled. */
export function frontOutcome(
	fault: Fault | undefined,
	when: 'beforeWrite' | 'afterWrite',
	headers: Record<string, string>,
): Outcome | undefined {
	if (fault?.kind === 'dropConnection') return fault.when === when ? DROPPED : undefined;
	if (fault?.kind === 'status') {
		const isHere = (fault.when ?? 'beforeWrite') === when && !isSaved(fault);
		return isHere ? answered(faultAnswer(fault), headers) : undefined;
	}
	return when === 'beforeWrite' && fault !== undefined ? gatewayOutcome(fault) : undefined;
}

function gatewayOutcome(fault: Fault): Outcome | undefined {
	const kind = 'answered';
	switch (fault.kind) {
		case 'redirect':
			return { kind, status: fault.status ?? 302, body: '', headers: { Location: fault.location } };
		case 'html': {
			const body = `<!doctype html><title>${String(fault.status)}</title><h1>Gateway</h1>`;
			return { kind, status: fault.status, body, headers: { 'Content-Type': 'text/html' } };
		}
		case 'emptyBody':
			return { kind, status: fault.status, body: '', headers: {} };
		default:
			return undefined;
	}
}
