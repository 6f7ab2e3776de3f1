import type FormData from 'form-data';
import type { NodeApiError } from 'n8n-workflow';

import { inSlices } from '../../pipeline/slices';
import { objectBody, type ObjectBody } from '../../transport/client';
import { toNodeApiError, uncertaintyNote } from '../../transport/errors';
import { ContentDigest, IdempotencyKeys, type DigestedContent } from '../../transport/idempotency';
import { isResponse } from '../../transport/outcome';
import type { SendResult } from '../../transport/retry';
import type { ImportRun } from './settings';

/** One file to send, whatever it is made of. */
export interface Upload {
	/** Number within the run; halves of a batch that was too large add their own, as in `2.1`. */
	label: string;
	fileName: string;
	content: DigestedContent;
	/** Builds the form anew for each attempt, from the same bytes. */
	body: () => FormData | Promise<FormData>;
	/** Called when an attempt is over, for what its form holds open. */
	afterAttempt?: () => void;
}

/** An upload that Persona accepted: its answer, and what `meta` will say of it. */
export interface AcceptedUpload {
	importerId: string;
	body: ObjectBody;
	bytes: number;
	requestId: string | null;
	environmentId: string | null;
	idempotencyKey: string | null;
}

/** An upload that Persona did not accept, or of which nobody knows. */
export interface FailedUpload extends SendResult {
	/** Whether it carried an Idempotency-Key, which another attempt of this execution carries too. */
	hasKey: boolean;
	/** Whether a second execution would carry the same one. */
	safeToRepeat: boolean;
}

/** Bytes that are digested at once: one or two milliseconds. */
const PIECE = 1024 ** 2;

/** Sends the files of one run, each with its Idempotency-Key. */
export class Uploader {
	private readonly keys: IdempotencyKeys;

	constructor(private readonly run: ImportRun) {
		const { context, client, settings } = run;
		const { idempotency, idempotencyKey } = settings;
		const scope = idempotency === 'execution' ? context.getExecutionId() : idempotencyKey;
		this.keys = new IdempotencyKeys(idempotency, client.apiKey, scope);
	}

	/**
	 * Digests a file that is held in memory.
	 *
	 * @throws the cancel signal's reason
	 */
	async digest(file: Buffer): Promise<DigestedContent> {
		const { client, signal } = this.run;
		const digest = new ContentDigest(client.apiKey);
		const add = (index: number) => digest.add(file.subarray(index * PIECE, (index + 1) * PIECE));
		await inSlices(Math.ceil(file.length / PIECE), add, signal);
		return digest.finish();
	}

	/** @throws the cancel signal's reason */
	async send(upload: Upload): Promise<AcceptedUpload | FailedUpload> {
		const { client, kind, target, settings } = this.run;
		const { headers, query, idempotency } = settings;
		const { label, fileName, content, body, afterAttempt } = upload;
		const url = client.baseUrl + kind.path;
		const fields = target.formFields;
		const key = this.keys.keyFor({ url, query, headers, fields, fileName, content }, label);
		const sent = await client.send(
			{
				method: 'POST',
				path: kind.path,
				query,
				headers: key === undefined ? headers : { ...headers, 'Idempotency-Key': key },
				body,
				bodyBytes: content.length,
				afterAttempt,
			},
			key !== undefined,
		);
		const { result } = sent;
		const accepted = objectBody(result);
		if (accepted === undefined || !isResponse(result)) {
			const hasKey = key !== undefined;
			return { ...sent, hasKey, safeToRepeat: hasKey && idempotency !== 'execution' };
		}
		return {
			importerId: String(accepted.data.id),
			body: accepted,
			bytes: content.length,
			requestId: result.headers['request-id'] ?? null,
			environmentId: result.headers['persona-environment-id'] ?? null,
			idempotencyKey: key ?? null,
		};
	}

	/**
	 * Says why an upload did not get through.
	 *
	 * @param values what Persona may repeat of the content, to be masked
	 * @param itemIndex first input item that the upload was about; undefined when it was about all of them
	 */
	errorFor(
		{ result, uncertain, safeToRepeat }: FailedUpload,
		values: readonly string[],
		itemIndex: number | undefined,
	): NodeApiError {
		const { context, kind, target } = this.run;
		return toNodeApiError(context.getNode(), result, {
			values: () => values,
			itemIndex,
			notes: uncertain ? [uncertaintyNote(result, safeToRepeat, kind.dashboardPage)] : [],
			statusMessages: target.statusMessages,
		});
	}

	/** Says why rows were not even sent: an upload before them ended in a way that would affect them too. */
	errorForUnsent(
		{ result }: FailedUpload,
		values: readonly string[],
		itemIndex: number,
	): NodeApiError {
		const notes = ['These rows were not sent, because the ones before them did not get through.'];
		const known = { values: () => values, itemIndex, notes };
		return toNodeApiError(this.run.context.getNode(), result, known);
	}
}
