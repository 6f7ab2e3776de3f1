import { LIST_MEANINGS } from '../../../nodes/Persona/actions/bulkImport/listMeanings';
import { PROBLEM_SENTENCES } from '../../../nodes/Persona/import/rules';
import { explain } from '../../../nodes/Persona/transport/explain';

const answer = (status: number) => ({ status, body: '', headers: {} });

/** Outcomes of a request, each with what a reader calls it. */
const OUTCOMES = [
	...[400, 401, 403, 404, 409, 413, 415, 422, 429].map((status) => answer(status)),
	answer(408),
	answer(503),
	answer(302),
	answer(200),
	{ code: 'ENOTFOUND' },
	{ code: 'ECONNREFUSED' },
	{ code: 'CERT_HAS_EXPIRED' },
	{ code: 'ETIMEDOUT' },
	{ code: 'ECONNRESET' },
];

function table(header: string[], rows: string[][]): string {
	return [header, header.map(() => '---'), ...rows]
		.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
		.join('\n');
}

/** What can stand against a value, as the node says it. */
export function checksTable(): string {
	const rows = Object.entries(PROBLEM_SENTENCES).map(([code, sentence]) => [
		`\`${code}\``,
		`… ${sentence}`,
	]);
	return table(['Code', 'The column …'], rows);
}

/** What can come of a request, and the advice that the node gives. */
export function outcomesTable(): string {
	const reused = explain(answer(400), ['Idempotency error']);
	const explanations = [
		...OUTCOMES.map((outcome) => explain(outcome, [])),
		reused,
		...Object.values(LIST_MEANINGS),
	];
	return table(
		['Message', 'How to get unstuck'],
		explanations.map(({ message, help }) => [message, help]),
	);
}
