import type { IExecuteFunctions, NodeApiError } from 'n8n-workflow';

import { writeCsv } from '../../import/csv';
import { buildForm } from '../../import/form';
import { halve, splitIntoParts } from '../../import/parts';
import type { CheckedRows, Column, ImportKind, Row } from '../../import/types';
import type { PersonaClient } from '../../transport/client';
import { stopIfCancelled } from '../../transport/clock';
import { willLast } from '../../transport/retry';
import type { ImportSettings } from './importSettings';
import { Uploader, type AcceptedUpload, type RefusedUpload } from './upload';

/** A part that Persona took. */
export interface AcceptedPart extends AcceptedUpload {
	rows: readonly Row[];
	/** Number within the run, from 1. */
	part: number;
}

/** A part that Persona did not take, or of which nobody knows. */
export interface RefusedPart {
	rows: readonly Row[];
	error: NodeApiError;
	/** The upload that was refused: of these rows, or of some before them. */
	upload: RefusedUpload;
}

export type SentPart = AcceptedPart | RefusedPart;

interface Waiting {
	rows: readonly Row[];
	/** Number of the part; halves of one that was too large add their own. */
	label: string;
}

const TOO_LARGE = 413;

function isTooLarge({ delivery: { outcome } }: RefusedUpload): boolean {
	return 'status' in outcome && outcome.status === TOO_LARGE;
}

/** Shorter pieces of a value tell nothing of it. */
const SHORTEST_PIECE = 3;

/** Every value that was sent, and the words and tags in it: Persona may repeat one of them alone. */
function* valuesOf(rows: readonly Row[]): Generator<string> {
	for (const { cells } of rows) {
		yield* cells;
		for (const cell of cells) {
			for (const piece of cell.split(/[\s,;|]+/)) if (piece.length >= SHORTEST_PIECE) yield piece;
		}
	}
}

/** Sends parts one at a time: the CSV of each is built, sent and dropped before the next. */
export class PartSender {
	private readonly uploader: Uploader;

	constructor(
		private readonly context: IExecuteFunctions,
		client: PersonaClient,
		kind: ImportKind,
		private readonly columns: readonly Column[],
		private readonly settings: ImportSettings,
	) {
		this.uploader = new Uploader(context, client, kind, settings);
	}

	/**
	 * Sends all rows, in order. A part that is too large for Persona is sent again in halves. When an upload ends in a way that
	 * would meet the others too, such as a refused key, they are not sent.
	 *
	 * @param stopEarly whether the first refused part ends it
	 * @throws NodeOperationError when the execution is cancelled
	 */
	async sendAll({ rows }: CheckedRows, stopEarly: boolean): Promise<SentPart[]> {
		const waiting: Waiting[] = splitIntoParts(rows, this.settings.rowsPerImport).map(
			(part, index) => ({ rows: part, label: String(index + 1) }),
		);
		const sent: SentPart[] = [];
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			const part = await this.sendPart(next, sent.length + 1);
			if (part === 'tooLarge') {
				const { label } = next;
				const halves = halve(next.rows).map((half, index) => ({
					rows: half,
					label: `${label}.${index + 1}`,
				}));
				waiting.unshift(...halves);
				continue;
			}
			sent.push(part);
			if (stopEarly && 'error' in part) break;
			if ('error' in part && willLast(part.upload.delivery.outcome)) {
				sent.push(...waiting.map(({ rows: unsent }) => this.leaveOut(unsent, part.upload)));
				break;
			}
		}
		return sent;
	}

	private leaveOut(rows: readonly Row[], upload: RefusedUpload): RefusedPart {
		const error = this.uploader.explainUnsent(upload, () => valuesOf(rows), rows[0]!.itemIndex);
		return { rows, error, upload };
	}

	private async sendPart({ rows, label }: Waiting, part: number): Promise<SentPart | 'tooLarge'> {
		const { context, uploader } = this;
		const { fileName, formFields } = this.settings;
		const csv = await writeCsv(this.columns, rows, () => stopIfCancelled(context));
		const body = () => buildForm(csv, fileName, formFields);
		const upload = await uploader.send({ label, fileName, content: csv, body });
		if ('body' in upload) return { rows, part, ...upload };
		if (isTooLarge(upload) && rows.length > 1) return 'tooLarge';
		const error = uploader.explain(upload, () => valuesOf(rows), rows[0]!.itemIndex);
		return { rows, error, upload };
	}
}
