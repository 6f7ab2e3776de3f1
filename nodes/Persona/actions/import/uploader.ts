import type FormData from 'form-data';
import type { NodeApiError } from 'n8n-workflow';

import { createdAtOf } from '../../pipeline/importer';
import { inSlices } from '../../pipeline/slices';
import { objectBody, type ObjectBody } from '../../transport/client';
import { notesOn } from '../../transport/advice';
import { toNodeApiError } from '../../transport/errors';
import { ContentDigest, IdempotencyKeys, type DigestedContent } from '../../transport/idempotency';
import { isResponse, nothingWasImported } from '../../transport/outcome';
import { isRepeatOf } from '../../transport/repeats';
import type { SendResult } from '../../transport/retry';
import type { Redaction } from './batch';
import { RefusedKeys } from './refusedKeys';
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
	/** Whether it is an earlier import, which Persona's idempotency answered with. */
	isRepeated: boolean;
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
	private readonly refusedKeys: RefusedKeys;

	constructor(private readonly run: ImportRun) {
		const { context, client, settings } = run;
		const { idempotency, idempotencyKey } = settings;
		const scope = idempotency === 'execution' ? context.getExecutionId() : idempotencyKey;
		this.keys = new IdempotencyKeys(idempotency, client.apiKey, scope);
		this.refusedKeys = new RefusedKeys(context);
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
		let contentKey = '';
		const generationOf = (ownKey: string) => this.refusedKeys.generationOf((contentKey = ownKey));
		const request = { url, query, headers, fields, fileName, content };
		const key = this.keys.keyFor(request, label, generationOf);
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
			if (contentKey !== '' && nothingWasImported(sent)) this.refusedKeys.add(contentKey);
			return { ...sent, hasKey, safeToRepeat: hasKey && idempotency !== 'execution' };
		}
		return {
			importerId: String(accepted.data.id),
			body: accepted,
			isRepeated: isRepeatOf(createdAtOf(accepted.data), sent.began),
			bytes: content.length,
			requestId: result.headers['request-id'] ?? null,
			environmentId: result.headers['persona-environment-id'] ?? null,
			idempotencyKey: key ?? null,
		};
	}

	/**
	 * Says why an upload did not get through.
	 *
	 * @param itemIndex first input item that the upload was about; undefined when it was about all of them
	 */
	errorFor(
		upload: FailedUpload,
		redaction: Redaction,
		itemIndex: number | undefined,
	): NodeApiError {
		const { context, kind, target, settings } = this.run;
		const { safeToRepeat } = upload;
		const { dashboardPage } = kind;
		const isRenewed = this.refusedKeys.areKept;
		const notes = notesOn(upload, {
			mode: settings.idempotency,
			safeToRepeat,
			isRenewed,
			dashboardPage,
		});
		const { statusMessages } = target;
		const known = { ...redaction, itemIndex, notes, statusMessages };
		return toNodeApiError(context.getNode(), upload.result, known);
	}

	/** Says why rows were not even sent: an upload before them ended in a way that would affect them too. */
	errorForUnsent({ result }: FailedUpload, redaction: Redaction, itemIndex: number): NodeApiError {
		const notes = ['These rows were not sent, because the ones before them did not get through.'];
		const known = { ...redaction, itemIndex, notes };
		return toNodeApiError(this.run.context.getNode(), result, known);
	}
}
