import { markdownTable } from '../../shared/generated';
import type { Effect } from '../support/effect';

/** What came of one case. */
export interface Outcome extends Effect {
	/** What goes wrong, and when. */
	what: string;
	idempotency: 'Once per Content' | 'Once per Execution' | 'None';
	/** The execution as n8n shows it then. */
	status: string;
	/** What is done about it, by n8n or by a person. */
	next: string;
}

/** The outcomes as a Markdown table. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
	const header = [
		'What happens',
		'Repeated Runs',
		'Status in n8n',
		'Then',
		'Uploads that arrived',
		'Imports',
		'Persona holds each row',
	];
	const times = (count: number) => ['not at all', 'once', 'twice'][count] ?? `${count} times`;
	const rows = outcomes.map((one) => [
		one.what,
		one.idempotency,
		one.status,
		one.next,
		one.uploads,
		one.imports,
		times(one.held),
	]);
	return markdownTable(header, rows);
}
