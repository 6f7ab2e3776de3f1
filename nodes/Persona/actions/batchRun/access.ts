import { isResponse } from '../../transport/outcome';
import type { StatusMessage } from '../../transport/messages';
import type { ImportRun } from '../import/settings';

const NO_BATCH_JOBS =
	"Not every Persona account has the Batch Jobs API: ask Persona, or the administrator who made the key. Until then, create accounts with Account: Import, and change single accounts with n8n's HTTP Request node.";

/** What Persona's answers to a new batch job mean. */
export const BATCH_JOB_MESSAGES: Readonly<Record<number, StatusMessage>> = {
	403: {
		message: 'This API key may not use batch jobs in Persona (HTTP 403)',
		help: NO_BATCH_JOBS,
		cause: 'configuration-invalid',
	},
	404: {
		message: 'Persona offers no batch jobs to this API key (HTTP 404)',
		help: NO_BATCH_JOBS,
		cause: 'configuration-invalid',
	},
	422: {
		message: 'Persona did not accept the batch job (HTTP 422)',
		help: "Check 'Account Type ID', the columns and the rows that this is about, then run this node again.",
	},
};

/**
 * Finds out whether the API key may use batch jobs, before any row is sent: by asking for a job without rows, which Persona
 * does not take. Answers that leave it open are left to the first job.
 *
 * Source of "at least one row": `POST /batch-jobs` in Persona's OpenAPI.
 *
 * @throws NodeApiError if it may not; the cancel signal's reason
 */
export async function checkAccess({ client, settings }: ImportRun): Promise<void> {
	const attributes = { operation: 'update', object: 'account', 'lookup-field': 'token', rows: [] };
	const { headers } = settings;
	const body = () => ({ data: { attributes } });
	const request = { method: 'POST' as const, path: '/batch-jobs', query: {}, headers, body };
	const { result } = await client.send(request, false);
	if (!isResponse(result) || ![401, 403, 404].includes(result.status)) return;
	const notes = ['Nothing was sent.'];
	throw client.errorFor(result, { statusMessages: BATCH_JOB_MESSAGES, notes });
}
