import { NodeOperationError } from 'n8n-workflow';

import { maskRows, writeCsv } from '../../pipeline/csv';
import { settleDuplicates } from '../../pipeline/duplicates';
import { buildForm } from '../../pipeline/form';
import { checkRows, type RowSource } from '../../pipeline/checkRows';
import { hasMaskedColumns } from '../../pipeline/columns';
import { withMatchType } from '../../pipeline/matchType';
import { describeGroup, groupProblems } from '../../pipeline/problemGroups';
import { warnOfRepeats } from '../../pipeline/repeats';
import { forEachInSlices } from '../../pipeline/slices';
import type { CheckedRows, Problem, RejectedRow, Row } from '../../pipeline/types';
import { repeatedBy, type Redaction } from '../../transport/errors';
import type { Batch, CheckedInput } from './batch';
import { openRowSource } from './rowSource';
import type { ImportRun } from './settings';
import type { AcceptedUpload, FailedUpload } from './upload';
import type { Uploader } from './uploader';

/** Cuts rows into parts of at most `size`, in their order, one when it is asked for; without rows there are no parts. */
export function* splitRows(rows: readonly Row[], size: number): Generator<readonly Row[]> {
	for (let start = 0; start < rows.length; start += size) {
		yield rows.slice(start, start + size);
	}
}

/** Shorter pieces of a value tell nothing of it. */
const SHORTEST_PIECE = 3;

/** A value that was sent, and the words and tags in it: Persona may repeat one of them alone. */
function piecesOf(cell: string): string[] {
	const pieces = cell.split(/[\s,;|]+/).filter(({ length }) => length >= SHORTEST_PIECE);
	return [cell, ...pieces];
}

/** Rows that become one import. Their CSV is built when it is sent, and dropped before the next. */
class RowBatch implements Batch {
	constructor(
		private readonly run: ImportRun,
		private readonly checked: CheckedRows,
		readonly links: readonly Row[],
		readonly label: string,
	) {}

	get rowCount(): number {
		return this.links.length;
	}

	get fileName(): string {
		return this.run.settings.fileName;
	}

	get isWholeInput(): boolean {
		return this.links.length === this.checked.rows.length;
	}

	async send(uploader: Uploader): Promise<AcceptedUpload | FailedUpload> {
		const { label, fileName } = this;
		const csv = await this.csvOf(this.links);
		const body = () => buildForm(csv, fileName, this.run.target.formFields);
		return await uploader.send({ label, fileName, content: await uploader.digest(csv), body });
	}

	halves(): Batch[] {
		if (this.links.length < 2) return [];
		const halves = splitRows(this.links, Math.ceil(this.links.length / 2));
		return [...halves].map((rows, index) => {
			return new RowBatch(this.run, this.checked, rows, `${this.label}.${index + 1}`);
		});
	}

	async redactionOf({ result }: FailedUpload): Promise<Redaction> {
		const isRepeated = repeatedBy(result);
		const found: string[] = [];
		if (isRepeated === undefined) return {};
		const look = ({ cells }: Row) => {
			for (const cell of cells) {
				for (const piece of piecesOf(cell)) if (isRepeated(piece)) found.push(piece);
			}
		};
		await forEachInSlices(this.links, look, this.run.signal);
		return { values: () => found };
	}

	async preview() {
		const { context, settings, signal } = this.run;
		const { columns } = this.checked;
		const csv = await this.csvOf(this.links);
		const isShown = settings.dryRun?.showSocialSecurityNumbers || !hasMaskedColumns({ columns });
		const shown = isShown ? csv : await this.csvOf(await maskRows(columns, this.links, signal));
		const data = await context.helpers.prepareBinaryData(shown, this.fileName, 'text/csv');
		return { bytes: csv.length, columns: columns.map(({ name }) => name), data };
	}

	private async csvOf(rows: readonly Row[]): Promise<Buffer> {
		return await writeCsv(this.checked.columns, rows, this.run.signal);
	}
}

function* batchesOf(run: ImportRun, checked: CheckedRows): Generator<Batch> {
	let number = 0;
	for (const rows of splitRows(checked.rows, run.settings.rowsPerImport)) {
		yield new RowBatch(run, checked, rows, String(++number));
	}
}

/** What a date means is up to the user where no row tells it: that is about the column, not about single rows. */
async function stopWithoutOrder({ context, signal }: ImportRun, rows: CheckedRows): Promise<void> {
	const unknown = rows.rejected.flatMap(({ itemIndex, problems }) => {
		const problem = problems.find(({ code }) => code === 'dateOrderUnknown');
		return problem === undefined ? [] : [{ itemIndex, problems: [problem] }];
	});
	if (unknown.length === 0) return;
	const { groups } = await groupProblems(unknown, 1, signal);
	throw new NodeOperationError(
		context.getNode(),
		'Nothing in the rows tells whether the day or the month comes first, so nothing was sent',
		{
			description: `${describeGroup(groups[0]!)}. Add the option 'Birthdate Format' and choose how the dates are written.`,
		},
	);
}

/** Rejected rows whose problems also name the user's own fields. */
async function withFields(
	rejected: readonly RejectedRow[],
	{ fieldOf }: RowSource,
	signal?: AbortSignal,
): Promise<RejectedRow[]> {
	const named: RejectedRow[] = [];
	const name = ({ itemIndex, problems }: RejectedRow) => {
		const withField = (problem: Problem) => ({
			...problem,
			field: fieldOf?.(itemIndex, problem.column),
		});
		named.push({ itemIndex, problems: problems.map(withField) });
	};
	await forEachInSlices(rejected, name, signal);
	return named;
}

/**
 * Reads and checks all input items as rows.
 *
 * @throws NodeOperationError when no column gets a value, or nothing tells the order of day and month in dates, unless this
 * is a dry run, which reports it; the cancel signal's reason
 */
export async function checkInputRows(run: ImportRun): Promise<CheckedInput> {
	const { context, kind, settings, hints, signal } = run;
	const { source, close } = await openRowSource(run);
	const count = context.getInputData().length;
	const all = await checkRows(withMatchType(source, kind), count, settings.rules, signal);
	const { fields, warnings } = close();
	if (settings.dryRun === undefined) await stopWithoutOrder(run, all);
	const settled = await settleDuplicates(all, kind.uniqueColumn, settings.duplicates, signal);
	const rows = await warnOfRepeats(settled, kind.uniqueColumn, signal);
	hints.blankRows(rows.blankRows);
	hints.mergedDuplicates(rows.merged.length);
	const allWarnings = [...warnings, ...rows.warnings];
	hints.warn(allWarnings);
	return {
		unit: 'row',
		batchCount: Math.ceil(rows.rows.length / settings.rowsPerImport),
		batches: batchesOf(run, rows),
		rejected: await withFields(rows.rejected, source, signal),
		columns: rows.columns.map(({ name }) => name),
		rows,
		fields,
		warnings: allWarnings,
	};
}
