import type { ObjectBody } from '../../transport/client';
import type { DigestedContent } from '../../transport/idempotency';
import type { PersonaRequest } from '../../transport/request';
import type { SendResult } from '../../transport/retry';

/** One file to send, whatever it is made of. */
export interface Upload {
	/** Number within the run; halves of a batch that was too large add their own, as in `2.1`. */
	label: string;
	fileName: string;
	content: DigestedContent;
	/** Builds the body anew for each attempt, from the same bytes. */
	body: NonNullable<PersonaRequest['body']>;
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
