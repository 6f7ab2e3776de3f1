import { uncertaintyNote } from './errors';
import type { IdempotencyMode } from './idempotency';
import { isKeyReused, isResponse, nothingWasImported, wasSavedRefusal } from './outcome';
import type { SendResult } from './retry';

/** What the sender of an upload knows about it, for {@link notesOn}. */
export interface UploadContext {
	/** What the Idempotency-Key was made of. */
	mode: IdempotencyMode;
	/** Whether a second run would carry the same Idempotency-Key. */
	safeToRepeat: boolean;
	/** Whether the next run sends the same rows under another key by itself, once Persona has refused them for good. */
	isRenewed: boolean;
	/** Where the dashboard shows what was imported. */
	dashboardPage: string;
}

/** How to get past a refusal that Persona repeats for 24 hours, even when its reason is gone. */
function savedRefusalNote({ mode, isRenewed }: UploadContext): string | undefined {
	if (mode === 'custom') {
		return "Persona gives the same answer to the same 'Idempotency Key' for 24 hours, even after the reason for it is gone. Change 'Idempotency Key' before you run this node again.";
	}
	if (mode !== 'content') return undefined;
	return isRenewed
		? 'None of these rows were imported. When the reason is gone, run this node again: it sends the rows under a new key.'
		: "Persona gives the same answer to the same rows for 24 hours, even after the reason for it is gone. To send them again unchanged, set 'Idempotency' to Once per Execution.";
}

/** What a user has to know about an upload that did not get through, beside its reason: what became of it, what leads on. */
export function notesOn(sent: SendResult, upload: UploadContext): string[] {
	const { result, uncertain } = sent;
	if (uncertain) return [uncertaintyNote(result, upload.safeToRepeat, upload.dashboardPage)];
	if (!isResponse(result)) return ['Nothing was sent.'];
	if (!wasSavedRefusal(result) || isKeyReused(result)) return [];
	const isRenewed = upload.isRenewed && nothingWasImported(sent);
	return [savedRefusalNote({ ...upload, isRenewed })].filter((note) => note !== undefined);
}
