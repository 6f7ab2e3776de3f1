import type { NodeApiError } from 'n8n-workflow';

import { toNodeApiError } from '../../../../nodes/Persona/transport/errors';
import type { HttpResponse, HttpResult } from '../../../../nodes/Persona/transport/outcome';
import { NODE } from '../../support/context';

const CELLS = ['MARKERONE', '987-65-4321', 'Marker  Two', 'ab'];

/** The error for item 5, whose cells are known. */
export function errorFor(outcome: HttpResult, notes?: readonly string[]): NodeApiError {
	return toNodeApiError(NODE, outcome, { values: () => CELLS, itemIndex: 5, notes });
}

export function answerWith(
	body: unknown,
	status = 422,
	headers: HttpResponse['headers'] = {},
): HttpResponse {
	return { status, body, headers };
}

/** What users are advised after HTTP 422. */
export const HELP = 'Fix the rows or the options that this is about, then run this node again.';
