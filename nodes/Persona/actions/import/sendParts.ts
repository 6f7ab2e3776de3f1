import type { IExecuteFunctions, NodeApiError } from 'n8n-workflow';

import { writeCsv } from '../../pipeline/csv';
import { buildForm } from '../../pipeline/form';
import { halve, splitIntoParts } from '../../pipeline/parts';
import type { CheckedRows, Column, ImportKind, Row } from '../../pipeline/types';
import type { PersonaClient } from '../../transport/client';
import { cancelSignalOf } from '../../transport/cancel';
import { repeatedBy } from '../../transport/errors';
import { wouldAffectNextUpload } from '../../transport/outcome';
import type { ImportSettings } from './parameters/importSettings';
import { forEachInSlices } from '../common/slices';
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

function isTooLarge({ delivery: { result } }: RefusedUpload): boolean {
	return 'status' in result && result.status === TOO_LARGE;
}

/** Shorter pieces of a value tell nothing of it. */
const SHORTEST_PIECE = 3;

/** A value that was sent, and the words and tags in it: Persona may repeat one of them alone. */
function piecesOf(cell: string): string[] {
	const pieces = cell.split(/[\s,;|]+/).filter(({ length }) => length >= SHORTEST_PIECE);
	return [cell, ...pieces];
}

function* numbered(parts: Iterable<readonly Row[]>): Generator<Waiting> {
	let number = 0;
	for (const rows of parts) yield { rows, label: String(++number) };
}

/** The halves of a part, the second one first. */
function halvesOf({ rows, label }: Waiting): Waiting[] {
	const halves = halve(rows).map((half, index) => ({ rows: half, label: `${label}.${index + 1}` }));
	return halves.reverse();
}

/** Sends parts one at a time: the CSV of each is built, sent and dropped before the next. */
export class PartSender {
	private readonly uploader: Uploader;
	/** Rows of all parts. */
	private total = 0;

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
		this.total = rows.length;
		const parts = numbered(splitIntoParts(rows, this.settings.rowsPerImport));
		const halves: Waiting[] = [];
		const sent: SentPart[] = [];
		let ended: RefusedUpload | undefined;
		for (;;) {
			const next = halves.pop() ?? (parts.next().value as Waiting | undefined);
			if (next === undefined) return sent;
			const part =
				ended === undefined
					? await this.sendPart(next, sent.length + 1)
					: await this.leaveOut(next.rows, ended);
			if (part === 'tooLarge') {
				halves.push(...halvesOf(next));
				continue;
			}
			sent.push(part);
			if (!('error' in part)) continue;
			if (stopEarly) return sent;
			if (wouldAffectNextUpload(part.upload.delivery.result)) ended = part.upload;
		}
	}

	/** What the answer to an upload may repeat of the rows. */
	private async repeated(rows: readonly Row[], upload: RefusedUpload): Promise<string[]> {
		const isRepeated = repeatedBy(upload.delivery.result);
		const found: string[] = [];
		if (isRepeated === undefined) return found;
		await forEachInSlices(this.context, rows, ({ cells }) => {
			for (const cell of cells) {
				for (const piece of piecesOf(cell)) if (isRepeated(piece)) found.push(piece);
			}
		});
		return found;
	}

	private async leaveOut(rows: readonly Row[], upload: RefusedUpload): Promise<RefusedPart> {
		const values = await this.repeated(rows, upload);
		const error = this.uploader.explainUnsent(upload, () => values, rows[0]!.itemIndex);
		return { rows, error, upload };
	}

	private async sendPart({ rows, label }: Waiting, part: number): Promise<SentPart | 'tooLarge'> {
		const { context, uploader } = this;
		const { fileName, formFields } = this.settings;
		const csv = await writeCsv(this.columns, rows, cancelSignalOf(context));
		const body = () => buildForm(csv, fileName, formFields);
		const content = await uploader.digest(csv);
		const upload = await uploader.send({ label, fileName, content, body });
		if ('body' in upload) return { rows, part, ...upload };
		if (isTooLarge(upload) && rows.length > 1) return 'tooLarge';
		const values = await this.repeated(rows, upload);
		// The editor puts the item's number behind the message, which would be wrong where it is about all items.
		const itemIndex = rows.length === this.total ? undefined : rows[0]!.itemIndex;
		const error = uploader.messageFor(upload, () => values, itemIndex);
		return { rows, error, upload };
	}
}
