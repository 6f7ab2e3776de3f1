import type FormData from 'form-data';
import type { IExecuteFunctions, NodeApiError } from 'n8n-workflow';

import { inSlices } from '../../pipeline/slices';
import type { ImportKind } from '../../pipeline/types';
import { objectBody, type ObjectBody, type PersonaClient } from '../../transport/client';
import { cancelSignalOf } from '../../transport/cancel';
import { toNodeApiError, uncertaintyNote } from '../../transport/errors';
import { ContentDigest, IdempotencyKeys, type DigestedContent } from '../../transport/idempotency';
import type { SendResult } from '../../transport/retry';
import type { ImportSettings } from './parameters/importSettings';
import { LIST_STATUS_MESSAGES } from './listMeanings';

/** One file to send, whatever it is made of. */
export interface Upload {
	/** Number within the run; halves of a part that was too large add their own, as in `2.1`. */
	label: string;
	fileName: string;
	content: DigestedContent;
	/** Builds the form anew for each attempt, from the same bytes. */
	body: () => FormData | Promise<FormData>;
	/** Called when an attempt is over, for what its form holds open. */
	afterAttempt?: () => void;
}

/** An upload that Persona took: its answer, and what `meta` will say of it. */
export interface AcceptedUpload {
	body: ObjectBody;
	bytes: number;
	requestId: string | null;
	environmentId: string | null;
	idempotencyKey: string | null;
}

/** An upload that Persona did not take, or of which nobody knows. */
export interface RefusedUpload {
	delivery: SendResult;
	/** Whether a second run would carry the same Idempotency-Key. */
	safeToRepeat: boolean;
}

/** Bytes that are digested at once: one or two milliseconds. */
const PIECE = 1024 ** 2;

/** Sends files to the importer of one kind, each with its Idempotency-Key. */
export class Uploader {
	private readonly keys: IdempotencyKeys;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly client: PersonaClient,
		private readonly kind: ImportKind,
		private readonly settings: ImportSettings,
	) {
		const { idempotency, idempotencyKey } = settings;
		const scope = idempotency === 'execution' ? context.getExecutionId() : idempotencyKey;
		this.keys = new IdempotencyKeys(idempotency, client.apiKey, scope);
	}

	/**
	 * Digests a file that is held in memory.
	 *
	 * @throws NodeOperationError when the execution is cancelled
	 */
	async digest(file: Buffer): Promise<DigestedContent> {
		const digest = new ContentDigest(this.client.apiKey);
		const add = (index: number) => digest.add(file.subarray(index * PIECE, (index + 1) * PIECE));
		await inSlices(Math.ceil(file.length / PIECE), add, cancelSignalOf(this.context));
		return digest.finish();
	}

	/** @throws NodeOperationError when the execution is cancelled */
	async send(upload: Upload): Promise<AcceptedUpload | RefusedUpload> {
		const { path } = this.kind;
		const { formFields: fields, headers, query, idempotency } = this.settings;
		const { label, fileName, content, body, afterAttempt } = upload;
		const url = this.client.baseUrl + path;
		const key = this.keys.keyFor({ url, query, headers, fields, fileName, content }, label);
		const delivery = await this.client.send(
			{
				method: 'POST',
				path,
				query,
				headers: key === undefined ? headers : { ...headers, 'Idempotency-Key': key },
				body,
				bodyBytes: content.length,
				afterAttempt,
			},
			key !== undefined,
		);
		const { result } = delivery;
		const answer = objectBody(result);
		if (answer === undefined || !('status' in result)) {
			return { delivery, safeToRepeat: key !== undefined && idempotency !== 'execution' };
		}
		return {
			body: answer,
			bytes: content.length,
			requestId: result.headers['request-id'] ?? null,
			environmentId: result.headers['persona-environment-id'] ?? null,
			idempotencyKey: key ?? null,
		};
	}

	/**
	 * Says why an upload was refused.
	 *
	 * @param values what Persona may repeat of the content, to be masked
	 * @param itemIndex first input item that the upload was about; undefined when it was about all of them
	 */
	messageFor(
		{ delivery: { result, uncertain }, safeToRepeat }: RefusedUpload,
		values: () => Iterable<string>,
		itemIndex: number | undefined,
	): NodeApiError {
		const { dashboardPage, listType } = this.kind;
		return toNodeApiError(this.context.getNode(), result, {
			values,
			itemIndex,
			notes: uncertain ? [uncertaintyNote(result, safeToRepeat, dashboardPage)] : [],
			statusMessages: listType === undefined ? undefined : LIST_STATUS_MESSAGES,
		});
	}

	/** Says why rows were not even sent: an upload before them ended in a way that would meet them too. */
	explainUnsent(
		{ delivery: { result } }: RefusedUpload,
		values: () => Iterable<string>,
		itemIndex: number,
	): NodeApiError {
		const notes = ['These rows were not sent, because the ones before them did not get through.'];
		return toNodeApiError(this.context.getNode(), result, { values, itemIndex, notes });
	}
}
