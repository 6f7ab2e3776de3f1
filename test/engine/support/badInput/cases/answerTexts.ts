import type { Fault } from '../../../../../sandbox';
import { refusedRun } from '../builders';
import type { BadInputCase, Expected } from '../types';

export const on = { method: 'POST', path: '/importer/accounts' };
export const UNKNOWN = 'It is not known whether Persona took these rows.';
export const AGAIN = `${UNKNOWN} Run this node again within 24 hours with the same rows: they will not be imported twice.`;
export const ELSEWHERE =
	"Something between n8n and Persona answered instead. Check the credential's 'Base URL' and any proxy.";
export const OPTIONS =
	"Check the options of this node, above all 'API Version', 'Include' and 'Fields'.";
export const MEND =
	"See what Persona says, mend the rows or the options, and run the node again. For a file that is too large, give 'Rows per Import' a smaller number, or split the CSV file.";
export const LATER = "Try again later. Persona's status page tells whether others see the same.";

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
) => answer(name, status(code, body), message, description);

export const NOT_ACCEPTED = 'Persona did not accept the file (HTTP 422)';
export const NOT_USED = 'Persona could not use the request (HTTP 400)';
