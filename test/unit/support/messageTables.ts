import { LIST_STATUS_MESSAGES } from '../../../nodes/Persona/actions/listItem/list';
import { ACCOUNT_IMPORT } from '../../../nodes/Persona/pipeline/columns';
import { FILE_PROBLEMS, type FileProblem } from '../../../nodes/Persona/pipeline/csvFile/problems';
import {
	OR_TREAT_AS_EMPTY,
	PROBLEM_SENTENCES,
	WARNING_SENTENCES,
	type WarningCode,
} from '../../../nodes/Persona/pipeline/rules';
import { SMALLER_IMPORTS } from '../../../nodes/Persona/actions/import/settings';
import { messageFor } from '../../../nodes/Persona/transport/messages';
import { markdownTable } from '../../shared/generated';

const answer = (status: number) => ({ status, body: '', headers: {} });

/** Outcomes of a request, each with what a reader calls it. */
const OUTCOMES = [
	...[400, 401, 403, 404, 409, 413, 415, 422, 429].map((status) => answer(status)),
	answer(503),
	answer(302),
	answer(200),
	{ code: 'ENOTFOUND' },
	{ code: 'ECONNREFUSED' },
	{ code: 'CERT_HAS_EXPIRED' },
	{ code: 'EPROTO' },
	{ code: 'ETIMEDOUT' },
	{ code: 'ECONNRESET' },
];

/** What can be wrong with a value, as the node says it. */
export function checksTable(): string {
	const rows = Object.entries(PROBLEM_SENTENCES).map(([code, sentence]) => {
		const example = sentence
			.replace('{orTreatAsEmpty}', OR_TREAT_AS_EMPTY)
			.replace('{format}', 'MM/DD/YYYY')
			.replace('{other}', 'DD/MM/YYYY')
			.replace('{item}', '4');
		return [`\`${code}\``, `… ${example}`];
	});
	return markdownTable(['Code', 'The column …'], rows);
}

/** What is sent although it looks unusual, as the node says it. */
export function warningsTable(): string {
	const codes = Object.keys(WARNING_SENTENCES) as WarningCode[];
	const rows = codes.map((code) => [`\`${code}\``, `… ${WARNING_SENTENCES[code]}`]);
	return markdownTable(['Code', 'In some rows, the column …'], rows);
}

/** What can be wrong with a file, with the advice that the node gives; each kind of problem once, by example. */
export function filesTable(): string {
	const columns = ACCOUNT_IMPORT.columns.map(({ name }) => name);
	const examples: Record<keyof typeof FILE_PROBLEMS, FileProblem> = {
		missing: FILE_PROBLEMS.missing(['attachment']),
		empty: FILE_PROBLEMS.empty(),
		noRows: FILE_PROBLEMS.noRows(),
		workbook: FILE_PROBLEMS.workbook(),
		oldWorkbook: FILE_PROBLEMS.oldWorkbook(),
		gzip: FILE_PROBLEMS.gzip(),
		pdf: FILE_PROBLEMS.pdf(),
		json: FILE_PROBLEMS.json(),
		page: FILE_PROBLEMS.page(),
		utf16: FILE_PROBLEMS.utf16(),
		notUtf8: FILE_PROBLEMS.notUtf8(12),
		nul: FILE_PROBLEMS.nul(12),
		delimiter: FILE_PROBLEMS.delimiter('semicolons'),
		lineEnds: FILE_PROBLEMS.lineEnds(),
		firstLine: FILE_PROBLEMS.firstLine(),
		openQuote: FILE_PROBLEMS.openQuote(12),
		noHeader: FILE_PROBLEMS.noHeader(columns),
		unknownColumns: FILE_PROBLEMS.unknownColumns(2, ['Email', 'Phone'], columns),
		repeatedColumn: FILE_PROBLEMS.repeatedColumn('reference_id', ['Contact ID', 'id']),
		doubtfulColumn: FILE_PROBLEMS.doubtfulColumn('reference_id', ['Account ID']),
		unnamedColumns: FILE_PROBLEMS.unnamedColumns([8]),
		missingColumn: FILE_PROBLEMS.missingColumn('value'),
		unreadable: FILE_PROBLEMS.unreadable(),
	};
	return markdownTable(
		['Code', 'The file …', 'What to do'],
		Object.values(examples).map(({ code, message, help }) => [`\`${code}\``, `… ${message}`, help]),
	);
}

/** What can come of a request, and the advice that the node gives; each message once. */
export function outcomesTable(): string {
	const reused = messageFor(answer(400), ['Idempotency error']);
	const adviceOf = new Map<string, string>();
	for (const { message, help } of OUTCOMES.map((outcome) =>
		messageFor(outcome, [], SMALLER_IMPORTS),
	)) {
		adviceOf.set(message, help);
	}
	adviceOf.set(reused.message, reused.help);
	for (const { message, help } of Object.values(LIST_STATUS_MESSAGES)) {
		const general = adviceOf.get(message);
		adviceOf.set(message, general === undefined ? help : `${general} For list items: ${help}`);
	}
	return markdownTable(['Message', 'What to do'], [...adviceOf]);
}
