import type { IExecuteFunctions, NodeApiError } from 'n8n-workflow';

import { writeCsv } from '../../import/csv';
import { buildForm } from '../../import/form';
import { halve, splitIntoParts } from '../../import/parts';
import type { CheckedRows, Column, ImportKind, Row } from '../../import/types';
import { acceptedBody, PersonaClient, type AcceptedBody } from '../../transport/client';
import { stopIfCancelled } from '../../transport/clock';
import { toNodeApiError, uncertaintyNote } from '../../transport/errors';
import { IdempotencyKeys } from '../../transport/idempotency';
import type { Delivery } from '../../transport/retry';
import type { ImportSettings } from './importSettings';

/** A part that Persona took: its answer, and what `meta` will say of it. */
export interface AcceptedPart {
	rows: readonly Row[];
	body: AcceptedBody;
	bytes: number;
	requestId: string | null;
	environmentId: string | null;
	idempotencyKey: string | null;
}

/** A part that Persona did not take, or of which nobody knows. */
export interface RefusedPart {
	rows: readonly Row[];
	error: NodeApiError;
}

export type SentPart = AcceptedPart | RefusedPart;

interface Waiting {
	rows: readonly Row[];
	/** Number of the part; halves of one that was too large add their own. */
	label: string;
}

const TOO_LARGE = 413;

/** Sends parts one at a time: the CSV of each is built, sent and dropped before the next. */
export class PartSender {
	private readonly keys: IdempotencyKeys;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly client: PersonaClient,
		private readonly kind: ImportKind,
		private readonly columns: readonly Column[],
		private readonly settings: ImportSettings,
	) {
		const { idempotency, idempotencyKey } = settings;
		const scope = idempotency === 'execution' ? context.getExecutionId() : idempotencyKey;
		this.keys = new IdempotencyKeys(idempotency, client.apiKey, scope);
	}

	/**
	 * Sends all rows, in order. A part that is too large for Persona is sent again in halves.
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
			const part = await this.sendPart(next);
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
		}
		return sent;
	}

	private async sendPart({ rows, label }: Waiting): Promise<SentPart | 'tooLarge'> {
		const { context, client, kind, settings } = this;
		const { fileName, headers, query } = settings;
		const csv = await writeCsv(this.columns, rows, () => stopIfCancelled(context));
		const url = client.baseUrl + kind.path;
		const key = this.keys.keyFor({ url, query, headers, fields: {}, fileName, csv }, label);
		const delivery = await client.send(
			{
				method: 'POST',
				path: kind.path,
				query,
				headers: key === undefined ? headers : { ...headers, 'Idempotency-Key': key },
				body: () => buildForm(csv, fileName),
			},
			key !== undefined,
		);
		const { outcome } = delivery;
		const body = acceptedBody(outcome);
		if (body === undefined || !('status' in outcome)) return this.refusal(delivery, rows, key);
		return {
			rows,
			body,
			bytes: csv.length,
			requestId: outcome.headers['request-id'] ?? null,
			environmentId: outcome.headers['persona-environment-id'] ?? null,
			idempotencyKey: key ?? null,
		};
	}

	private refusal(
		{ outcome, uncertain }: Delivery,
		rows: readonly Row[],
		key: string | undefined,
	): RefusedPart | 'tooLarge' {
		if ('status' in outcome && outcome.status === TOO_LARGE && rows.length > 1) return 'tooLarge';
		const safeToRepeat = key !== undefined && this.settings.idempotency !== 'execution';
		const error = toNodeApiError(this.context.getNode(), outcome, {
			values: rows.flatMap(({ cells }) => cells),
			itemIndex: rows[0]!.itemIndex,
			notes: uncertain ? [uncertaintyNote(outcome, safeToRepeat)] : [],
		});
		return { rows, error };
	}
}
