import type { NodeApiError } from 'n8n-workflow';

import { inSlices } from '../../pipeline/slices';
import { objectBody } from '../../transport/client';
import { notesOn } from '../../transport/advice';
import { toNodeApiError, type Redaction } from '../../transport/errors';
import { ContentDigest, IdempotencyKeys, type DigestedContent } from '../../transport/idempotency';
import { isResponse, isTooLarge, nothingWasImported } from '../../transport/outcome';
import type { SendResult } from '../../transport/retry';
import type { EarlierTries } from './earlierTries';
import { RefusedKeys } from './refusedKeys';
import type { ImportRun } from './settings';
import type { AcceptedUpload, FailedUpload, Upload } from './upload';

/** Bytes that are digested at once: one or two milliseconds. */
const PIECE = 1024 ** 2;

/** Whether the same content may be sent under another key: not a file that is too large, whose halves may be imported. */
function mayGetNewKey(sent: SendResult): boolean {
	return nothingWasImported(sent) && !isTooLarge(sent.result);
}

/** Sends the files of one run, each with its Idempotency-Key. */
export class Uploader {
	private readonly keys: IdempotencyKeys;
	private readonly refusedKeys: RefusedKeys;

	constructor(
		private readonly run: ImportRun,
		private readonly earlier: EarlierTries,
	) {
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

	/**
	 * Sends a file, unless an earlier try of this run has sent it, and sending it again could import it twice.
	 *
	 * @throws the cancel signal's reason
	 */
	async send(upload: Upload): Promise<AcceptedUpload | FailedUpload> {
		const { kind, target, settings, client } = this.run;
		const { headers, query } = settings;
		const { label, fileName, content } = upload;
		const url = client.baseUrl + kind.path;
		let contentKey = '';
		const generationOf = (ownKey: string) => this.refusedKeys.generationOf((contentKey = ownKey));
		const request = { url, query, headers, fields: target.formFields, fileName, content };
		const key = this.keys.keyFor(request, label, generationOf);
		const settled = this.earlier.settled(upload);
		if (settled !== undefined) return settled;
		const sent = await this.sendWithKey(upload, key);
		if (!('body' in sent) && contentKey !== '' && mayGetNewKey(sent))
			this.refusedKeys.add(contentKey);
		this.earlier.note(upload, sent);
		return sent;
	}

	private async sendWithKey(
		{ label, content, body, afterAttempt }: Upload,
		key: string | undefined,
	): Promise<AcceptedUpload | FailedUpload> {
		const { client, kind, settings } = this.run;
		const { headers, query, idempotency } = settings;
		const hasKey = key !== undefined;
		const sent = await client.send(
			{
				method: 'POST',
				path: kind.path,
				query,
				headers: hasKey ? { ...headers, 'Idempotency-Key': key } : headers,
				body,
				bodyBytes: content.length,
				afterAttempt,
			},
			hasKey,
		);
		const { result } = sent;
		const accepted = objectBody(result);
		if (accepted === undefined || !isResponse(result)) {
			const uncertain = sent.uncertain || this.earlier.isUncertain(label);
			return { ...sent, uncertain, hasKey, safeToRepeat: hasKey && idempotency !== 'execution' };
		}
		return {
			importerId: String(accepted.data.id),
			body: accepted,
			isRepeated: this.earlier.made(accepted, sent.began),
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
		const { context, target } = this.run;
		const { statusMessages, sendLess } = target;
		const notes = this.notesOn(upload);
		const known = { ...redaction, itemIndex, notes, statusMessages, sendLess };
		return toNodeApiError(context.getNode(), upload.result, known);
	}

	/**
	 * Says why rows were not even sent: an upload before them ended in a way that would affect them too.
	 *
	 * @param label of the batch that was not sent
	 */
	errorForUnsent(
		upload: FailedUpload,
		redaction: Redaction,
		{ label, itemIndex }: { label: string; itemIndex: number },
	): NodeApiError {
		const notes = this.earlier.isUncertain(label)
			? this.notesOn({ ...upload, uncertain: true })
			: ['These rows were not sent, because the ones before them did not get through.'];
		const { sendLess } = this.run.target;
		const known = { ...redaction, itemIndex, notes, sendLess };
		return toNodeApiError(this.run.context.getNode(), upload.result, known);
	}

	private notesOn(upload: FailedUpload): string[] {
		const { settings, kind } = this.run;
		return notesOn(upload, {
			mode: settings.idempotency,
			safeToRepeat: upload.safeToRepeat,
			isRenewed: this.refusedKeys.areKept,
			dashboardPage: kind.dashboardPage,
		});
	}
}
