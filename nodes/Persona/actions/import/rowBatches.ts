import { maskRows, writeCsv } from '../../pipeline/csv';
import { settleDuplicates } from '../../pipeline/duplicates';
import { buildForm } from '../../pipeline/form';
import { checkRows } from '../../pipeline/checkRows';
import { hasMaskedColumns } from '../../pipeline/columns';
import type { CheckedRows, Row } from '../../pipeline/types';
import { findUnusual } from '../../pipeline/warnings';
import type { Redaction } from '../../transport/errors';
import type { Batch, CheckedInput } from './batch';
import { redactionOfRows, splitRows } from './rowParts';
import { openRowSource } from './rowSource';
import type { ImportRun } from './settings';
import type { AcceptedUpload, FailedUpload } from './upload';
import type { Uploader } from './uploader';

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
		return await redactionOfRows(this.links, result, this.run.signal);
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

/**
 * Reads and checks all input items as rows.
 *
 * @throws NodeOperationError when no column gets a value; the cancel signal's reason
 */
export async function checkInputRows(run: ImportRun): Promise<CheckedInput> {
	const { context, kind, settings, hints, signal } = run;
	const { source, close } = await openRowSource(run);
	const count = context.getInputData().length;
	const all = await checkRows(source, count, settings.rules, signal);
	const { fields, warnings } = close();
	const rows = await settleDuplicates(all, kind.uniqueColumn, settings.duplicates, signal);
	hints.blankRows(rows.blankRows);
	hints.mergedDuplicates(rows.merged.length);
	const allWarnings = [...warnings, ...(await findUnusual(rows, signal))];
	hints.warn(allWarnings);
	return {
		unit: 'row',
		batchCount: Math.ceil(rows.rows.length / settings.rowsPerImport),
		batches: batchesOf(run, rows),
		rejected: rows.rejected,
		columns: rows.columns.map(({ name }) => name),
		rows,
		fields,
		warnings: allWarnings,
	};
}
