import type { IDataObject } from 'n8n-workflow';

import { jsonRows } from '../../pipeline/accountFields/values';
import { maskRows } from '../../pipeline/csv';
import { forEachInSlices } from '../../pipeline/slices';
import type { CheckedRows, Column, Row } from '../../pipeline/types';
import type { Redaction } from '../../transport/errors';
import { throwConfigError } from '../common/parameters';
import type { Batch } from '../import/batch';
import { redactionOfRows, splitRows } from '../import/rowParts';
import type { AcceptedUpload, FailedUpload } from '../import/upload';
import type { Uploader } from '../import/uploader';
import type { BatchRun } from './settings';

/** Rows that become one batch job. Their JSON is built when it is sent, and dropped before the next. */
export class JobBatch implements Batch {
	constructor(
		private readonly run: BatchRun,
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
		const job = await this.jobOf(this.links);
		const content = await uploader.digest(Buffer.from(JSON.stringify(job)));
		return await uploader.send({ label, fileName, content, body: () => job });
	}

	halves(): Batch[] {
		if (this.links.length < 2) return [];
		const halves = splitRows(this.links, Math.ceil(this.links.length / 2));
		return [...halves].map((rows, index) => {
			return new JobBatch(this.run, this.checked, rows, `${this.label}.${index + 1}`);
		});
	}

	async redactionOf({ result }: FailedUpload): Promise<Redaction> {
		return await redactionOfRows(this.links, result, this.run.signal);
	}

	async preview() {
		const { context, settings, signal } = this.run;
		const { columns } = this.checked;
		const text = async (rows: readonly Row[]) =>
			Buffer.from(JSON.stringify(await this.jobOf(rows), null, '\t'));
		const isShown = settings.dryRun?.showSocialSecurityNumbers === true;
		const shown = isShown ? this.links : await maskRows(columns, this.links, signal);
		const json = await text(shown);
		const data = await context.helpers.prepareBinaryData(json, this.fileName, 'application/json');
		const { length } = Buffer.from(JSON.stringify(await this.jobOf(this.links)));
		return { bytes: length, columns: columns.map(({ name }) => name), data };
	}

	private async jobOf(links: readonly Row[]): Promise<IDataObject> {
		const { job, fields, json, signal } = this.run;
		const write = jsonRows(this.checked.columns, fields, json);
		const rows: IDataObject[] = [];
		await forEachInSlices(links, (row) => rows.push(write(row) as IDataObject), signal);
		return { data: { attributes: { ...job, rows } } };
	}
}

/** The batch jobs that checked rows become, made one after the other. */
export function* jobBatches(run: BatchRun, checked: CheckedRows): Generator<Batch> {
	let number = 0;
	for (const rows of splitRows(checked.rows, run.settings.rowsPerImport)) {
		yield new JobBatch(run, checked, rows, String(++number));
	}
}

/** Without the column that accounts are found by, no row could be right. */
export function checkLookup({ context, kind }: BatchRun, columns: readonly Column[]): void {
	if (columns.some(({ name }) => name === kind.uniqueColumn)) return;
	const { displayName } = kind.columns.find(({ name }) => name === kind.uniqueColumn)!;
	throwConfigError(
		context,
		`'${displayName}' is not mapped, so nothing was sent`,
		"It tells Persona which account a row is about. Give it a value under 'Values to Send'.",
	);
}
