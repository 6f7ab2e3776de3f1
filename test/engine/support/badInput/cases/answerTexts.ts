import type { Fault } from '../../../../../sandbox';
import { refusedRun } from '../builders';
import type { BadInputCase, Expected } from '../types';

export const on = { method: 'POST', path: '/importer/accounts' };
export const UNKNOWN = 'It is not known whether Persona took these rows.';
export const AGAIN = `${UNKNOWN} Run this node again within 24 hours with the same rows: they will not be imported twice.`;
export const ELSEWHERE =
	"Something else answered in its place. Check the credential's 'Base URL', and any proxy between this n8n and Persona.";
export const OPTIONS =
	"Check this node's options, above all 'API Version' and those about the response.";
/** The way past a refusal that Persona repeats. */
export const SAVED =
	"Persona gives the same answer to the same rows for 24 hours, even after the reason for it is gone. To send them again unchanged, set 'Repeated Runs' to Once per Execution.";
export const FIX = 'Fix the rows or the options that this is about, then run this node again.';
export const LATER = "Try again later. Persona's status page shows whether others see this too.";

/** Compares a whole description; the Request ID at its end is another one each time. */
export function exactly(text: string): RegExp {
	const escaped = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
	return new RegExp(`^${escaped}(?: Request ID for Persona's support: req_\\w+)?$`);
}

/** An answer to the upload that ends it. */
export function answer(
	name: string,
	fault: Fault,
	message: string,
	description: string,
	more: Partial<Expected> = {},
): BadInputCase {
	return refusedRun(name, { faults: [fault] }, message, exactly(description), {
		held: [0, 0],
		...more,
	});
}

export const status = (code: number, body?: unknown, more: Partial<Fault> = {}): Fault =>
	({ kind: 'status', status: code, body, on, ...more }) as Fault;
export const says = (...errors: unknown[]) => ({ errors });

export const foreign = (name: string, code: number, body: unknown): BadInputCase =>
	answer(
		name,
		status(code, body),
		`The answer did not come from Persona (HTTP ${code})`,
		`${ELSEWHERE} ${AGAIN}`,
	);
export const said = (
	name: string,
	code: number,
	body: unknown,
	message: string,
	description: string,
) => answer(name, status(code, body), message, `${description} ${SAVED}`);

export const NOT_ACCEPTED = 'Persona did not accept the file (HTTP 422)';
export const NOT_USED = 'Persona could not use the request (HTTP 400)';
