import { markdownTable } from '../../shared/generated';
import type { MatrixRow } from './faultMatrix';

const ON_ERROR_NAMES = {
	stopWorkflow: 'Stop Workflow',
	continueRegularOutput: 'Continue',
	continueErrorOutput: 'Continue (using error output)',
};

/** The matrix as a Markdown table. */
export function reliabilityTable(rows: readonly MatrixRow[]): string {
	const header = [
		'Fault at the second of three uploads',
		'On Error',
		'Retry On Fail',
		'Rows accepted',
		'Rows in error items',
		'Requests sent',
		'Rows Persona holds',
		'First message',
	];
	const lines = rows.map((row) => [
		row.fault,
		ON_ERROR_NAMES[row.onError],
		row.retryOnFail ? 'on' : 'off',
		row.accepted,
		row.inErrorItems,
		row.requests,
		row.held,
		row.message,
	]);
	return markdownTable(header, lines);
}
